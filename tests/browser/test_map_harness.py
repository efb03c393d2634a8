"""The map's script in a real browser, with made-up rows and without the rest of the app."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from geopandas import GeoDataFrame
from playwright.sync_api import Browser, Locator, Page, Route, expect
from shapely import LineString, Point
from streamlit_folium import _get_feature_group_string, _get_map_string

from geo import store
from geo.belts import corridors
from geo.build import SIGHT
from geo.i18n import Language
from geo.proven import select_proven_rows
from geo.tables import load_table
from layers import assets, payload, style
from layers.atlas_layer import Focus, MapState, state_group
from layers.basemap import base_map
from layers.corridor import find_reach
from layers.looks import KeyRow, KeySection, LayerStyle, PointLook
from tests.browser.conftest import PATIENCE

SITE = "http://atlas.test"
HOSTILE = "<img src=x onerror='window.hurt=1'>`${window.hurt=1}`{{ 7*7 }}"
PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/atlas/vendor/leaflet.css">
<link rel="stylesheet" href="/atlas/js/atlas.css">
<style>html, body {{ margin: 0 }}</style>
<div id="map_div" style="height: 640px"></div>
<script>
  window.told = [];
  window.Streamlit = {{ setComponentValue: (value) => told.push(value) }};
  window.__GLOBAL_DATA__ = {{ returned_objects: ["last_active_drawing"], previous_data: {{}} }};
</script>
<script src="/atlas/vendor/leaflet.js"></script><script src="/atlas/js/atlas.js"></script>
<script>{script}</script>"""


FRAMES = """async () => {
  for (let count = 0; count < 4; count += 1) await new Promise(requestAnimationFrame);
}"""


def map_script() -> str:
    drawn = base_map()
    drawn.get_root().render()
    return _get_map_string(drawn)


def frames_of_the_atlas() -> dict[str, GeoDataFrame]:
    names = (*payload.AREAS, *payload.GROUND, "belts", *style.point_layers())
    return {name: store.load_layer(name).copy() for name in names}


@cache
def data() -> bytes:
    frames = frames_of_the_atlas()
    frames["parks"].loc[0, ["name_zh", "name_en"]] = HOSTILE
    return payload.build_payload(frames, load_table("industries"), "test")


