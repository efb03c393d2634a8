"""A reader's own points: served to who knows the address, gone when nobody holds them."""

import gzip
import json

from geopandas import GeoDataFrame, points_from_xy

from geo.intake.own_layer import OwnLayer
from layers.atlas_layer import MapState
from layers.own_payload import find_asset, find_hits, offer_layer


def frame(**more: list[object]) -> GeoDataFrame:
    columns = {"id": ["own-2", "own-3"], "name_zh": ["甲<b>", "乙"], "name_en": ["甲<b>", "乙"]}
    return GeoDataFrame(
        columns | {"status": ["own"] * 2, "industries": [("automobiles",), ()]} | more,
        geometry=points_from_xy([125.3, 126.5], [43.9, 43.8]),
        crs=4326,
    )


def layer() -> OwnLayer:
    return OwnLayer(frame())


def test_the_points_are_served_to_who_knows_the_address() -> None:
    rows_in_use = layer()
    offered = offer_layer(rows_in_use)
    asset = find_asset(offered.path)
    assert asset is not None
    rows = json.loads(asset.content)
    assert rows["id"] == ["own-2", "own-3"]
    assert rows["at"] == [[125.3, 43.9], [126.5, 43.8]]
    assert rows["zh"] == ["甲<b>", "乙"]
    assert json.loads(gzip.decompress(asset.zipped)) == rows
    assert asset.cache_control == "private, no-store"


def test_who_knows_the_address_may_search_the_rows() -> None:
    rows_in_use = layer()
    path = offer_layer(rows_in_use).path
    hit = {"layer": "parks", "id": "own-2", "name": "甲<b>"}
    assert find_hits(path, " 甲", 9) == [hit | {"rank": (1, 2)}]
    assert find_hits(path, "甲", 0) == find_hits(path, "…", 9) == find_hits(path, "丙", 9) == []
    assert find_hits("own/another.json", "甲", 9) is None
    del rows_in_use
    assert find_hits(path, "甲", 9) is None


def test_no_two_addresses_are_alike_and_none_is_short() -> None:
    layers = [layer() for _ in range(50)]
    offered = [offer_layer(one) for one in layers]
    assert len({one.path for one in offered}) == 50
    assert min(len(one.path) for one in offered) > 36
    assert find_asset("own/") is None


def test_a_layer_has_one_address() -> None:
    rows_in_use = layer()
    assert offer_layer(rows_in_use) is offer_layer(rows_in_use)


def test_they_are_gone_when_nobody_holds_the_layer() -> None:
    rows_in_use = layer()
    path = offer_layer(rows_in_use).path
    assert find_asset(path) is not None
    del rows_in_use
    assert find_asset(path) is None  # at once: nothing waits for the garbage collector


def test_the_state_names_the_address_only_when_there_is_one() -> None:
    assert "own" not in MapState().message()
    assert MapState(own="../x.json").message()["own"] == "../x.json"
