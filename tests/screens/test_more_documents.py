"""Documents to come: a second undated one, and a second one of a year."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo.paths import DATA, ROOT

# Copies under other ids, which end in no year: a sibling of an undated document and of a dated one.
COPIES = {"characteristic-parks": "characteristic-towns", "key-clusters-2015": "other-clusters"}

VISIT = """
import json
import sys

sys.path.append("tests/screens")
import reader

found = {}
policy = reader.opened("policy", "en", policy_part="documents")
found["cards"] = reader.html(policy)
industries = reader.arrived("industries")
for part in ("matrix", "timeline", "likeness"):
    reader.follow(industries, "en", industries_part=part, industries_place="220300")
    found[part] = reader.html(industries)
    found[part + "-tables"] = [one.value.to_csv() for one in industries.dataframe]
    charts = [json.loads(one.proto.spec) for one in industries.get("vega_lite_chart")]
    found[part + "-charts"] = charts
from screens.industries.matrix_marks import mark_cells

found["marks"] = [
    [mark.text for mark in marks]
    for places in mark_cells("industry", False, "documents", "en").values()
    for marks in places.values()
]
print(json.dumps(found))
"""


def add_documents(folder: Path) -> None:
    """Add the copies, and give each a copy of the first fact that its sibling states."""
    rows = {}
    for name in ("policies", "specialities"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as source:
            rows[name] = list(csv.DictReader(source))
    for sibling, copy in COPIES.items():
        document = next(row for row in rows["policies"] if row["id"] == sibling)
        rows["policies"].append(document | {"id": copy, "title_en": f"Title of {copy}"})
        fact = next(
            row
            for row in rows["specialities"]
            if (row["document"], row["place"], row["status"]) == (sibling, "220300", "stated")
        )
        rows["specialities"].append(fact | {"id": f"{fact['id']}-again", "document": copy})
    for name, records in rows.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, records[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(records)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What a reader sees who comes when the documents are there."""
    folder = tmp_path_factory.mktemp("more") / "data"
    shutil.copytree(DATA, folder)
    add_documents(folder)
    done = subprocess.run(
        [sys.executable, "-c", VISIT],
        cwd=ROOT,
        env=os.environ | {"ATLAS_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_each_has_a_card_on_policy(pages) -> None:
    assert pages["cards"].count('policy-document"') == 7
    for copy in COPIES.values():
        assert f"Title of {copy}" in pages["cards"]


def test_the_time_line_gives_each_a_column_and_a_chapter(pages) -> None:
    columns = ["2006", "2013", "2015A", "2015B", "2021", " ", "undated A", "undated B"]
    domains = [
        layer["encoding"]["x"]["scale"]["domain"]
        for chart in pages["timeline-charts"]
        for layer in chart["layer"]
    ]
    assert domains
    assert all(domain == columns for domain in domains)
    for year in columns:
        assert f">{year}</dt>" in pages["timeline"] or year == " "


def test_the_matrix_marks_each(pages) -> None:
    cells = [set(marks) for marks in pages["marks"]]
    assert any({"n.d.A", "n.d.B"} <= cell for cell in cells)
    assert any({"15A", "15B"} <= cell for cell in cells)