@dataclass
class Harness:
    page: Page

    def apply(self, state: MapState) -> None:
        drawn = base_map()
        drawn.get_root().render()
        script = _get_feature_group_string(state_group(state), drawn)
        self.page.evaluate("(script) => window.eval(script)", script)
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked for has been drawn: some frames, however long they take."""
        self.page.evaluate(FRAMES)

    def drawn(self) -> dict[str, list[str]]:
        return self.page.evaluate("jilinAtlas.listDrawn()")

    def open_legend(self) -> Locator:
        legend = self.page.locator(".atlas-legend")
        legend.locator("summary").first.click()
        return legend

    def names(self) -> list[dict[str, Any]]:
        return self.page.evaluate("jilinAtlas.listNames()")

    def point(self, layer: str, key: str) -> tuple[float, float]:
        point = self.page.evaluate("(at) => jilinAtlas.screenPoint(...at)", [layer, key])
        return point["x"], point["y"]

    def count_members(self, layer: str, key: str) -> int:
        """Return of how many symbols the one of a thing consists: more than one in a disc."""
        members: int = self.page.evaluate(
            "(at) => jilinAtlas.screenPoint(...at).members", [layer, key]
        )
        return members


Start = Callable[..., Harness]


@pytest.fixture
def start(browser: Browser) -> Iterator[Start]:
    context = browser.new_context(viewport={"width": 1200, "height": 640})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    sent: list[bytes] = []
    served = {path: asset for path, asset in assets.assets().items() if not path.startswith("data")}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE).split("?")[0]
        asset = served.get(path.removeprefix("/atlas/"))
        if path == "/":
            html = PAGE.format(script=map_script())
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif path.startswith("/atlas/data/"):
            route.fulfill(body=sent[-1], content_type="application/json")
        elif asset:
            route.fulfill(body=asset.content, content_type=asset.media_type)
        else:
            route.fulfill(status=404, body="")

    def open_map(query: str = "", content: bytes | None = None) -> Harness:
        sent.append(content or data())
        page.goto(f"{SITE}/{query}")
        page.evaluate("() => jilinAtlas.ready")
        harness = Harness(page)
        harness.settle()
        return harness

    page.route("**/*", answer)
    yield open_map
    context.close()
    assert faults == []


RESIZE = """(height) => {
  map_div.getContainer().style.height = `${height}px`;
  map_div.invalidateSize({ animate: false });
}"""
FAR_VIEW = """(corner) => {
  const limits = L.latLngBounds(map_div.options.maxBounds);
  map_div.setView(limits[`get${corner}`](), map_div.getMinZoom(), { animate: false });
  map_div.panInsideBounds(limits, { animate: false });
  const view = map_div.getBounds();
  return [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
}"""
#: Width and height of the map on a phone, on a tablet, beside a list, on a desk and on a wall.
SIZES = ((366, 480), (366, 700), (560, 560), (772, 620), (1104, 620), (1440, 840), (1920, 1000))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_name_stands_in_its_own_prefecture(start: Start, lang: Language) -> None:
    shapes = {
        unit.id: unit.geometry
        for level in ("prefectures", "counties")
        for unit in store.load_layer(level).itertuples()
    }
    for width, height in SIZES:
        harness = start()
        harness.page.set_viewport_size({"width": width, "height": height})
        harness.page.evaluate(RESIZE, height)
        harness.apply(MapState(lang=lang))
        assert len(harness.names()) >= 8, (width, height)
        for zoom in (0, 6.5, 8.5, 9.5):  # the first is what the size gives
            if zoom:
                harness.page.evaluate(f"map_div.setZoom({zoom}, {{ animate: false }})")
                harness.settle()
            elsewhere = [
                name["text"]
                for name in harness.names()
                if not shapes[name["id"]].contains(Point(name["lon"], name["lat"]))
            ]
            assert elsewhere == [], (width, height, zoom)


#: How many names are in sight, and those that the map's edge cuts: a box has 2 px beside its words.
CUT_NAMES = """() => {
  const { width, height } = map_div.getContainer().getBoundingClientRect();
  const names = jilinAtlas.listNameBoxes();
  const inSight = names.filter(
    (name) => name.right > 1 && name.left < width - 1 && name.bottom > 1 && name.top < height - 1);
  const cut = inSight.filter((name) => name.left < -1 || name.right > width + 1
    || name.top < -1 || name.bottom > height + 1);
  return [inSight.length, cut.map((name) => name.text)];
}"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_name_is_cut_by_the_edge_of_the_map(start: Start, lang: Language) -> None:
    harness, written = start(), 0
    for width, height in ((390, 700), (1024, 700), (1440, 840)):
        harness.page.set_viewport_size({"width": width, "height": height})
        harness.page.evaluate(RESIZE, height)
        harness.apply(MapState(lang=lang, shown={"parks": list(range(90))}))
        for zoom in (6, 8.5, 9.5):
            for east in range(6):  # whatever stands at the edge comes to it
                view = [43.85, 124.9 + 0.11 * east]
                harness.page.evaluate(
                    "([at, zoom]) => map_div.setView(at, zoom, { animate: false })", [view, zoom]
                )
                harness.settle()
                count, cut = harness.page.evaluate(CUT_NAMES)
                written += count
                assert cut == [], (width, zoom, view)
    assert written > 200


def test_no_view_leaves_what_is_known_of_the_land(start: Start) -> None:
    harness = start()
    west, south, east, north = SIGHT.bounds
    for width, height in (*SIZES, (2560, 620), (3840, 1600)):
        harness.page.set_viewport_size({"width": width, "height": height})
        harness.page.evaluate(RESIZE, height)
        harness.settle()
        for corner in ("NorthWest", "NorthEast", "SouthWest", "SouthEast"):
            view = harness.page.evaluate(FAR_VIEW, corner)
            assert west < view[0] < view[2] < east, (width, corner)
            assert south < view[1] < view[3] < north, (width, corner)
        harness.page.evaluate("document.querySelector('.atlas-home').click()")


def test_nothing_of_the_library_speaks_before_the_data(start: Start) -> None:
    harness = start()
    harness.page.route("**/atlas/data/*", lambda _: None)  # never answered
    harness.page.goto(SITE, wait_until="commit")
    harness.page.wait_for_function("document.querySelector('.leaflet-control-attribution')")
    assert harness.page.locator(".leaflet-control-attribution").inner_text() == "Leaflet"
    assert harness.page.locator(".leaflet-control-attribution svg").count() == 0
    background = "getComputedStyle(document.getElementById('map_div')).backgroundImage"
    assert "svg" in harness.page.evaluate(background)


def test_all_rows_are_drawn_at_first(start: Start) -> None:
    drawn = start().drawn()
    for layer in ("parks", "hubs", "seats"):
        assert drawn[layer] == store.load_layer(layer)["id"].tolist()
    assert "clusters" not in drawn


@pytest.mark.parametrize("rows", [[], [0], [3, 8, 64], list(range(0, 122, 7))])
def test_a_filter_draws_exactly_its_rows(start: Start, rows: list[int]) -> None:
    harness = start()
    harness.apply(MapState(shown={"parks": rows}))
    assert harness.drawn()["parks"] == store.load_layer("parks")["id"].iloc[rows].tolist()


def test_the_last_state_wins_and_may_come_twice(start: Start) -> None:
    harness = start()
    for rows in ([1], [2], [2]):
        harness.apply(MapState(shown={"parks": rows}))
    assert len(harness.drawn()["parks"]) == 1


def test_no_symbol_hides_another(start: Start) -> None:
    harness = start("?view=43.9,125.3,9")
    layers = {layer: harness.drawn()[layer] for layer in ("parks", "hubs")}
    points = [harness.point(layer, key) for layer, keys in layers.items() for key in keys]
    nearest = min(
        abs(complex(*one) - complex(*other))
        for row, one in enumerate(points)
        for other in points[:row]
    )
    assert nearest > 9


def test_a_width_repaints_what_is_certain_possible_and_outside(start: Start) -> None:
    harness = start()
    belt = "changchun-jilin-tumen"
    harness.apply(MapState(reach=find_reach(belt, 40)))
    everything = harness.drawn()["parks"]
    for km in (40, 10, 25, 55.5, 80):
        judged: dict[str, list[str]] = harness.page.evaluate(
            "(km) => { const now = jilinAtlas.reach(km).parks;"
            " return JSON.stringify(now) === JSON.stringify(jilinAtlas.listVerdicts().parks)"
            " ? now : null; }",
            km,
        )
        verdict = corridors.judge_layer("parks", belt, km).verdict
        wanted = {word: set(verdict.index[verdict == word]) for word in corridors.VERDICTS}
        assert {word: set(ids) for word, ids in judged.items()} == wanted
        assert harness.drawn()["parks"] == everything  # what is outside stays, hollow


def test_a_filter_seen_before_the_answer_keeps_the_width_of_the_handle(start: Start) -> None:
    harness = start()
    belt = "changchun-jilin-tumen"
    harness.apply(MapState(reach=find_reach(belt, 40)))
    harness.page.evaluate("jilinAtlas.reach(80); jilinAtlas.preview({ hubs: '' })")
    verdict = corridors.judge_layer("parks", belt, 80).verdict
    certain = harness.page.evaluate("jilinAtlas.listVerdicts().parks.certain")
    assert set(certain) == set(verdict.index[verdict == "certain"])


COLOUR_AT = """([x, y]) => {
  const canvas = document.querySelector('.leaflet-atlas-points-pane canvas');
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const at = [(x - box.left) * ratio, (y - box.top) * ratio].map(Math.round);
  return [...canvas.getContext('2d').getImageData(...at, 1, 1).data];
}"""


def read_strength(harness: Harness, key: str) -> int:
    """Return how opaque the middle of a park's symbol is, of 255."""
    colour = harness.page.evaluate(COLOUR_AT, list(harness.point("parks", key)))
    return int(colour[3])


def test_pins_keep_clear_of_one_another_and_the_rest_stay_in_their_places(start: Start) -> None:
    harness = start()
    parks = store.load_layer("parks").set_index("id")
    changchun = parks[parks.prefecture_adcode == "220100"].index[:10].tolist()
    harness.apply(MapState(pins=[("parks", key) for key in changchun]))
    pins = [complex(*harness.point("parks", key)) for key in changchun]
    assert min(abs(one - other) for row, one in enumerate(pins) for other in pins[:row]) > 20
    ring = style.PALETTES["light"].selected
    for place, is_ringed in ((pins[0], True), (pins[1], False)):
        colour = harness.page.evaluate(COLOUR_AT, [place.real, place.imag - 13.6])
        wanted = [int(ring[at : at + 2], 16) for at in (1, 3, 5)]
        assert (colour[:3] == pytest.approx(wanted, abs=40)) == is_ringed
    for key in parks.index.difference(changchun):
        park = parks.geometry[key]
        place = harness.page.evaluate(
            "(at) => { const { x, y } = map_div.latLngToContainerPoint(at); return [x, y]; }",
            [park.y, park.x],
        )
        assert harness.point("parks", key) == pytest.approx(place, abs=1.5)


BARE = (".atlas-legend", ".atlas-slot", ".leaflet-control-zoom", ".leaflet-control-scale")


def test_one_of_several_maps_is_bare_and_shows_the_province(start: Start) -> None:
    harness = start("?view=43.9,125.3,9&layers=parks")
    harness.apply(MapState(bare=True))
    for part in (*BARE, ".leaflet-control-attribution"):  # the page says the sources once
        expect(harness.page.locator(part)).to_be_hidden()
    west, south, east, north = store.load_layer("province").total_bounds.tolist()
    corners = [[south, west], [north, east]]
    assert harness.page.evaluate("(corners) => map_div.getBounds().contains(corners)", corners)
    assert re.search(r"view=43\.\d+,125\.\d+,9$", harness.page.url)


FARTHEST = 16  # km


def test_a_symbol_by_itself_stands_near_its_place_and_the_others_are_counted(start: Start) -> None:
    harness = start()
    offsets = harness.page.evaluate("jilinAtlas.listOffsets()")
    gathered = [symbol for symbol in offsets if symbol["gathered"]]
    assert len(gathered) > 20
    assert max(symbol["km"] for symbol in offsets if not symbol["gathered"]) < FARTHEST
    members = {harness.count_members(symbol["layer"], symbol["id"]) for symbol in gathered}
    assert min(members) > 1
    assert {symbol["id"] for symbol in offsets} >= set(store.load_layer("parks").id)


def test_a_disc_counts_what_the_filter_shows_and_opens_by_a_click(start: Start) -> None:
    harness = start()
    parks = store.load_layer("parks")
    keys = ["changchun-etdz", "changchun-hitech", "changchun-new-area"]
    everything = harness.count_members("parks", keys[0])
    assert everything > 3
    rows = parks.index[parks.id.isin(keys)].tolist()
    harness.apply(MapState(shown={"parks": rows}))
    counted = [harness.count_members("parks", key) for key in keys]
    assert max(counted) < everything
    harness.apply(MapState(shown={"parks": rows[:1]}))
    assert harness.count_members("parks", parks.id[rows[0]]) == 1
    harness.apply(MapState())
    harness.page.mouse.move(*harness.point("parks", keys[0]))
    assert str(everything) in harness.page.locator(".atlas-tip").inner_text()
    harness.page.mouse.click(*harness.point("parks", keys[0]))
    harness.page.wait_for_function("map_div.getZoom() >= 8 && !map_div._animatingZoom")
    harness.settle()
    assert harness.count_members("parks", keys[0]) == 1
    assert harness.page.evaluate("told") == []


def test_the_few_that_a_filter_leaves_are_named_and_a_button_leads_to_them(start: Start) -> None:
    harness = start()
    button = harness.page.locator(".atlas-results")
    expect(button).to_be_hidden()
    parks = store.load_layer("parks")
    waters = parks[parks.id.isin(["jingyu-edz", "antu-water"])]
    harness.apply(MapState(shown={"parks": waters.index.tolist()}))
    assert set(harness.page.evaluate("jilinAtlas.listNamed()")) == set(waters.name_zh)
    expect(button).to_contain_text("2")
    button.click()
    corners = [[waters.lat.min(), waters.lon.min()], [waters.lat.max(), waters.lon.max()]]
    harness.page.wait_for_function("map_div.getZoom() > 8")
    expect(button).to_be_hidden()
    assert harness.page.evaluate("(corners) => map_div.getBounds().contains(corners)", corners)
    harness.apply(MapState(shown={"parks": range(len(parks))}))
    expect(button).to_be_hidden()


def test_no_name_of_a_symbol_is_written_while_many_are_shown_on_a_wide_view(start: Start) -> None:
    harness = start()
    harness.apply(MapState(shown={"parks": range(60)}))
    assert harness.page.evaluate("jilinAtlas.listNamed()") == []
    near = start("?view=43.9,125.3,9.5")
    near.apply(MapState(shown={"parks": range(60)}))
    names = near.page.evaluate("jilinAtlas.listNamed()")
    assert set(names) <= {*store.load_layer("parks").name_zh.iloc[:60], HOSTILE}
    assert len(names) > 3


def test_arrow_keys_go_from_park_to_park_and_enter_selects(start: Start) -> None:
    harness = start("?view=43.9,125.3,9")
    harness.page.locator("#map_div").focus()
    voice = harness.page.locator(".atlas-voice[aria-live]")
    harness.page.keyboard.press("ArrowRight")
    expect(voice).not_to_be_empty()
    first = voice.inner_text()
    harness.page.keyboard.press("ArrowRight")
    expect(voice).not_to_have_text(first)
    harness.page.keyboard.press("Enter")
    (event,) = harness.page.evaluate("told.map((one) => one.last_active_drawing.properties)")
    names = store.load_layer(event["layer"]).set_index("id").name_zh
    assert names[event["id"]] in voice.inner_text()
    harness.page.keyboard.press("+")
    harness.page.wait_for_function("map_div.getZoom() > 9")


@pytest.mark.parametrize(
    ("at", "zoom"), [("?view=43.9,125.3,6.5", 8.5), ("?view=43.9,125.3,9.5", 9.5)]
)
def test_a_flight_to_a_place_keeps_the_province_in_sight(
    start: Start, at: str, zoom: float
) -> None:
    harness = start(at)
    harness.page.emulate_media(reduced_motion="reduce")
    place = (126.5, 43.8, 126.5, 43.8)
    harness.apply(MapState(focus=Focus.on(place, 1)))
    harness.page.wait_for_function("Math.abs(map_div.getCenter().lng - 126.5) < 0.01")
    assert harness.page.evaluate("map_div.getZoom()") == zoom


MIDDLE_OF_AXIS = """([[lon, lat], [nextLon, nextLat]]) => {
  const at = (place) => map_div.latLngToContainerPoint(place);
  const [start, end] = [at([lat, lon]), at([nextLat, nextLon])];
  return [(start.x + end.x) / 2, (start.y + end.y) / 2];
}"""


def list_stops(belt: str) -> list[tuple[float, float]]:
    """Return the stops of a belt's axis, longitude and latitude."""
    belts = store.load_layer("belts")
    axis = belts[(belts.id == belt) & (belts.geometry_kind == "axis")].geometry.iloc[0]
    return list(axis.coords)


def list_selected(harness: Harness) -> list[tuple[str, str]]:
    """Return what clicks have told, layer and id."""
    told: list[Any] = harness.page.evaluate("told.map((one) => one.last_active_drawing.properties)")
    return [(one["layer"], one["id"]) for one in told]


@pytest.mark.parametrize("belt", load_table("belts").id)
def test_a_click_on_the_line_of_a_belt_selects_the_belt(start: Start, belt: str) -> None:
    harness = start("?layers=axis.prefectures")  # no symbol lies over the line
    harness.apply(MapState(pick_areas=True))
    point = harness.page.evaluate(MIDDLE_OF_AXIS, list_stops(belt)[-2:])  # away from the others
    harness.page.mouse.move(*point)
    name = load_table("belts").set_index("id").name_zh[belt]
    expect(harness.page.locator(".atlas-tip")).to_contain_text(name)
    harness.page.mouse.click(*point)
    assert list_selected(harness) == [("belts", belt)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_click_on_the_name_of_a_belt_selects_the_belt(start: Start, lang: Language) -> None:
    harness = start("?layers=axis.prefectures")
    harness.apply(MapState(lang=lang, pick_areas=True))
    names = harness.page.evaluate("jilinAtlas.listBeltNames()")
    assert len(names) >= 2
    belts = load_table("belts").set_index("id")
    for name in names:
        assert name["text"] == belts[f"short_{lang}"][name["id"]]
        middle = name["signs"][len(name["signs"]) // 2]
        harness.page.mouse.click(middle["x"], middle["y"])
    assert list_selected(harness) == [("belts", name["id"]) for name in names]


def test_the_arrow_keys_lead_to_a_belt_and_enter_selects_it(start: Start) -> None:
    harness = start("?layers=axis.prefectures")
    harness.page.locator("#map_div").focus()
    harness.page.keyboard.press("ArrowRight")
    expect(harness.page.locator(".atlas-voice[aria-live]")).not_to_be_empty()
    harness.page.keyboard.press("Enter")
    ((layer, key),) = list_selected(harness)
    assert layer == "belts"
    name = load_table("belts").set_index("id").name_zh[key]
    assert name in harness.page.locator(".atlas-voice[aria-live]").inner_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_of_belts_run_along_their_lines_and_never_upside_down(
    start: Start, lang: Language
) -> None:
    written = 0
    for width, height in SIZES:
        harness = start()
        harness.page.set_viewport_size({"width": width, "height": height})
        harness.page.evaluate(RESIZE, height)
        for zoom in (0, 7.5, 9):
            harness.apply(MapState(lang=lang))
            if zoom:
                harness.page.evaluate(f"map_div.setZoom({zoom}, {{ animate: false }})")
                harness.settle()
            for name in harness.page.evaluate("jilinAtlas.listBeltNames()"):
                written += 1
                line = harness.page.evaluate(
                    "(stops) => stops.map(([lon, lat]) => {"
                    " const { x, y } = map_div.latLngToContainerPoint([lat, lon]);"
                    " return [x, y]; })",
                    list_stops(name["id"]),
                )
                axis = LineString(line)
                signs = name["signs"]
                distances = [axis.distance(Point(sign["x"], sign["y"])) for sign in signs]
                assert max(distances) < 18, (name["text"], width, zoom)
                assert max(abs(sign["angle"]) for sign in signs) < 1.6
                assert signs[0]["x"] < signs[-1]["x"] + 2, (name["text"], width, zoom)
    assert written > 20


def test_the_ground_of_a_belt_is_drawn_once_it_is_chosen_or_pointed_at(start: Start) -> None:
    harness = start("?layers=axis.corridor")
    assert harness.drawn()["corridor"] == []
    belt = "changchun-jilin-tumen"
    harness.page.mouse.move(*harness.page.evaluate(MIDDLE_OF_AXIS, list_stops(belt)[:2]))
    assert harness.drawn()["corridor"] == [belt]
    harness.page.mouse.move(5, 5)
    assert harness.drawn()["corridor"] == []
    harness.apply(MapState(selected=("belts", "changchun-siping")))
    assert harness.drawn()["corridor"] == ["changchun-siping"]


def test_only_what_is_proven_keeps_its_strength_and_the_map_says_how_much(start: Start) -> None:
    harness = start("?view=43.9,125.3,9&layers=parks")
    proven = select_proven_rows()
    harness.apply(MapState(proven=proven, lang="en"))
    parks = store.load_layer("parks")
    sure = parks.id[proven["parks"]].tolist()
    assert set(parks.location_precision[proven["parks"]]) == {"site"}
    near = parks[parks.prefecture_adcode == "220100"]  # in sight
    vague = near.id[near.location_precision != "site"].tolist()
    switch = harness.page.locator(".atlas-proof input")
    line = harness.page.locator(".atlas-proof p")
    expect(line).to_be_hidden()
    before = {key: read_strength(harness, key) for key in (sure[0], vague[0])}
    switch.check()
    harness.settle()
    expect(line).to_contain_text(f"{len(sure)} of {len(parks)} parks remain")
    assert harness.page.url.endswith("proven=1")
    assert read_strength(harness, sure[0]) == before[sure[0]] == 255
    assert read_strength(harness, vague[0]) < 0.5 * before[vague[0]]
    again = start("?view=43.9,125.3,9&layers=parks&proven=1")
    again.apply(MapState(proven=proven))
    expect(again.page.locator(".atlas-proof input")).to_be_checked()
    again.page.locator(".atlas-proof input").uncheck()
    assert "proven" not in again.page.url


def test_names_are_text(start: Start) -> None:
    harness = start()
    harness.apply(MapState(shaded={"prefectures:220100": [HOSTILE]}, labels={"legend": HOSTILE}))
    harness.page.mouse.move(*harness.point("parks", store.load_layer("parks")["id"].iloc[0]))
    harness.settle()
    assert HOSTILE in harness.page.locator(".atlas-tip").inner_text()
    assert harness.page.locator(".atlas-legend-title").inner_text() == HOSTILE
    assert harness.page.locator("img").count() == 0
    assert harness.page.evaluate("window.hurt") is None


def test_escape_puts_the_tooltip_away(start: Start) -> None:
    harness = start()
    harness.page.mouse.move(*harness.point("parks", store.load_layer("parks")["id"].iloc[0]))
    tip = harness.page.locator(".atlas-tip")
    assert tip.is_visible()
    harness.page.keyboard.press("Escape")
    assert tip.is_hidden()


def test_a_click_tells_and_a_click_beside_clears(start: Start) -> None:
    harness = start("?view=43.9,125.3,9")
    key = store.load_layer("parks")["id"].iloc[0]
    harness.page.mouse.click(*harness.point("parks", key))
    harness.page.mouse.click(1100, 150)
    told: list[Any] = harness.page.evaluate("told.map((one) => one.last_active_drawing.properties)")
    assert [(one["layer"], one["id"]) for one in told] == [("parks", key), (None, None)]
    assert told[0]["n"] < told[1]["n"]


def test_switches_are_kept_in_the_address(start: Start) -> None:
    harness = start("?industry=a%20b&x=1#top")
    box = harness.open_legend().locator("input[data-layer=hubs]")
    box.uncheck()
    assert "hubs" not in harness.drawn()
    assert harness.page.url.startswith(f"{SITE}/?industry=a%20b&x=1&layers=corridor.axis.parks")
    assert harness.page.url.endswith("#top")
    box.check()
    assert harness.page.url == f"{SITE}/?industry=a%20b&x=1#top"


@pytest.mark.parametrize(
    "query",
    ["?view=NaN,1,2", "?view=43,125,99", "?view=10,10,8", "?view=43,125", "?view=1e1,125,8"],
)
def test_a_wrong_view_is_ignored(start: Start, query: str) -> None:
    harness = start(query)
    expect(harness.page).to_have_url(f"{SITE}/")


def test_a_link_restores_layers_and_view(start: Start) -> None:
    harness = start("?layers=parks.nonsense.brands&view=43.9,125.3,9.5")
    assert set(harness.drawn()) == {"parks", "brands"}
    lat, lon, zoom = harness.page.evaluate(
        "(() => [map_div.getCenter().lat, map_div.getCenter().lng, map_div.getZoom()])()"
    )
    assert (lat, lon) == (pytest.approx(43.9, abs=0.01), pytest.approx(125.3, abs=0.01))
    assert zoom == 9.5


def test_a_layer_is_drawn_and_explained_by_its_look_alone(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = PointLook(
        "hexagon",
        "cluster",
        noun="one.mills",
        key=(KeySection("key.mills", (KeyRow("kind.mill", {"kind": "mill"}),), "kind"),),
    )
    frames = frames_of_the_atlas()
    layers = {"mills": LayerStyle("points", True, look), **style.LAYERS}
    monkeypatch.setattr(style, "LAYERS", layers)
    columns = ["id", "name_zh", "name_en", "geometry"]
    frames["mills"] = store.load_layer("hubs")[columns].assign(kind="mill").iloc[:3]
    harness = start(content=payload.build_payload(frames, load_table("industries"), "mills"))
    harness.apply(MapState(lang="en", shown={"mills": [0, 2]}))
    assert harness.drawn()["mills"] == frames["mills"].id.iloc[[0, 2]].tolist()
    legend = harness.open_legend()
    entry = legend.locator(".atlas-entry", has_text="layer.mills")
    assert entry.locator(".atlas-count").inner_text() == "2 of 3"
    assert legend.locator("[data-key='key.mills'] .atlas-key").all_text_contents() == ["kind.mill"]
    harness.page.mouse.move(*harness.point("mills", frames["mills"].id.iloc[0]))
    assert "kind.mill" in harness.page.locator(".atlas-tip").inner_text()
    entry.get_by_role("checkbox").uncheck()
    assert "mills" not in harness.drawn()


def test_data_is_json_of_this_version() -> None:
    assert json.loads(data())["version"] == "test"
