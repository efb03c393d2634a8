"""The printed map and report: escaped, self-contained, in one language."""

import re
from xml.etree import ElementTree

import pytest

from geo import store
from geo.siting.criteria import CRITERIA
from layers.report import Report, report_html
from layers.shades import SHADES
from layers.sketch import Mark, park_map, result_map

PARKS = ("changchun-etdz", "changchun-auto-etdz", "jilin-etdz")
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_map_names_the_places_around_its_parks(lang) -> None:
    found = texts(result_map([Mark(one, str(n)) for n, one in enumerate(PARKS)], lang))
    counties = store.load_layer("counties").set_index("id")[f"name_{lang}"]
    assert len(set(counties) & set(found)) > 5
    assert {"0", "1", "2"} <= set(found)


def test_signs_do_not_cover_one_another() -> None:
    ids = store.load_layer("parks").id.head(40)
    svg = ElementTree.fromstring(result_map([Mark(one, "1") for one in ids], "zh"))  # noqa: S314
    signs = [one for one in svg.iter(f"{SVG}circle") if one.get("stroke") == "#ffffff"]
    places = [
        (float(one.get("cx", 0)), float(one.get("cy", 0)), float(one.get("r", 0))) for one in signs
    ]
    for at, (x, y, r) in enumerate(places):
        assert all((x - a) ** 2 + (y - b) ** 2 > (1.9 * r) ** 2 for a, b, _ in places[:at])


def test_a_map_loads_nothing() -> None:
    for svg in (result_map([], "zh"), park_map(Mark("jilin-etdz", "1"), "en")):
        assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]


def test_every_criterion_has_its_own_shade() -> None:
    assert set(SHADES) == set(CRITERIA)
    assert len(set(SHADES.values())) == len(SHADES)


def report(**parts) -> str:
    plain = {
        "question": "<script>alert(1)</script>", "verdict": "", "safety": "", "reasons": [],
        "unknown": [], "weights": [], "marks": [], "belts": [],
        "ranking": [], "of": 0, "findings": [], "tables": [], "compared": None,
        "compared_marks": [], "promised": [], "contacts": [],
        "notes": [("Park", "<img src=x onerror=alert(1)>")], "excluded": [], "method": [],
        "not_held": "", "sources": [], "day": "2026-01-01", "version": "0", "link": "http://x/?a=1",
    }  # fmt: skip
    return report_html(Report(**(plain | parts)), "en")


def test_a_report_escapes_what_it_is_given() -> None:
    text = report()
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;script&gt;" in text


def test_a_report_loads_nothing() -> None:
    text = report()
    assert not re.search(r"<(script|link|iframe|img)\b", text)
    assert "@import" not in text
    assert "url(" not in text
