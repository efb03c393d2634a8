import json

import pytest
from streamlit_folium import (
    _get_feature_group_string,
    _get_map_string,
    generate_js_hash,
)

from geo import store
from layers.atlas_layer import Focus, MapState, state_group
from layers.basemap import base_map
from layers.corridor import find_reach


def script(drawn):
    drawn.get_root().render()
    return _get_map_string(drawn)


def message(state):
    drawn = base_map()
    script(drawn)
    text = _get_feature_group_string(state_group(state), drawn)
    inside = text.split("window.jilinAtlas.apply(")[1].split(");\n")[0]
    return text, json.loads(inside)


def test_equal_inputs_give_an_equal_map():
    first, second = base_map(), base_map()
    assert generate_js_hash(script(first)) == generate_js_hash(script(second))


def test_review_number_changes_the_map(monkeypatch):
    before = script(base_map())
    monkeypatch.setenv("ATLAS_REVIEW_NUMBER", "</script>")
    after = script(base_map())
    assert before != after
    assert "</script>" not in after


def test_map_asks_for_nothing_from_elsewhere(monkeypatch):
    monkeypatch.delenv("ATLAS_TILES", raising=False)
    drawn = base_map()
    addresses = [url for element in (drawn, *drawn._children.values())
                 for _, url in [*getattr(element, "default_js", []),
                                *getattr(element, "default_css", [])]]  # fmt: skip
    assert len(addresses) == 4
    assert all(url.startswith("../../atlas/") for url in addresses)
    assert "http" not in script(drawn)


@pytest.mark.parametrize(
    ("tiles", "key", "count", "host"),
    [
        ("osm", "", 1, "openstreetmap.org"),
        ("tianditu", "k3y", 2, "tk=k3y"),
        ("tianditu", "", 0, ""),
        ("gaode", "", 0, ""),
        ("", "", 0, ""),
    ],
)
def test_tiles_are_the_operators_choice(monkeypatch, tiles, key, count, host):
    monkeypatch.setenv("ATLAS_TILES", tiles)
    monkeypatch.setenv("ATLAS_TIANDITU_KEY", key)
    text = script(base_map())
    assert text.count("L.tileLayer(") == count
    assert host in text


def test_default_state_is_a_few_bytes():
    _, state = message(MapState())
    assert state == {"lang": "zh", "theme": "light", "quiet": ["hubs"]}


def test_a_filter_is_one_bit_per_row():
    text, state = message(MapState(shown={"parks": range(0, 110, 2), "hubs": None, "seats": []}))
    assert set(state["shown"]) == {"parks", "seats"}
    assert state["shown"]["seats"] == ""
    assert len(text) < 500


def test_focus_and_selection_travel():
    _, state = message(MapState(focus=Focus((125.0, 43.0), 3), selected=("parks", "a")))
    assert state["focus"] == {"to": [125.0, 43.0], "number": 3}
    assert state["selected"] == ["parks", "a"]


def test_hostile_text_arrives_as_text(hostile):
    text, state = message(MapState(shaded={"prefectures:220100": [hostile]}))
    assert state["shaded"]["prefectures:220100"] == [hostile]
    assert "<" not in text


def test_the_distances_of_a_reach_are_light_enough_to_travel():
    text, state = message(MapState(reach=find_reach("changchun-siping", 40)))
    near, far = state["reach"]["rows"]["parks"]
    assert len(near) == len(far) == len(store.load_layer("parks"))
    assert all(low <= high for low, high in zip(near, far, strict=True))
    assert len(text) < 4000
