"""What pygeoapi asks of the data, answered by `geo.select`."""

import fnmatch
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any

import shapely
from geopandas import GeoDataFrame
from pandas import Series
from pygeoapi.provider.base import (
    BaseProvider,
    ProviderItemNotFoundError,
    ProviderQueryError,
)
from pygeofilter import ast
from pygeofilter.backends.evaluator import handle
from pygeofilter.backends.geopandas.evaluate import GeoPandasEvaluator

from api.configuration import COLLECTIONS
from geo import store
from geo.export import LICENCE, LICENCES, build_features
from geo.export.address import PARK_FACETS
from geo.export.provenance import find_proofs
from geo.export.tabular import flatten_frame
from geo.filters import Filter, field_names, from_params
from geo.select import select_rows

EVERYTHING = Filter(unverified=True)
JSON_TYPES = {"Int64": "integer", "float64": "number"}


class QueryError(ProviderQueryError):
    """A question that the data cannot answer: status 400 with the reason."""

    ogc_exception_code = "InvalidParameterValue"
    http_status_code = HTTPStatus.BAD_REQUEST


@cache
def table(collection: str) -> GeoDataFrame:
    """Return every row of a collection by id, one value a cell, lists joined with `;`."""
    layer, geometry = COLLECTIONS[collection]
    rows = flatten_frame(select_rows(layer, EVERYTHING, geometry))
    return rows.set_index("id", drop=False).rename_axis(None)  # else a sort by id is ambiguous


@cache
def items(collection: str) -> dict[str, dict[str, Any]]:
    """Return every GeoJSON feature of a collection by id, each with its provenance."""
    layer, geometry = COLLECTIONS[collection]
    proof = find_proofs(layer)
    made = build_features(select_rows(layer, EVERYTHING, geometry))
    return {one["id"]: {**one, "provenance": proof.get(one["id"], [])} for one in made}


@cache
def lists(collection: str) -> frozenset[str]:
    """Return the columns of a collection that hold lists."""
    layer, geometry = COLLECTIONS[collection]
    frame = select_rows(layer, EVERYTHING, geometry)
    return frozenset(
        name for name in frame.columns if frame[name].map(lambda one: isinstance(one, tuple)).any()
    )


def facets(collection: str) -> tuple[str, ...]:
    """Return the parameters of the app's links that narrow a collection."""
    parks = COLLECTIONS[collection][0] == "parks"
    return tuple(name for name in field_names() if parks or name not in PARK_FACETS)


class Evaluator(GeoPandasEvaluator):
    """CQL2 over a frame: `_` stands for one sign, and no pattern can take long."""

    @handle(ast.Like)  # type: ignore[untyped-decorator]
    def like(self, node: Any, texts: Series) -> Series:
        """Return which texts match a pattern of `%` and `_`; unknown ones do not."""
        literal = re.sub(r"[\[*?]", r"[\g<0>]", node.pattern)
        pattern = re.compile(fnmatch.translate(literal.replace("%", "*").replace("_", "?")))
        found = texts.map(lambda text: isinstance(text, str) and bool(pattern.match(text)))
        return found.astype(bool) ^ bool(node.not_)

    @handle(ast.Function)  # type: ignore[untyped-decorator]
    def function(self, node: Any, *arguments: Any) -> Any:
        """Return what a function gives; known are `casei` and `bbox`."""
        if node.name.lower() == "bbox":
            return shapely.box(*arguments)
        if node.name.lower() in {"lower", "casei"}:
            (text,) = arguments
            return text.str.lower() if isinstance(text, Series) else str(text).lower()
        raise QueryError(user_msg=f"There is no function {node.name}.")


