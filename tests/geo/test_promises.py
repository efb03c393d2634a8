"""What the documents state: every statement has its row, every rule finds its fault.

`statements.csv` lists each checkable statement of the five documents by number, with what holds it:
a row for each thing stated, as `table:id`, or a cell of a row, as `table:id:column`; nothing where
no table holds it.
"""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from geo.check import promises
from geo.models import TABLES as MODELS
from geo.models import Stated, find_key
from geo.tables import load_table

with (Path(__file__).parent / "statements.csv").open(encoding="utf-8") as _source:
    STATEMENTS = list(csv.DictReader(_source))
#: How many things of each kind the documents state, and how many of them are held.
STATED = {
    "area": (23, 23),
    "brand": (10, 10),
    "carrier": (3, 3),
    "cluster": (33, 33),
    "date": (8, 8),
    "diagnosis": (3, 0),
    "incentive": (50, 50),
    "industry": (134, 134),
    "institution": (29, 29),
    "measure": (87, 87),
    "requirement": (38, 38),
    "target": (66, 66),
}
#: The same by document.
SAID = {
    "sme-clusters-2006": (87, 85),
    "characteristic-parks": (148, 148),
    "belts-2013": (92, 92),
    "key-clusters-2015": (100, 100),
    "national-zones-2021": (57, 56),
}
#: The tables that hold them.
TABLES = ("incentives", "requirements", "measures", "institutions", "areas")


def list_refs(statement: dict[str, str]) -> list[list[str]]:
    """Return what holds a statement, as table, id and, of a cell, column."""
    return [ref.split(":") for ref in statement["rows"].split(";") if ref]


def find_row(table: str, key: str) -> pd.Series:
    """Return the one row of a table that has this key, its parts joined with blanks."""
    rows = load_table(table)
    rows = rows[rows[find_key(table).split("+")].astype(str).agg(" ".join, axis=1) == key]
    assert len(rows) == 1, (table, key)
    return rows.iloc[0]


def list_documents(row: pd.Series) -> tuple[str, ...]:
    """Return the documents that a row is of: its own, or that of its belt, or itself."""
    if "belt" in row and "document" not in row:
        return (find_row("belts", row.belt).document,)
    return row.get("documents", (row.get("document", row.get("id")),))


@pytest.mark.parametrize(
    "statement", [one for one in STATEMENTS if one["rows"]], ids=lambda one: one["statement"]
)
def test_a_statement_has_a_row_for_each_thing_it_says(statement) -> None:
    refs = list_refs(statement)
    assert len(set(map(tuple, refs))) == int(statement["count"])
    for table, key, *columns in refs:
        row = find_row(table, key)
        assert statement["document"] in list_documents(row)
        assert row[columns].notna().all()


def test_no_row_holds_two_statements() -> None:
    refs = [ref for statement in STATEMENTS for ref in statement["rows"].split(";") if ref]
    assert len(refs) == len(set(refs))


@pytest.mark.parametrize(("column", "wanted"), [("kind", STATED), ("document", SAID)])
def test_what_is_held_is_counted(column, wanted) -> None:
    counted = {word: [0, 0] for word in wanted}
    for statement in STATEMENTS:
        counted[statement[column]][0] += int(statement["count"])
        counted[statement[column]][1] += len(list_refs(statement))
    assert {word: tuple(numbers) for word, numbers in counted.items()} == wanted


def test_few_statements_are_held_by_nothing() -> None:
    stated, held = (sum(numbers) for numbers in zip(*STATED.values(), strict=True))
    assert (stated, held) == (484, 481)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_without_its_statement(table) -> None:
    found = {key for one in STATEMENTS for name, key, *_ in list_refs(one) if name == table}
    assert found == set(load_table(table).id)


def test_the_state_of_law_is_what_a_source_says() -> None:
    incentives = load_table("incentives").set_index("id")
    known = incentives[incentives.state != "unknown"]
    days = [day.isoformat() for day in known.state_date]
    assert dict(zip(known.index, zip(known.state, days, strict=True), strict=True)) == {
        "characteristic-parks-business-tax": ("ended", "2016-05-01"),
        "characteristic-parks-venture-deduction": ("in_force", "2019-04-23"),
        "characteristic-parks-venture-carry-forward": ("in_force", "2019-04-23"),
        "characteristic-parks-dividends": ("in_force", "2019-04-23"),
        "characteristic-parks-property-tax": ("in_force", "2011-01-08"),
    }
    assert known.state_sources.map(bool).all()


def test_amounts_are_those_of_the_text() -> None:
    incentives = load_table("incentives").set_index("id")
    stated = incentives.dropna(subset="value")
    assert dict(zip(stated.index, zip(stated.value, stated.unit, strict=True), strict=True)) == {
        "characteristic-parks-listing-subsidy": (500_000, "cny"),
        "characteristic-parks-venture-deduction": (70, "percent"),
    }


