"""The reader's own layer works each thing out once, and takes everything with it when it goes."""

import weakref

import pytest
from geopandas import GeoDataFrame

from geo import store
from geo.intake.own_layer import OwnLayer

BELT = "changchun-songyuan-baicheng"


@pytest.fixture
def layer(my_rows: GeoDataFrame) -> OwnLayer:
    return OwnLayer(my_rows)


def test_its_rows_stand_below_the_parks_of_the_atlas(layer: OwnLayer) -> None:
    parks = store.load_layer("parks")
    both = layer.with_atlas_parks
    assert both.id.tolist() == [*parks.id, "own-2", "own-3", "own-4"]
    assert both.crs == parks.crs
    assert layer.ids == {"own-2", "own-3", "own-4"}
    assert layer.outlines.empty


def test_rows_are_counted_in_a_corridor(layer: OwnLayer) -> None:
    assert layer.judge_corridor(BELT, 40).verdict.tolist() == ["certain", "possible", "outside"]
    reach = layer.count_in_corridor(BELT, 40)
    assert (reach.certain, reach.possible, reach.total) == (1, 1, 3)


def test_each_thing_is_worked_out_once(layer: OwnLayer) -> None:
    assert layer.judge_corridor(BELT, 40) is layer.judge_corridor(BELT, 40)
    assert layer.with_atlas_parks is layer.with_atlas_parks
    assert layer.ranked_rows is layer.ranked_rows
    assert layer.name_index is layer.name_index


def test_two_layers_of_the_same_rows_share_nothing(my_rows: GeoDataFrame) -> None:
    one, other = OwnLayer(my_rows), OwnLayer(my_rows)
    assert one != other
    assert one.judge_corridor(BELT, 40) is not other.judge_corridor(BELT, 40)


def test_all_of_it_is_gone_at_once(my_rows: GeoDataFrame) -> None:
    layer = OwnLayer(my_rows)
    layer.name_index.find_hits("second", 1)
    verdicts = weakref.ref(layer.judge_corridor(BELT, 40))
    gone = weakref.ref(layer)
    del layer
    assert gone() is None
    assert verdicts() is None
