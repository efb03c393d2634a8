"""The collections of the API: each layer of the atlas, whole, with all that is said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from geopandas import GeoDataFrame

from geo import store
from geo.belts.belt_shapes import GEOMETRIES
from geo.errors import UnknownId
from geo.export.address import PARK_FACETS, name_collection
from geo.export.extract import USES, Extract, cite_source, make_extract
from geo.export.feature_collection import build_features
from geo.export.formats import encode_extract
from geo.export.provenance import find_proofs
from geo.export.spreadsheets import flatten_frame
from geo.filters import Filter, field_names, from_params
from geo.i18n import Language, translator
from geo.layers import LAYERS, list_layers

EVERYTHING = Filter(unverified=True)
FIELD_TYPES = {"Int64": "integer", "float64": "number"}


@dataclass(frozen=True)
class Collection:
    """A layer; that of the belts comes once in each of their shapes."""

    id: str
    layer: str
    geometry: str

    def name(self, lang: Language) -> str:
        """Return the name of the layer, or of the shape."""
        return translator(lang)(f"layer.{self.geometry if '-' in self.id else self.layer}")

    def describe(self, lang: Language) -> str:
        """Return the name, the version of the data and the sources as a sentence."""
        text = translator(lang)("{title}. Data version {version}. Sources: {sources}.")
        sources = "; ".join(cite_source(name, lang) for name in USES[self.layer])
        return text.format(title=self.name(lang), version=store.data_version(), sources=sources)

    @property
    def facets(self) -> tuple[str, ...]:
        """The parameters of the app's links that narrow the collection."""
        parks = LAYERS[self.layer].narrowed_by == "park"
        return tuple(name for name in field_names() if parks or name not in PARK_FACETS)

    @cached_property
    def whole(self) -> Extract:
        """Every row, unverified parks included, as any file gives them."""
        return make_extract(self.layer, EVERYTHING, geometry=self.geometry)

    @cached_property
    def rows(self) -> GeoDataFrame:
        """Every row by id, one value a cell, lists joined with `;`."""
        # Without a name of the index: else a sort by id is ambiguous.
        return flatten_frame(self.whole.frame).set_index("id", drop=False).rename_axis(None)

    @cached_property
    def fields(self) -> dict[str, str]:
        """The JSON type of each property."""
        names = [name for name in self.rows.columns if name != self.rows.geometry.name]
        return {name: FIELD_TYPES.get(str(self.rows[name].dtype), "string") for name in names}

    @property
    def rights(self) -> dict[str, str]:
        """The licence and the version of the data, as each document says them."""
        return {"license": self.whole.licence, "data_version": self.whole.version}

    def read_filter(self, params: Mapping[str, Any]) -> Filter:
        """Return the filter that is among the parameters of a link. Raises UnknownId."""
        facets = {name: params[name] for name in self.facets if name in params}
        chosen, unknown = from_params(facets)
        if unknown:
            raise UnknownId(f"Unknown: {', '.join(unknown)}.")
        return chosen

    def write_file(self, ids: Sequence[str], sentence: str, kind: str) -> bytes:
        """Return a file, a key of `FORMATS`, of some rows; `sentence` says which they are."""
        frame = self.whole.frame.set_index("id", drop=False).loc[list(ids)].reset_index(drop=True)
        return encode_extract(replace(self.whole, frame=frame, filter=sentence), kind)

    @cached_property
    def features(self) -> dict[str, dict[str, Any]]:
        """Every GeoJSON feature by id, each with its provenance."""
        proofs = find_proofs(self.layer)
        return {
            feature["id"]: {**feature, "provenance": proofs.get(feature["id"], [])}
            for feature in build_features(self.whole.frame)
        }


COLLECTIONS: dict[str, Collection] = {
    name_collection(layer.id, shape): Collection(name_collection(layer.id, shape), layer.id, shape)
    for shape in GEOMETRIES
    for layer in list_layers(lambda layer: layer.exported)
    if shape == "territory" or layer.geometry == "belts"
}