def test_ranges_have_the_bounds_of_the_text() -> None:
    requirements, targets = load_table("requirements"), load_table("targets")
    targets = targets.rename(columns={"value": "value_min"})
    rows = pd.concat([requirements, targets])
    ranges = rows[rows.comparison == "range"]
    assert set(ranges.id) == {
        "sme-clusters-2006-clusters-per-county",
        "sme-clusters-2006-parks-per-area",
        "sme-clusters-2006-villages-per-area",
        "key-clusters-2015-industries-per-park",
        "national-zones-2021-leading-clusters",
        "national-zones-2021-industrial-chains",
    }
    assert (ranges.value_min == 1).all()
    assert (ranges.value_max == 2).all()
    assert ranges.phrase.str.contains("1[-—]2").all()


def test_one_table_holds_a_statement() -> None:
    promised = {key for name in ("incentives", "requirements") for key in load_table(name).id}
    assert promised.isdisjoint(load_table("targets").id)


#: The numbers that a text does not print in digits, or not as the table has them.
IN_WORDS = {
    "sme-clusters-2006-added-value-share": "1/3",
    "belts-2013-incubators": "at least an incubator",
    "key-clusters-2015-chains": "九大",
}


@pytest.mark.parametrize("target", list(load_table("targets").itertuples()), ids=lambda row: row.id)
def test_a_quotation_contains_the_number_it_proves(target) -> None:
    if target.value != target.value:  # in words alone
        assert target.comparison is None
        return
    number = IN_WORDS.get(target.id, f"{target.value:g}")
    assert re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.])", target.phrase)
    if target.written:
        assert target.written in target.phrase


def test_deadlines_and_targets_in_words_are_rows() -> None:
    targets = load_table("targets").set_index("id")
    ends = targets.period_to[targets.nature == "deadline"].to_dict()
    assert ends == {
        "sme-clusters-2006-nominations": "2006-10",
        "sme-clusters-2006-plans-completed": "2006",
    }
    wordy = set(targets.index[targets.value.isna() & (targets.nature == "target")])
    assert wordy == {
        "sme-clusters-2006-manufacturing-centres",
        "sme-clusters-2006-industrial-bases",
        "belts-2013-national-eco-parks",
    }


def test_the_23_measures_stand_in_their_6_aspects() -> None:
    measures = load_table("measures")
    kinds = measures.kind.value_counts()
    assert (kinds["aspect"], kinds["measure"]) == (6, 23)
    order = measures.id[measures.kind == "aspect"]
    assert measures.aspect.value_counts()[order].to_list() == [3, 4, 6, 3, 3, 4]
    targets = load_table("targets").set_index("id").value
    assert targets["national-zones-2021-aspects"] == 6
    assert targets["national-zones-2021-measures"] == 23


def test_a_body_has_one_name() -> None:
    bodies = load_table("institutions").groupby("body")
    assert (bodies[["name_zh", "name_en", "kind"]].nunique() == 1).all(axis=None)


# -- rules ---------------------------------------------------------------------------------------


