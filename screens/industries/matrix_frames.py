"""The matrix as a list in the reader's words: a row a place and industry, with its agreement."""

from functools import cache

from pandas import DataFrame

from geo import claims
from geo.i18n import Language, translator
from geo.measures import measure_agreement
from geo.names import (
    join_document_years,
    join_names,
    map_sectors,
    name_industry,
    name_place,
    name_sector,
)
from screens.industries import parameters


@cache
def tabulate_agreement(by: str, counties: bool, lang: Language) -> DataFrame:
    """Return the matrix as a list: one row a place and item, with its agreement."""
    say, order = translator(lang), {item: row for row, item in enumerate(claims.list_items(by))}
    cells = measure_agreement(claims.list_claims(by, counties=counties))
    cells = cells.sort_values(
        ["item", "place"], key=lambda ids: ids.map(order).fillna(ids.map(_order_places()))
    )
    columns = {
        say("Place"): [name_place(place, lang) for place in cells.place],
        say(f"level.{by}"): [name_industry(item, lang) for item in cells["item"]],
        say("Documents that name it"): [
            join_document_years(documents, lang) for documents in cells.documents
        ],
        say("Named by"): cells.n.tolist(),
        say("Of documents that speak of the place"): cells.of.tolist(),
    }
    if counties:
        columns[say("Through a county")] = [
            _name_counties(place, item, lang)
            for place, item in zip(cells.place, cells["item"], strict=True)
        ]
    if by == "industry":
        columns[say("Sector")] = [name_sector(map_sectors()[item], lang) for item in cells["item"]]
    return DataFrame(columns)


def _name_counties(place: str, item: str, lang: Language) -> str:
    """Return the counties through which a place is named for an item."""
    facts = claims.list_claims("industry", counties=True)
    facts = facts[(facts.source_kind == "county") & (facts.place == place)]
    inside = facts[(facts["item"] == item) | (facts["item"].map(map_sectors()) == item)]
    names = dict.fromkeys(name_place(county, lang) for county in inside.source_place)
    return join_names(names, lang)


def _order_places() -> dict[str, int]:
    return {place: row for row, place in enumerate(parameters.list_places())}
