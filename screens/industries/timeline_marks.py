"""The matrix as frames in the reader's words: as a grid of marks, and as a list."""

from functools import cache
from typing import Any

import pandas as pd
from pandas import DataFrame

from geo import claims
from geo.i18n import translator
from geo.measures import measure_agreement
from geo.names import (
    join_document_years,
    join_names,
    map_sectors,
    name_industry,
    name_place,
    name_sector,
)
from geo.tables import load_table
from screens.industries import parameters
from screens.industries.industry_wording import mark_document, shorten_place


@cache
def grid(by: str, counties: bool, cells: str, lang: str) -> DataFrame:
    """Return the matrix as shown: a row an item, a column a place; `attrs["items"]` holds ids."""
    facts = claims.list_claims(by, counties=counties, disputed=True)
    items = [one for one in claims.list_items(by) if one in set(facts["item"])]
    if cells == "agreement":
        found = measure_agreement(claims.list_claims(by, counties=counties))
        found = found.assign(text=[f"{n}/{of}" for n, of in zip(found.n, found.of, strict=True)])
    else:
        texts = facts.groupby(["place", "item"]).apply(_marked, lang, include_groups=False)
        found = texts.rename("text").reset_index()
    made = found.pivot(index="item", columns="place", values="text")
    made = made.reindex(index=items, columns=parameters.list_places()).astype(object)
    made.columns = [shorten_place(one, lang) for one in made.columns]
    made.index = pd.Index(
        [name_industry(one, lang) for one in items], name=translator(lang)(f"level.{by}")
    )
    if by == "industry":
        made.insert(
            len(made.columns),
            translator(lang)("Sector"),
            [name_sector(map_sectors()[one], lang) for one in items],
        )
    made.attrs["items"] = tuple(items)
    return made


def _marked(facts: DataFrame, lang: str) -> str:
    """Return the marks of the documents, `c` behind one that names a county, ( ) if disputed."""
    order = list(load_table("policies").id)
    say = translator(lang)
    found = []
    for document, group in sorted(facts.groupby("document"), key=lambda one: order.index(one[0])):
        text = mark_document(document, lang)
        text += say("mark.county") if (group.source_kind == "county").all() else ""
        found.append(f"({text})" if (group.status == "disputed").all() else text)
    return " ".join(found)


@cache
def rows(by: str, counties: bool, lang: str) -> DataFrame:
    """Return the matrix as a list: one row a place and item, with its agreement."""
    say, order = translator(lang), {one: row for row, one in enumerate(claims.list_items(by))}
    found = measure_agreement(claims.list_claims(by, counties=counties))
    found = found.sort_values(
        ["item", "place"], key=lambda ids: ids.map(order).fillna(ids.map(_place_order()))
    )
    shown = {
        say("Place"): [name_place(one, lang) for one in found.place],
        say(f"level.{by}"): [name_industry(one, lang) for one in found["item"]],
        say("Documents that name it"): [
            join_document_years(documents, lang) for documents in found.documents
        ],
        say("Named by"): found.n.tolist(),
        say("Of documents that speak of the place"): found.of.tolist(),
    }
    if counties:
        shown[say("Through a county")] = [_counties(one, lang) for one in found.itertuples()]
    if by == "industry":
        shown[say("Sector")] = [name_sector(map_sectors()[one], lang) for one in found["item"]]
    return DataFrame(shown)


def _counties(row: Any, lang: str) -> str:
    """Return the counties through which a place is named for an item."""
    facts = claims.list_claims("industry", counties=True)
    facts = facts[(facts.source_kind == "county") & (facts.place == row.place)]
    inside = facts[(facts["item"] == row.item) | (facts["item"].map(map_sectors()) == row.item)]
    names = dict.fromkeys(name_place(one, lang) for one in inside.source_place)
    return join_names(names, lang)


def _place_order() -> dict[str, int]:
    return {one: row for row, one in enumerate(parameters.list_places())}
