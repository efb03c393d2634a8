"""The matrix as frames in the reader's words: as a grid of marks, and as a list."""

from functools import cache

import pandas as pd
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
from geo.tables import load_table
from screens.industries import parameters
from screens.industries.industry_wording import mark_document, shorten_place


@cache
def tabulate_matrix(by: str, counties: bool, content: str, lang: Language) -> DataFrame:
    """Return the matrix as shown: a row an item, a column a place; `attrs["items"]` holds ids."""
    facts = claims.list_claims(by, counties=counties, disputed=True)
    items = [item for item in claims.list_items(by) if item in set(facts["item"])]
    if content == "agreement":
        cells = measure_agreement(claims.list_claims(by, counties=counties))
        cells = cells.assign(text=[f"{n}/{of}" for n, of in zip(cells.n, cells.of, strict=True)])
    else:
        texts = facts.groupby(["place", "item"]).apply(_mark_documents, lang, include_groups=False)
        cells = texts.rename("text").reset_index()
    matrix = cells.pivot(index="item", columns="place", values="text")
    matrix = matrix.reindex(index=items, columns=parameters.list_places()).astype(object)
    matrix.columns = [shorten_place(place, lang) for place in matrix.columns]
    matrix.index = pd.Index(
        [name_industry(item, lang) for item in items], name=translator(lang)(f"level.{by}")
    )
    if by == "industry":
        matrix.insert(
            len(matrix.columns),
            translator(lang)("Sector"),
            [name_sector(map_sectors()[item], lang) for item in items],
        )
    matrix.attrs["items"] = tuple(items)
    return matrix


def _mark_documents(facts: DataFrame, lang: Language) -> str:
    """Return the marks of the documents, `c` behind one that names a county, ( ) if disputed."""
    order = list(load_table("policies").id)
    say = translator(lang)
    marks = []
    for document, group in sorted(facts.groupby("document"), key=lambda pair: order.index(pair[0])):
        text = mark_document(document, lang)
        text += say("mark.county") if (group.source_kind == "county").all() else ""
        marks.append(f"({text})" if (group.status == "disputed").all() else text)
    return " ".join(marks)


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
