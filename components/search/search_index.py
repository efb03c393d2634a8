"""What the search in the browser knows: everything that can be found, its spellings, what it is."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from geo import store
from geo.filters import Filter
from geo.ground import count_parks
from geo.i18n import LANGUAGE_IDS, Translate, pick, translator
from geo.measures.claimants import KINDS as CLAIMING
from geo.measures.claimants import list_claimants
from geo.names import get_text, join_document_years, join_names, name_document, name_place
from geo.search import KINDS, STATED, Entry, build_index, list_named_rows
from geo.tables import load_table
from layers.assets import Asset, asset, hashed
from layers.html import script_json

MOST_NAMED = 4  # places of a kind that a note names; of more it tells the number
#: Columns that say where a thing is, the first that a table has.
WHERE = ("prefecture_adcode", "parent", "place", "county_adcode")


@cache
def list_assets() -> dict[str, Asset]:
    """Return the index in each language, by path below `/atlas`."""
    return {index_path(lang): asset(index_path(lang), _write_index(lang)) for lang in LANGUAGE_IDS}


@cache
def index_path(lang: str) -> str:
    """Return the path of the index below `/atlas`, new when it changes."""
    return hashed(f"search-{lang}.json", _write_index(lang))


@cache
def _write_index(lang: str) -> bytes:
    return script_json(_describe_all(lang)).encode()


@cache
def list_texts(lang: str) -> dict[str, str]:
    """Return what the box says itself."""
    say = translator(lang)
    return {
        "search": say("Search"),
        "hint": say("Search: 长春, changchun, ccjk, mineral water …"),
        "close": say("Close the search"),
        "results": say("Results"),
        "none": say("Nothing is known by that name."),
        "more": say("There are more: type more of the name."),
        "count": say("Results: {n}. Arrow keys move, Enter opens."),
        "own": say("status.own"),
        "failed": say("The search did not load; reload the page."),
    } | {f"one.{kind}": say(f"one.{kind}") for kind in (*KINDS, *STATED)}


def _describe_all(lang: str) -> list[dict[str, Any]]:
    notes = {kind: _map_places(kind, lang) for kind in KINDS if kind != "industries"}
    notes |= {kind: _map_documents(kind, lang) for kind in STATED}
    return [_describe(entry, notes, lang) for entry in build_index()]


def _describe(entry: Entry, notes: Mapping[str, Mapping[str, str]], lang: str) -> dict[str, Any]:
    hit = entry.hit
    if entry.designation:
        note = _tell_designation(entry, lang)
    elif hit.layer == "industries":
        note = tell_claims(hit.id, lang)
    else:
        note = notes[hit.layer].get(hit.id, "")
    return {
        "layer": hit.layer,
        "id": hit.id,
        "name": get_text(hit, "name", lang),
        "note": note,
        "spellings": list(entry.spellings),
    }


def _tell_designation(entry: Entry, lang: str) -> str:
    """Return what a title, brand or area is, and whose card tells of it."""
    kind = load_table("designations").set_index("id").kind[entry.designation]
    parts = (translator(lang)(f"designation.{kind}"), name_place(entry.hit.id, lang))
    return pick("；", "; ", lang).join(parts)


def _map_places(kind: str, lang: str) -> dict[str, str]:
    """Return where each thing of a kind is, by id; nothing where its table does not say."""
    rows = list_named_rows(kind)
    column = next((column for column in WHERE if column in rows), None)
    if column is None:
        return {}
    return {
        key: name_place(place, lang)
        for key, place in zip(rows.key, rows[column], strict=True)
        if isinstance(place, str)
    }


def _map_documents(kind: str, lang: str) -> dict[str, str]:
    """Return which document states each row, by id."""
    rows = list_named_rows(kind)
    names = (name_document(document, lang) for document in rows.document)
    return dict(zip(rows.key, names, strict=True))


def tell_claims(industry: str, lang: str) -> str:
    """Return who claims an industry by document, and how many parks list it."""
    say = translator(lang)
    chosen = Filter(industry=(industry,))
    claimants = list_claimants(chosen)
    places = {kind: _name_places(claimants[kind], lang, say) for kind in CLAIMING}
    claims = [
        say(f"claimants.{kind}").format(places=named) for kind, named in places.items() if named
    ]
    parks = chosen.apply(store.load_layer("parks"))
    parts = [
        *(claims or [say("claimed by no document")]),
        say("listed by parks: {n}").format(n=count_parks(parks)),
    ]
    return pick("；", "; ", lang).join(parts)


def _name_places(claiming: Mapping[str, tuple[str, ...]], lang: str, say: Translate) -> str:
    """Return the places with the years of their documents; of many their number."""
    if len(claiming) > MOST_NAMED:
        return str(len(claiming))
    return join_names(
        (
            say("{name} ({years})").format(
                name=name_place(place, lang), years=join_document_years(documents, lang)
            )
            for place, documents in claiming.items()
        ),
        lang,
    )
