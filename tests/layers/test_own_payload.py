"""A reader's own points: served to who knows the address, gone when nobody holds them."""

import gc
import gzip
import json

from geopandas import GeoDataFrame, points_from_xy

from layers.atlas_layer import MapState
from layers.own_payload import find_asset, offer_rows


def frame(**more: list[object]) -> GeoDataFrame:
    columns = {"id": ["own-2", "own-3"], "name_zh": ["甲<b>", "乙"], "name_en": ["甲<b>", "乙"]}
    return GeoDataFrame(
        columns | {"status": ["own"] * 2, "industries": [("automobiles",), ()]} | more,
        geometry=points_from_xy([125.3, 126.5], [43.9, 43.8]),
        crs=4326,
    )


def test_the_points_are_served_to_who_knows_the_address() -> None:
    offered = offer_rows(frame())
    asset = find_asset(offered.path)
    assert asset is not None
    rows = json.loads(asset.content)
    assert rows["id"] == ["own-2", "own-3"]
    assert rows["at"] == [[125.3, 43.9], [126.5, 43.8]]
    assert rows["zh"] == ["甲<b>", "乙"]
    assert json.loads(gzip.decompress(asset.zipped)) == rows
    assert asset.cache_control == "private, no-store"


def test_no_two_addresses_are_alike_and_none_is_short() -> None:
    offered = [offer_rows(frame()) for _ in range(50)]
    assert len({one.path for one in offered}) == 50
    assert min(len(one.path) for one in offered) > 36
    assert find_asset("own/") is None


def test_they_are_gone_when_nobody_holds_them() -> None:
    offered = offer_rows(frame())
    path = offered.path
    del offered
    gc.collect()
    assert find_asset(path) is None


def test_the_state_names_the_address_only_when_there_is_one() -> None:
    assert "own" not in MapState().message()
    assert MapState(own="../x.json").message()["own"] == "../x.json"
