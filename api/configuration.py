"""What pygeoapi is told: who we are, and which collections there are."""

from pathlib import Path
from typing import Any

from geo import datapackage, store
from geo.export.extract import USES, cite_source
from geo.filters import Filter
from geo.i18n import LANGUAGE_IDS, Language, translator
from geo.select import LAYERS, select_rows

TEMPLATES = Path(__file__).parent / "templates"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
#: Collection → layer and shape of belts.
COLLECTIONS: dict[str, tuple[str, str]] = {
    **{layer: (layer, "territory") for layer in LAYERS},
    "belts-axis": ("belts", "axis"),
    "belts-corridor": ("belts", "corridor"),
}
ITEMS = 1000  # every layer is smaller: an address without `limit` gives all of it


def configuration(base: str) -> dict[str, Any]:
    """Return pygeoapi's configuration for the API at the address `base`, without final slash."""
    licence = {"name": datapackage.LICENCE["name"], "url": datapackage.LICENCE["path"]}
    who = {"name": "Jilin Belt Atlas", "url": base.removesuffix("/api")}
    return {
        "server": {
            "url": base,
            "languages": ["en", "zh"],
            "encoding": "utf-8",
            "limits": {"default_items": ITEMS, "max_items": 10 * ITEMS, "on_exceed": "throttle"},
            "templates": {"path": str(TEMPLATES)},
            "map": {"url": "", "attribution": ""},
        },
        "logging": {"level": "WARNING"},
        "metadata": {
            "identification": {
                "title": _both("Jilin Belt Atlas"),
                "description": _both("Industrial belts, cities and parks of Jilin Province, China"),
                "keywords": {"en": ["Jilin", "industry"], "zh": ["吉林", "产业"]},
                "keywords_type": "theme",
                "terms_of_service": licence["url"],
                "url": base,
            },
            "license": licence,
            "provider": who,
            "contact": who,
        },
        "resources": {name: _resource(name) for name in COLLECTIONS},
    }


def _both(msgid: str) -> dict[Language, str]:
    return {lang: translator(lang)(msgid) for lang in LANGUAGE_IDS}


def _resource(name: str) -> dict[str, Any]:
    layer, geometry = COLLECTIONS[name]
    title = _both(f"layer.{geometry if '-' in name else layer}")
    sources = {
        lang: "; ".join(cite_source(one, lang) for one in USES[layer]) for lang in LANGUAGE_IDS
    }
    shapes = select_rows(layer, Filter(unverified=True), geometry)
    words = _both("{title}. Data version {version}. Sources: {sources}.")
    return {
        "type": "collection",
        "title": title,
        "description": {
            lang: text.format(
                title=title[lang], version=store.data_version(), sources=sources[lang]
            )
            for lang, text in words.items()
        },
        "keywords": ["Jilin"],
        "links": [
            {
                "type": "text/html",
                "rel": "license",
                "title": datapackage.LICENCE["title"],
                "href": datapackage.LICENCE["path"],
            }
        ],
        "extents": {
            "spatial": {"bbox": [round(float(one), 6) for one in shapes.total_bounds], "crs": CRS84}
        },
        "providers": [
            {
                "type": "feature",
                "name": "api.provider.AtlasProvider",
                "data": name,
                "id_field": "id",
                "geom_field": "geometry",
                "include_extra_query_parameters": True,  # the facets of `geo.filters`
            }
        ],
    }
