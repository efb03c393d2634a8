"""The features of a collection that an inquiry asks for."""

from typing import Any

from geopandas import GeoDataFrame
from starlette.exceptions import HTTPException

from api.documents import fill_document
from api.inquiry import Inquiry
from geo.conditions import match_condition, parse_condition
from geo.designations import find_homes
from geo.filters import Filter
from geo.narrowing import match_values, read_box, sort_rows
from geo.retired_ids import renew_id
from geo.select import select_rows


def find_item(inquiry: Inquiry) -> dict[str, Any]:
    """Return one feature, unverified ones included. Raises HTTPException."""
    collection, key = inquiry.collection, renew_id(inquiry.place["featureId"])
    if collection.id == "parks" and key in find_homes():
        # Titles and brands were parks before: the place whose card tells of them answers.
        layer, place = find_homes()[key]
        where = f"{inquiry.base}/collections/{layer}/items/{place}{inquiry.write_query()}"
        raise HTTPException(308, f"{key!r} is no park; its place answers.", {"Location": where})
    if key not in collection.features:
        raise HTTPException(404, f"There is no {key!r} here.")
    links = fill_document(inquiry, "item", collection, item=key)
    return {**collection.features[key], **collection.rights, "links": links}


def find_items(inquiry: Inquiry) -> dict[str, Any]:
    """Return a page of features with links to the pages beside it.

    Raises HTTPException, UnknownId or WrongCondition.
    """
    collection, parameters = inquiry.collection, inquiry.parameters
    chosen = collection.read_filter(parameters)
    rows, start, size = _find_rows(inquiry, chosen), parameters["offset"], parameters["limit"]
    keys = [] if parameters["resulttype"] == "hits" else rows.index[start : start + size]
    pages = {"prev": max(0, start - size)} if start else {}
    pages |= {"next": start + size} if start + size < len(rows) else {}
    links = fill_document(inquiry, "items", collection)
    for rel, offset in pages.items():
        query = inquiry.write_query(offset=offset)
        links += fill_document(inquiry, "page", collection, rel=rel, query=query)
    return {
        "type": "FeatureCollection",
        "filter": chosen.describe("en"),
        **collection.rights,
        "numberMatched": len(rows),
        "numberReturned": len(keys),
        "features": [_cut_feature(collection.features[key], parameters) for key in keys],
        "links": links,
    }


def _find_rows(inquiry: Inquiry, chosen: Filter) -> GeoDataFrame:
    collection, parameters = inquiry.collection, inquiry.parameters
    visible = select_rows(collection.layer, chosen, collection.geometry).set_index("id", drop=False)
    names = (set(collection.fields) & set(parameters)) - set(collection.facets)
    matches = match_values(visible, {name: parameters[name] for name in names})
    rows = collection.rows.loc[visible.index[matches]]
    if "bbox" in parameters:
        rows = rows[rows.intersects(read_box(parameters["bbox"]))]
    elif "bbox-crs" in parameters:
        raise HTTPException(400, "bbox-crs without bbox says nothing.")
    if "filter" in parameters:
        condition = parse_condition(parameters["filter"], parameters["filter-lang"])
        rows = rows[match_condition(rows, condition)]
    return sort_rows(rows, [key.replace(" ", "+") for key in parameters.get("sortby", [])])


def _cut_feature(feature: dict[str, Any], parameters: dict[str, Any]) -> dict[str, Any]:
    """Return a feature with the properties that are asked for, and perhaps no geometry."""
    properties = feature["properties"]
    if "properties" in parameters:
        properties = {
            name: properties[name] for name in parameters["properties"] if name in properties
        }
    geometry = None if parameters["skipGeometry"] else feature["geometry"]
    return {**feature, "properties": properties, "geometry": geometry}
