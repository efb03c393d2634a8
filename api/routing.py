"""The addresses below `/api`, as the router and the OpenAPI document write them."""

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
    "item": "/collections/{collection}/items/{featureId}",
    "tables": "/tables",
    "table": "/tables/{table}",
}
