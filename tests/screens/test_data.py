"""The data page without a browser: every section, both languages, links that restore."""

from functools import partial
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from geo import store
from geo.export.address import items_address
from geo.export.formats import FORMATS
from geo.filters import Filter
from geo.ground import select_counted
from geo.layers import list_exported
from tests.screens import reader
from tests.screens.reader import html, untranslated

SECTIONS = ("take", "live", "quality", "own", "cite")
opened = partial(reader.opened, "data")


def buttons(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("download_button")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_opens_in_each_language(section: str, lang: str) -> None:
    app = opened(lang, data_part=section)
    assert app.query_params["data-part"] == section
    assert untranslated(app, lang) == []


@pytest.mark.parametrize("kind", FORMATS)
def test_each_layer_can_be_taken_in_each_format(kind: str) -> None:
    found = buttons(opened(data_format=kind))
    wanted = [one for one in found if one.startswith(f"{FORMATS[kind].title} · ")]
    assert len(wanted) >= len(list_exported())
    assert all(one.endswith("B") for one in wanted)


def test_the_whole_atlas_can_be_taken() -> None:
    assert any(one.startswith("QGIS (zip)") for one in buttons(opened()))


def test_lines_count_what_the_filter_shows() -> None:
    app = opened(industry="mineral-water")
    text = " ".join(one.value for one in app.markdown)
    assert "Parks: 1" in text
    assert "Industry: Mineral water" in app.expander[0].label.replace("\\", "")


def test_live_links_name_the_filter() -> None:
    body = html(opened(data_part="live", industry="mineral-water", data_shape="axis"))
    assert "/api/collections/parks/items?industry=mineral-water&amp;f=json" in body
    assert "/api/collections/belts-axis/items" in body
    assert "/api/tables?f=html" in body


def test_quality_counts_what_is_unknown() -> None:
    app = opened(data_part="quality", data_table="brands")
    frames = [one.value for one in app.dataframe]
    assert any("Share filled" in frame for frame in frames)
    assert "automatic checks passed" in " ".join(one.value for one in app.markdown)
    parks = store.load_layer("parks").query("status == 'verified'")
    parks = select_counted(parks)
    exact = (parks.location_precision == "site").sum()
    said = " ".join(one.value for one in app.caption)
    assert f"{exact} of {len(parks)} parks stand at a position of their own" in said


@pytest.mark.parametrize(("lang", "word"), [("en", "Jilin Belt Atlas"), ("zh", "吉林产业带图集")])
def test_the_citation_has_the_version(lang: str, word: str) -> None:
    app = opened(lang, data_part="cite")
    assert word in app.code[0].value
    assert store.data_version() in app.code[0].value


def test_what_a_link_does_not_know_is_told() -> None:
    app = opened(data_format="shp")
    assert any("shp" in one.value for one in app.warning)


def test_addresses_say_what_is_asked_for() -> None:
    chosen = Filter(industry=("mineral-water",), level=("national",), unverified=True)
    parks = urlsplit(items_address("http://here/api", "parks", chosen))
    assert parks.path == "/api/collections/parks/items"
    assert parse_qs(parks.query) == {
        "industry": ["mineral-water"],
        "level": ["national"],
        "unverified": ["1"],
        "f": ["json"],
    }
    belts = urlsplit(items_address("http://here/api", "belts", chosen, "corridor"))
    assert belts.path == "/api/collections/belts-corridor/items"
    assert parse_qs(belts.query) == {"industry": ["mineral-water"], "f": ["json"]}
