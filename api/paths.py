"""The addresses below the mount: what the router matches and the OpenAPI document lists."""

PREFIX = "/api"
PATHS = {
    "landing": "/",
    "openapi": "/openapi",
    "conformance": "/conformance",
    "collections": "/collections",
    "collection": "/collections/{collection}",
    "queryables": "/collections/{collection}/queryables",
    "schema": "/collections/{collection}/schema",
    "items": "/collections/{collection}/items",
    "item": "/collections/{collection}/items/{item}",
}
