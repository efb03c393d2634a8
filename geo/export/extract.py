"""A layer as a filter shows it, with all that must travel with it."""

from dataclasses import dataclass

from geopandas import GeoDataFrame

from geo import datapackage, store
from geo.belts.belt_shapes import GEOMETRIES
from geo.errors import UnknownId
from geo.filters import Filter
from geo.i18n import Language, shell_language, translator
from geo.layers import LAYERS, list_exported
from geo.select import select_rows

LICENCE: str = datapackage.LICENCE["name"]
#: Some points stand where others say; those licences stay with them.
LICENCES = {
    layer.id: " AND ".join((LICENCE, *layer.licences))
    for layer in LAYERS.values()
    if layer.licences
}


def cite_source(name: str, lang: Language) -> str:
    """Return a source of `geo.datapackage` as one line in `lang`: title and address."""
    facts = datapackage.SOURCES[name]
    title = translator(lang)(facts["title"])
    return ", ".join([title, facts["path"]]) if "path" in facts else title


SOURCES: dict[str, str] = {name: cite_source(name, "en") for name in datapackage.SOURCES}
# The tables and built layers whose facts a layer shows.
TABLES: dict[str, tuple[str, ...]] = {
    layer.id: (layer.id, *layer.shows) for layer in LAYERS.values() if layer.exported
}
USES: dict[str, tuple[str, ...]] = {
    layer: tuple(dict.fromkeys(source for name in names for source in datapackage.USES[name]))
    for layer, names in TABLES.items()
}


@dataclass(frozen=True, eq=False)
class Extract:
    """Rows of a layer and their provenance; `frame` is EPSG:4326 with a text column `id`."""

    name: str
    frame: GeoDataFrame
    filter: str
    sources: tuple[str, ...]
    version: str
    licence: str = LICENCE

    @property
    def title(self) -> str:
        """What the data is, for a reader of the file alone."""
        return f"Jilin Belt Atlas: {self.name}"

    def notes(self) -> dict[str, str]:
        """Return the provenance as text by name, for formats that keep such pairs."""
        return {
            "title": self.title,
            "filter": self.filter,
            "license": self.licence,
            "sources": "; ".join(self.sources),
            "data_version": self.version,
        }


def make_extract(
    layer: str, chosen: Filter, *, geometry: str = "territory", lang: Language = "en"
) -> Extract:
    """Return what a filter shows of a layer; the filter's sentence and the sources are in `lang`.

    The frame is that of `geo.select.select_rows`: EPSG:4326, with a stable `id`. Raises UnknownId
    for a layer or a geometry of belts that is not offered.

    >>> from geo.filters import Filter
    >>> extract = make_extract("parks", Filter(level=("national",)))
    >>> set(extract.frame.level), extract.licence
    ({'national'}, 'CC-BY-4.0')
    """
    require_offered("layer", layer, list_exported())
    require_offered("geometry", geometry, GEOMETRIES)
    return Extract(
        layer,
        select_rows(layer, chosen, geometry),
        chosen.describe(lang),
        tuple(cite_source(name, lang) for name in USES[layer]),
        store.data_version(),
        LICENCES.get(layer, LICENCE),
    )


def require_offered(kind: str, value: str, offered: tuple[str, ...]) -> None:
    """Raise UnknownId, naming what is offered, when `value` is not."""
    if value not in offered:
        say = translator(shell_language())
        message = say("Unknown {kind} {value!r}. Known: {known}.")
        raise UnknownId(message.format(kind=kind, value=value, known=", ".join(offered)))
