"""How alike places are, as tables: in numbers for a spreadsheet, in words for the page."""

from dataclasses import dataclass
from functools import cache

from pandas import DataFrame, Series

from geo import claims
from geo.i18n import Language, translator
from geo.measures import count_claims, jaccard_similarity
from geo.names import join_document_years, join_names, name_industry, name_place
from geo.ties import sort_rows
from screens.industries.industry_wording import shorten_place


@dataclass(frozen=True)
class Likeness:
    """How alike two places are in words; `value` is empty where nothing is known or shared."""

    value: str
    counts: str
    names: str = ""


@dataclass(frozen=True)
class Pair:
    """Another place, or two places, and how alike they are by industry and by sector."""

    name: str
    likenesses: tuple[Likeness, ...]


@cache
def measure_likeness(by: str, kind: str, counties: bool) -> DataFrame:
    """Return the similarity of every two places of a kind, as `geo.measures` counts it."""
    return jaccard_similarity(
        claims.of_kind(claims.list_claims(by, counties=counties), kind), claims.list_places(kind)
    )


@cache
def rank_resembling(kind: str, counties: bool, place: str, lang: Language) -> DataFrame:
    """Return the other places, most alike first: by industry, and by sector beside it."""
    say = translator(lang)
    fine, coarse = (
        likeness[likeness.place == place].set_index("other")
        for likeness in (measure_likeness(by, kind, counties) for by in ("industry", "sector"))
    )
    coarse = coarse.reindex(fine.index)
    rows = DataFrame(
        {
            say("Place"): [shorten_place(place, lang) for place in fine.index],
            say("Same industries"): fine.value.round(2),
            say("Shared industries"): [_join_items(items, lang) for items in fine.shared],
            say("Same sectors"): coarse.value.round(2),
            say("Shared sectors"): [_join_items(items, lang) for items in coarse.shared],
        }
    )
    return rows.loc[_order_likeness(fine, coarse)]


def _order_likeness(fine: DataFrame, coarse: DataFrame) -> list[str]:
    order = DataFrame({"fine": fine.value, "coarse": coarse.value})
    return list(sort_rows(order, ["fine", "coarse"], ascending=False).index)


def _join_items(items: tuple[str, ...], lang: Language) -> str:
    return join_names((name_industry(item, lang) for item in items), lang) or "–"


@cache
def tabulate_pairs(by: str, kind: str, counties: bool, lang: Language) -> DataFrame:
    """Return each pair of places once, with what they share."""
    say, pairs = translator(lang), measure_likeness(by, kind, counties)
    pairs = sort_rows(
        pairs[pairs.place < pairs.other], ["value", "place"], ascending=[False, True], tie="other"
    )
    return DataFrame(
        {
            say("Place"): [name_place(place, lang) for place in pairs.place],
            say("Other place"): [name_place(place, lang) for place in pairs.other],
            say("Similarity"): pairs.value.round(3),
            say("In common"): pairs["shared"].map(len),
            say("Named for either"): pairs["either"].map(len),
            say("Shared"): [_join_items(items, lang) for items in pairs["shared"]],
            say("Why missing"): [say(reason) if reason else "" for reason in pairs.reason],
        }
    )


@cache
def list_alike(kind: str, counties: bool, place: str | None, lang: Language) -> tuple[Pair, ...]:
    """Return the other places, most alike first, in words; without a place every two places."""
    fine, coarse = (_index_pairs(by, kind, counties, place) for by in ("industry", "sector"))
    coarse = coarse.reindex(fine.index)
    return tuple(
        Pair(
            name_place(fine.other[key], lang)
            if place
            else f"{name_place(fine.place[key], lang)} – {name_place(fine.other[key], lang)}",
            tuple(_word_likeness(likeness.loc[key], lang) for likeness in (fine, coarse)),
        )
        for key in _order_likeness(fine, coarse)
    )


def _index_pairs(by: str, kind: str, counties: bool, place: str | None) -> DataFrame:
    """Return the pairs with a place, or each two once, indexed by their ids."""
    pairs = measure_likeness(by, kind, counties)
    pairs = pairs[pairs.place == place] if place else pairs[pairs.place < pairs.other]
    return pairs.set_index(pairs.place + " " + pairs.other)


def _word_likeness(pair: Series, lang: Language) -> Likeness:
    say = translator(lang)
    if pair.value != pair.value:  # unknown
        return Likeness("", say(pair.reason))
    counts = say("{n} of {of} names shared").format(n=len(pair.shared), of=len(pair.either))
    if not pair.shared:
        return Likeness("", counts)
    return Likeness(f"{shorten_number(pair.value)} =", counts, _join_items(pair.shared, lang))


def shorten_number(value: float) -> str:
    """Return a share of one without its leading zero: .15."""
    return f"{value:.2f}".removeprefix("0") if value else "0"


@cache
def tabulate_claimed(by: str, kind: str, counties: bool, lang: Language) -> DataFrame:
    """Return how many places of a kind claim each item, and which."""
    say = translator(lang)
    items = count_claims(claims.of_kind(claims.list_claims(by, counties=counties), kind))
    return DataFrame(
        {
            say(f"level.{by}"): [name_industry(item, lang) for item in items["item"]],
            say("Places"): items.n,
            say("Which"): [
                join_names((name_place(place, lang) for place in places), lang)
                for places in items.places
            ],
            say("Documents"): [
                join_document_years(documents, lang) for documents in items.documents
            ],
            say("Statements"): items.statements,
        }
    )
