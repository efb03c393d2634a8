"""The map as a picture: what it says away from the page, and that it is what the map shows."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from geo import store
from geo.belts import corridors
from geo.filters import Filter, list_options
from geo.i18n import translator
from geo.intake.own_layer import OwnLayer
from geo.layers import OWN
from geo.map_rows import find_bounds, find_claim_badges, select_map_rows
from layers.atlas_layer import Focus, MapState
from layers.corridor import find_reach
from layers.drawn_points import list_key, place_signs
from layers.map_drawing import draw_map
from layers.map_ground import place_points, project_shapes
from layers.map_picture import MapPicture, draw_map_alone, draw_map_picture
from layers.style import PALETTES
from layers.text_lines import break_lines, measure_text
from layers.typesetting import PAPER_FONT, draw_pixels

SVG = "{http://www.w3.org/2000/svg}"
EVERYWHERE = (-1e5, -1e5, 2e5, 2e5)
TEXTILES = Filter(industry=("textiles-general",))


def draw(state: MapState, shows: str = "Everything", own: OwnLayer | None = None) -> str:
    link = "http://atlas.example/?lang=en"
    return draw_map_picture(MapPicture(shows, state, link, "2026-01-31", "abc123", own))


def list_texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_picture_says_what_when_whence_and_under_which_licence(lang) -> None:
    say = translator(lang)
    texts = list_texts(draw(MapState(lang=lang)))
    everything = " ".join(texts)
    assert texts[0] == "Everything"
    for said in ("2026-01-31", "abc123", "CC-BY-4.0", "http://atlas.example/?lang=en", "100 km"):
        assert said in everything
    assert say("sources") in everything
    belts = store.load_layer("belts").drop_duplicates("id")[f"name_{lang}"]
    prefectures = store.load_layer("prefectures")[f"name_{lang}"]
    assert {*belts, *prefectures, say("kind.airport"), say("precision.approximate")} <= set(texts)


def test_rivers_and_lakes_lie_below_what_is_asked() -> None:
    svg = draw(MapState(lang="en"))
    water = PALETTES["light"].water
    assert svg.count(f'stroke="{water}"') == svg.count(f'fill="{water}"') == 1
    assert svg.rindex(water) < svg.index(PALETTES["light"].belts[0])


def test_a_picture_loads_nothing() -> None:
    found = re.findall(r"https?://[^\"<]+", draw(MapState(lang="en")))
    assert set(found) == {"http://www.w3.org/2000/svg", "http://atlas.example/?lang=en"}


def test_what_a_reader_typed_is_text() -> None:
    hostile = "</svg><script>alert(1)</script>"
    svg = draw(MapState(lang="en"), hostile)
    assert hostile in list_texts(svg)
    assert "<script" not in svg


def test_each_row_that_the_map_shows_has_one_sign_at_its_own_point() -> None:
    shown = select_map_rows(TEXTILES)
    state = MapState(lang="en", shown=shown, layers={"clusters": True, "brands": True})
    signs = place_signs(state, None, EVERYWHERE, unit=0.7)
    for layer in ("parks", "hubs", "clusters", "brands"):
        points = project_shapes(store.load_layer(layer).geometry).iloc[shown[layer]].dropna()
        expected = sorted(zip(points.x, points.y, strict=True))
        assert sorted(placed.at for placed in signs if placed.sign.layer == layer) == expected
    for at, one in enumerate(signs):
        assert all((one.x - two.x) ** 2 + (one.y - two.y) ** 2 > 40 for two in signs[:at])


def test_a_layer_that_is_off_is_neither_drawn_nor_explained() -> None:
    state = MapState(lang="en", layers={"hubs": False})
    signs = place_signs(state, None, EVERYWHERE, unit=0.7)
    assert {placed.sign.layer for placed in signs} == {"parks"}
    assert "Airport" not in [word for _, word in list_key(signs, "en")]


def test_results_carry_their_ranks_and_lie_on_top() -> None:
    leaders = [("parks", park) for park in store.load_layer("parks").id.iloc[[4, 9, 2]]]
    state = MapState(lang="en", pins=leaders)
    signs = place_signs(state, None, EVERYWHERE, unit=0.7)
    assert [placed.number for placed in signs[-3:]] == [3, 2, 1]
    at = place_points("parks")
    assert [placed.at for placed in signs[-3:]] == [at[park] for _, park in leaders[::-1]]
    assert "Rank in the answer" in list_texts(draw(state))
    together = [("parks", park) for park in store.load_layer("parks").id.head(10)]
    ranks = place_signs(replace(state, pins=together), None, EVERYWHERE, unit=0.1)[-10:]
    for row, one in enumerate(ranks):  # discs of 20 pixels, none over another
        assert all((one.x - two.x) ** 2 + (one.y - two.y) ** 2 > 1.9**2 for two in ranks[:row])
    assert "Rank in the answer" not in list_texts(draw(MapState(lang="en")))


def test_how_surely_a_park_lies_in_a_corridor_is_drawn_as_it_is_counted() -> None:
    belt, km = "changchun-siping", 30.0
    state = MapState(lang="en", reach=find_reach(belt, km), layers={"hubs": False})
    signs = place_signs(state, None, EVERYWHERE, unit=0.7)
    judged = corridors.judge_layer("parks", belt, km).verdict.value_counts()
    drawn = [placed.sign.verdict for placed in signs]
    assert {verdict: drawn.count(verdict) for verdict in corridors.VERDICTS} == dict(judged)
    words = [word for _, word in list_key(signs, "en")]
    assert words[:3] == ["certain", "possible", "outside"]
    assert not {"At the site", "Approximate (geocoded, town or county)"} & set(words)


def test_who_claims_an_industry_is_told_apart() -> None:
    state = MapState(lang="en", claims=find_claim_badges(TEXTILES, "en"), shown={"parks": []})
    svg = draw(state)
    assert "2015" in list_texts(svg)  # Liaoyuan
    assert svg.count('opacity="0.85"') == 2  # the two belts that claim it
    assert "Strong lines claim it" in list_texts(svg)


def test_own_rows_are_drawn_and_explained() -> None:
    frame = store.load_layer("parks").head(2).assign(id=["own-1", "own-2"], status="own")
    state = MapState(lang="en", shown={"parks": [], OWN: [1]}, layers={"hubs": False})
    texts = list_texts(draw(state, own=OwnLayer(frame)))
    assert "Your data" in texts
    assert "Your data" not in list_texts(draw(state))


def test_a_picture_shows_what_the_map_was_asked_to_fly_to() -> None:
    bounds = find_bounds("prefectures", "220400")
    svg = draw_map_alone(MapState(lang="en", focus=Focus.on(bounds, 1)))
    names = list_texts(svg)
    assert "Liaoyuan" in names
    assert "Baicheng" not in names


def test_pixels_have_the_width_that_is_asked_for() -> None:
    png = draw_pixels(draw_map_alone(MapState(lang="zh"), font=PAPER_FONT), 760, scale=1)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 760


@pytest.mark.parametrize(
    "text", ["Changchun, Jilin and more words", "长春市吉林市四平市辽源市通化市"]
)
def test_lines_are_no_wider_than_asked_and_lose_nothing(text) -> None:
    lines = break_lines(text, 80, 10)
    assert len(lines) > 1
    assert all(measure_text(line, 10) <= 80 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("state", "corridors"),
    [
        (MapState(), []),
        (MapState(selected=("belts", "changchun-siping")), ["changchun-siping"]),
        (MapState(selected=("belts", "changchun-siping"), layers={"corridor": False}), []),
        (MapState(shown={"belts": [1, 3]}), ["changchun-siping", "changchun-songyuan-baicheng"]),
        (
            MapState(shown={"belts": [1, 3]}, claims={"belts": {"changchun-siping": ""}}),
            ["changchun-siping"],
        ),
    ],
)
def test_the_ground_of_chosen_belts_is_drawn(state: MapState, corridors: list[str]) -> None:
    drawn = draw_map(state, None, 760)["corridors"]
    order = list_options("belt")
    colours = [PALETTES["light"].belts[order.index(belt)] for belt in corridors]
    assert [corridor["colour"] for corridor in drawn] == colours
    assert all(corridor["path"] for corridor in drawn)