class AtlasProvider(BaseProvider):
    """One collection: a layer of the atlas, belts in one of their shapes."""

    def __init__(self, provider_def: Mapping[str, Any]) -> None:
        super().__init__(provider_def)
        self.get_fields()

    def get_fields(self) -> dict[str, dict[str, str]]:
        """Return the columns with their JSON types."""
        frame = table(self.data)
        self._fields = {
            name: {"type": JSON_TYPES.get(str(frame[name].dtype), "string")}
            for name in frame.columns
            if name != frame.geometry.name
        }
        return self._fields

    def get(self, identifier: str, **_: Any) -> dict[str, Any]:
        """Return one feature, unverified ones included."""
        found = items(self.data).get(identifier)
        if found is None:
            raise ProviderItemNotFoundError(user_msg=f"There is no {identifier!r} here.")
        return {
            **found,
            "license": LICENCES.get(self.data, LICENCE),
            "data_version": store.data_version(),
        }

    def query(
        self,
        *,
        offset: int = 0,
        limit: int = 10,
        resulttype: str = "results",
        bbox: Sequence[float] = (),
        properties: Iterable[tuple[str, str]] = (),
        sortby: Iterable[Mapping[str, str]] = (),
        select_properties: Sequence[str] = (),
        skip_geometry: bool = False,
        filterq: Any = None,
        **_: Any,
    ) -> dict[str, Any]:
        """Return a page of what is asked for as a FeatureCollection."""
        chosen, wanted = self._asked(dict(properties))
        rows = self._rows(chosen, wanted, bbox, filterq)
        for one in reversed(list(sortby)):
            rows = rows.sort_values(
                one["property"], ascending=one["order"] == "+", kind="stable", na_position="last"
            )
        page = [] if resulttype == "hits" else rows.index[offset : offset + limit]
        return {
            "type": "FeatureCollection",
            "filter": chosen.describe("en"),
            "license": LICENCES.get(self.data, LICENCE),
            "data_version": store.data_version(),
            "numberMatched": len(rows),
            "numberReturned": len(page),
            "features": [self._feature(key, select_properties, skip_geometry) for key in page],
        }

    def _asked(self, given: dict[str, str]) -> tuple[Filter, dict[str, str]]:
        """Return the facets and the properties that the parameters ask for."""
        known = facets(self.data)
        chosen, unknown = from_params({name: given[name] for name in known if name in given})
        if unknown:
            raise QueryError(user_msg=f"Unknown: {', '.join(unknown)}.")
        return chosen, {name: text for name, text in given.items() if name not in known}

    def _rows(
        self, chosen: Filter, wanted: Mapping[str, str], bbox: Sequence[float], asked: Any
    ) -> GeoDataFrame:
        layer, geometry = COLLECTIONS[self.data]
        rows = table(self.data).loc[select_rows(layer, chosen, geometry).id]
        for name, text in wanted.items():
            rows = rows[self._equal(rows[name], text)]
        if bbox:
            half = len(bbox) // 2  # six numbers have heights, which no place here has
            west, south, east, north = *bbox[:2], *bbox[half : half + 2]
            rows = rows[rows.intersects(shapely.box(west, south, east, north))]
        return rows if asked is None else rows[_meets(rows, asked)]

    def _equal(self, values: Series, text: str) -> Series:
        """Return where a property is `text`, or a list of which `text` is one."""
        if values.name in lists(self.data):
            return values.map(lambda held: isinstance(held, str) and text in held.split(";"))
        if self._fields[values.name]["type"] == "string":
            return (values == text).fillna(value=False)
        return (values == float(text)).fillna(value=False)

    def _feature(self, key: str, names: Sequence[str], bare: bool) -> dict[str, Any]:
        found = items(self.data)[key]
        held = found["properties"]
        return {
            **found,
            "properties": {name: held[name] for name in names if name in held} if names else held,
            "geometry": None if bare else found["geometry"],
        }


def _meets(rows: GeoDataFrame, asked: Any) -> Series:
    """Return which rows meet a CQL2 filter; what is unknown does not."""
    try:
        found = Evaluator(rows).evaluate(asked)
        return Series(found, index=rows.index).fillna(value=False).astype(bool)
    except QueryError:
        raise
    except KeyError as error:
        raise QueryError(user_msg=f"There is no property {error}.") from error
    except (AttributeError, TypeError, ValueError, NotImplementedError) as error:
        raise QueryError(user_msg="The filter compares what cannot be compared.") from error
