"""A comparison of belts in words: the groups of its table, and the numbers of its charts."""

from collections.abc import Iterable

from pandas import DataFrame, Series

from geo.belts.comparison import Comparison, find_extremes
from geo.i18n import Language, translator
from geo.names import format_number, get_text, name_industry, name_place
from geo.tables import load_table
from screens.belts.belt_table import Cell, Group, Row

UNITS = {"territory_km2": "km²", "corridor_km2": "km²", "axis_km": "km"}
GROUPS = {
    "Territory": ("territory_km2", "prefectures", "parks", "national_parks"),
    "Axis and buffer": (
        "axis_km", "stops", "corridor_km2", "parks_certain", "parks_possible", "seats", "hubs",
    ),
    "Industries, clusters and brands": (
        "industries", "industries_documents", "industries_parks", "clusters", "brands",
    ),
}  # fmt: skip
OWN_GROUP = "Your own rows"


def list_groups(comparison: Comparison, lang: Language) -> list[Group]:
    """Return the groups of the table: roles, measures, a reader's own rows, industries."""
    say = translator(lang)
    groups = [_group_roles(comparison.belts, lang)]
    groups += [
        _group_measures(say(name), comparison.measures.loc[list(measures)], comparison.km, lang)
        for name, measures in GROUPS.items()
    ]
    if not comparison.own_measures.empty:
        groups.append(_group_measures(say(OWN_GROUP), comparison.own_measures, comparison.km, lang))
    return [*groups, _group_claims(comparison.claims, lang)]


def _group_roles(belts: Iterable[str], lang: Language) -> Group:
    say, rows = translator(lang), load_table("belts").set_index("id")
    texts = [get_text(rows.loc[belt], "role", lang) for belt in belts]
    cells = tuple(Cell(text or "–", kind="text") for text in texts)
    return Group("", (Row(say("Mainly to develop"), cells, differs=len(set(texts)) > 1),))


def _group_measures(name: str, measures: DataFrame, km: float, lang: Language) -> Group:
    rows = (_describe_measure(str(name), row, km, lang) for name, row in measures.iterrows())
    return Group(name, tuple(rows))


def _describe_measure(measure: str, row: Series, km: float, lang: Language) -> Row:
    say = translator(lang)
    highest, lowest = find_extremes(row)
    marks = {belt: f"▲ {say('highest')}" for belt in highest}
    marks |= {belt: f"▼ {say('lowest')}" for belt in lowest}
    return Row(
        say(f"measure.{measure}").format(km=f"{km:g}"),
        tuple(Cell(format_number(row[belt], lang), marks.get(belt, "")) for belt in row.index),
        UNITS.get(measure, ""),
        bool(highest),
    )


def _group_claims(claims: DataFrame, lang: Language) -> Group:
    say = translator(lang)
    stated, silent = Cell(f"● {say('stated')}"), Cell("–")
    rows = (
        Row(
            name_industry(str(industry), lang),
            tuple(stated if is_stated else silent for is_stated in row),
            differs=not row.all(),
        )
        for industry, row in claims.iterrows()
    )
    return Group(say("Industries named in the 2013 document"), tuple(rows))


def tabulate_groups(comparison: Comparison, groups: Iterable[Group], lang: Language) -> DataFrame:
    """Return groups as a table of texts: group, name, differs and one column a belt."""
    say = translator(lang)
    rows = [
        {
            say("Group"): group.name,
            say("Name"): f"{row.name} {row.remark}".strip(),
            say("Differs"): say("yes") if row.differs else say("no"),
            **{
                name_place(belt, lang): f"{cell.text} {cell.mark}".strip()
                for belt, cell in zip(comparison.belts, row.cells, strict=True)
            },
        }
        for group in groups
        for row in group.rows
    ]
    return DataFrame(rows)