# Table, id, the cells put there, the fields then reported for that row.
CELLS: list[tuple[str, str, dict[str, str], list[str]]] = [
    ("incentives", "sme-clusters-2006-brand-reward", {"state": ""}, ["state"]),
    ("incentives", "sme-clusters-2006-brand-reward", {"state": "valid"}, ["state"]),
    (
        "incentives",
        "sme-clusters-2006-brand-reward",
        {"state": "in_force"},
        ["state_date", "state_sources"],
    ),
    ("incentives", "characteristic-parks-business-tax", {"state_sources": ""}, ["state_sources"]),
    ("incentives", "characteristic-parks-business-tax", {"state_date": ""}, ["state_date"]),
    (
        "incentives",
        "characteristic-parks-business-tax",
        {"state_date": "2999-01-01"},
        ["state_date"],
    ),
    ("incentives", "characteristic-parks-listing-subsidy", {"unit": ""}, ["unit"]),
    ("incentives", "characteristic-parks-listing-subsidy", {"value": ""}, ["unit"]),
    ("incentives", "characteristic-parks-listing-subsidy", {"document": "no-such"}, ["document"]),
    ("requirements", "key-clusters-2015-industries-per-park", {"value_max": ""}, ["value_max"]),
    ("requirements", "key-clusters-2015-industries-per-park", {"value_max": "1"}, ["value_max"]),
    ("requirements", "key-clusters-2015-industries-per-park", {"comparison": ">="}, ["value_max"]),
    (
        "requirements",
        "characteristic-parks-incubation-area",
        {"comparison": "range"},
        ["value_max"],
    ),
    ("requirements", "characteristic-parks-incubation-area", {"comparison": ""}, ["value_min"]),
    ("requirements", "characteristic-parks-incubation-area", {"unit": ""}, ["unit"]),
    ("requirements", "characteristic-parks-incubation-area", {"subject": "all"}, ["subject"]),
    ("measures", "national-zones-2021-measure-land", {"aspect": ""}, ["aspect"]),
    ("measures", "national-zones-2021-measure-land", {"aspect": "no-such"}, ["aspect"]),
    (
        "measures",
        "national-zones-2021-measure-land",
        {"aspect": "national-zones-2021-measure-people"},
        ["aspect"],
    ),
    (
        "measures",
        "national-zones-2021-chain-leader",
        {"aspect": "national-zones-2021-aspect-reform"},
        ["aspect"],
    ),
    (
        "measures",
        "characteristic-parks-differentiated-policies",
        {"industries": "steel;moonshine"},
        ["industries"],
    ),
    (
        "institutions",
        "national-zones-2021-contact",
        {"telephone": "", "address_en": ""},
        ["telephone"],
    ),
    ("institutions", "national-zones-2021-contact", {"telephone": "ask there"}, ["telephone"]),
    ("institutions", "national-zones-2021-contact", {"place": "229999"}, ["place"]),
    ("policies", "belts-2013", {"date": "2999-05-28"}, ["date"]),
    ("belts", "changchun-siping", {"role_phrase": ""}, ["role_phrase"]),
    ("policies", "belts-2013", {"period_from": "2018"}, ["period_to"]),
    ("policies", "belts-2013", {"period_to": "soon"}, ["period_to"]),
    ("context", "one-main-six-doubles-2021", {"date": "2999"}, ["date"]),
    ("context", "one-main-six-doubles-2021", {"documents": "no-such"}, ["documents"]),
    ("belts", "changchun-siping", {"role_zh": ""}, ["role_phrase"]),
    ("areas", "belts-2013-core-point", {"kind": "heart"}, ["kind"]),
    ("areas", "belts-2013-core-point", {"place": "229999"}, ["place"]),
    ("targets", "sme-clusters-2006-clusters-per-county", {"value_max": ""}, ["value_max"]),
    ("targets", "sme-clusters-2006-clusters-per-county", {"value_max": "1"}, ["value_max"]),
    ("targets", "sme-clusters-2006-ten-clusters", {"value_max": "12"}, ["value_max"]),
    ("targets", "sme-clusters-2006-ten-clusters", {"value": ""}, ["unit", "value"]),
    ("targets", "sme-clusters-2006-ten-clusters", {"comparison": ""}, ["value"]),
    ("targets", "sme-clusters-2006-ten-clusters", {"period_to": "2005"}, ["period_to"]),
    ("targets", "sme-clusters-2006-ten-clusters", {"period_to": "2011"}, ["period_to"]),
    ("targets", "sme-clusters-2006-ten-clusters", {"period_to": "10 Oct"}, ["period_to"]),
]


@pytest.mark.parametrize(
    ("table", "key", "cells", "fields"),
    CELLS,
    ids=[f"{key}-{'-'.join(cells)}-{'-'.join(cells.values())}" for _, key, cells, _ in CELLS],
)
def test_a_wrong_cell(facts, table, key, cells, fields) -> None:
    line = facts.line(table, id=key)
    facts.put(table, line, **cells)
    assert facts.faults(layers=False) == [f"{table}.csv:{line} {field}" for field in fields]


@pytest.mark.parametrize("table", ["incentives", "clusters"])
def test_a_phrase_that_is_not_in_its_document(facts, table, monkeypatch, tmp_path) -> None:
    texts: dict[str, list[str]] = {}
    for name in (name for name, model in MODELS.items() if issubclass(model, Stated)):
        for row in load_table(name).itertuples():
            said = (row.phrase, getattr(row, "role_phrase", None))
            texts.setdefault(row.document, []).extend(filter(None, said))
    for policy in load_table("policies").itertuples():
        (tmp_path / policy.file).write_text("\n".join(texts[policy.id]), "utf-8")
    monkeypatch.setattr(promises, "POLICIES", tmp_path)
    assert facts.faults(layers=False) == []
    facts.put(table, 3, phrase="免税一百年")
    assert facts.faults(layers=False) == [f"{table}.csv:3 phrase"]


@pytest.mark.parametrize(
    ("table", "field", "moment"),
    [
        ("lists", "date", "2999"),
        ("list_rows", "as_of", "2999-01"),
        ("catalogue_2018", "as_of", "2999-01-01"),
    ],
)
def test_a_moment_to_come_is_told(facts, table, field, moment) -> None:
    facts.put(table, 3, **{field: moment})
    assert facts.faults(layers=False) == [f"{table}.csv:3 {field}"]


def test_without_the_texts_no_phrase_is_at_fault(facts, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(promises, "POLICIES", tmp_path / "none")
    facts.put("incentives", 3, phrase="免税一百年")
    assert facts.faults(layers=False) == []
