"""What the filter panel never has to be told twice: its options, and the rows that each leaves."""

from functools import cache
from typing import Any

from geo import membership, store
from geo.filters import FACETS, label_option, list_options
from geo.i18n import LANGUAGE_IDS, translator
from geo.layers import list_layers
from geo.names import map_sectors
from geo.search import list_spellings
from geo.tables import load_table
from layers import bits
from layers.assets import Asset, asset, hashed
from layers.html import script_json


@cache
def list_assets() -> dict[str, Asset]:
    """Return the content in each language, by path below `/atlas`."""
    return {content_path(lang): asset(content_path(lang), _text(lang)) for lang in LANGUAGE_IDS}


@cache
def content_path(lang: str) -> str:
    """Return the path of the content below `/atlas`, new when it changes."""
    return hashed(f"filters-{lang}.json", _text(lang))


@cache
def _text(lang: str) -> bytes:
    return script_json(
        {"texts": _list_messages(lang), "facets": _facets(lang), "rows": _rows()}
    ).encode()


def _list_messages(lang: str) -> dict[str, str]:
    say = translator(lang)
    recalled = int((store.load_layer("parks").status == "unverified").sum())
    return {
        "clear": say("Clear all filters"),
        "find": say("Find an industry"),
        "none": say("No industry of this name"),
        "drop": say("Without {name}"),
        "open": say("Industries of {sector}"),
        "unverified": say("Show {n} unverified parks").format(n=recalled),
        "unverifiedHelp": say(
            "Not yet confirmed by a source: hollow on the map, left out of all counts unless you "
            "include them."
        ),
    }


def _facets(lang: str) -> list[dict[str, Any]]:
    say = translator(lang)
    return [
        {
            "id": facet,
            "name": say(f"facet.{facet}"),
            "help": say(f"facet.{facet}.help"),
            "options": [_option(facet, option, lang) for option in list_options(facet)],
        }
        for facet in FACETS
    ]


def _option(facet: str, option: str, lang: str) -> dict[str, Any]:
    description: dict[str, Any] = {"id": option, "name": label_option(facet, option, lang)}
    if facet == "industry":
        description |= {"spellings": _spellings()[option], "sector": map_sectors().get(option, "")}
    return description


@cache
def _spellings() -> dict[str, str]:
    """Return by what a sector or industry is found, as `geo.search` folds it."""
    rows = [*load_table("sectors").itertuples(), *load_table("industries").itertuples()]
    return {
        row.id: " ".join(
            list_spellings(
                (
                    row.name_zh,
                    row.name_en,
                    *getattr(row, "aliases_zh", ()),
                    *getattr(row, "aliases_en", ()),
                )
            )
        )
        for row in rows
    }


def _filtered_layers() -> tuple[str, ...]:
    """Layers of which the map draws what a filter shows: points, and belts."""
    filtered = list_layers(
        lambda layer: layer.exported and (layer.is_points or layer.geometry == "belts")
    )
    return tuple(layer.id for layer in filtered)


def _rows() -> dict[str, Any]:
    parks = store.load_layer("parks")
    verified = [row for row, status in enumerate(parks.status) if status != "unverified"]
    return {
        "verified": {"parks": bits.encode_rows(verified)},
        "options": {
            layer: {
                facet: {option: bits.encode_rows(rows) for option, rows in by_facet.items()}
                for facet, by_facet in membership.rows_by_option(layer).items()
            }
            for layer in _filtered_layers()
        },
    }
