"""A reader's own rows compete with the atlas's parks, and change nobody else's answer."""

import gc
import weakref

import numpy as np
import pandas as pd
import pytest
from geopandas import GeoSeries
from pandas.testing import assert_frame_equal

from geo import store
from geo.siting.criterion_values import find_span, measure_criteria
from geo.siting.own_rows import MOST, OwnRows
from geo.siting.question import make_question
from geo.siting.ranking import rank_parks
from geo.siting.robustness import assess_ranking
from geo.siting.similar_parks import find_similar_parks

AUTO = make_question(industries=["auto-parts"], kinds=["high_tech"])


@pytest.fixture
def own(my_rows) -> OwnRows:
    return OwnRows(my_rows)


def test_a_row_where_a_park_stands_has_its_distances(own) -> None:
    found = measure_criteria(AUTO, own_rows=own)
    for frame in found.frames:
        for name in ("airport", "rail_station", "border_port", "seaport", "changchun"):
            assert frame.at["own-2", name] == pytest.approx(frame.at["changchun-etdz", name])
    assert found.value.at["own-2", "same_industry"] == pytest.approx(0, abs=1e-6)
    assert found.nearest.at["own-2", "same_industry"] == "changchun-etdz"


def test_what_is_unknown_of_a_row_is_a_range(own) -> None:
    ranking = rank_parks(AUTO, own_rows=own)
    for name in ("park_level", "park_kind", "area"):
        assert all(frame[name].loc["own-2":].isna().all() for frame in ranking.values.frames)
        assert (ranking.scaled.worst[name].loc["own-2":] == 0).all()
        assert (ranking.scaled.middle[name].loc["own-2":] == 0.5).all()
        assert (ranking.scaled.best[name].loc["own-2":] == 1).all()
    low, value, high = (frame.loc["own-3", "airport"] for frame in ranking.values.frames)
    assert low <= value <= high
    assert low < high
    assert ranking.values.high.at["own-4", "industry_fit"] == 1


def test_the_values_of_our_parks_stay_and_scales_reach_to_the_rows(own) -> None:
    alone, both = measure_criteria(AUTO), measure_criteria(AUTO, own_rows=own)
    ours = store.load_layer("parks").id
    for one, other in zip(alone.frames, both.frames, strict=True):
        assert_frame_equal(one, other.loc[ours], check_index_type=False)
    for name in ("airport", "seaport", "same_industry"):
        column = both.value[name].dropna()
        assert find_span(name, both) == (column.min(), column.max())


def test_a_row_farther_out_than_any_park_widens_the_scale(my_rows) -> None:
    tip = my_rows.tail(1).assign(
        geometry=GeoSeries.from_xy([131.3], [42.45], index=my_rows.index[-1:])
    )
    alone, both = (
        measure_criteria(AUTO),
        measure_criteria(AUTO, own_rows=OwnRows(tip.set_crs(my_rows.crs))),
    )
    assert find_span("changchun", both)[1] == both.value.at["own-4", "changchun"]
    assert find_span("changchun", both)[1] > find_span("changchun", alone)[1]


def test_a_limit_on_what_is_unknown_excludes_no_row(own) -> None:
    asked = make_question(industries=["auto-parts"], limits=["level=national", "kind=high_tech"])
    ranking = rank_parks(asked, own_rows=own)
    assert set(own.parks.id) <= set(ranking.table.index)
    assert (ranking.verdicts.loc[own.parks.id] == "unknown").all(axis=None)
    near = rank_parks(
        make_question(industries=["auto-parts"], limits=["prefecture=220600"]), own_rows=own
    )
    assert set(near.excluded.index) >= {"own-2", "own-3"}
    assert "own-4" in near.table.index


def test_without_rows_the_answer_is_the_same_before_and_after(my_rows) -> None:
    before = rank_parks(AUTO)
    assert len(rank_parks(AUTO, own_rows=OwnRows(my_rows)).table) == len(before.table) + 3
    assert rank_parks(AUTO) is before
    assert not rank_parks(AUTO).parks.index.str.startswith("own-").any()


def test_two_readers_share_nothing(my_rows) -> None:
    one, other = OwnRows(my_rows.head(1)), OwnRows(my_rows.tail(1))
    first, second = rank_parks(AUTO, own_rows=one), rank_parks(AUTO, own_rows=other)
    assert rank_parks(AUTO, own_rows=one) is first
    assert "own-4" not in first.parks.index
    assert "own-2" not in second.parks.index


def test_rows_and_their_answers_go_with_their_holder(my_rows) -> None:
    own = OwnRows(my_rows)
    answer = weakref.ref(rank_parks(AUTO, own_rows=own))
    gone = weakref.ref(own)
    del own
    gc.collect()
    assert gone() is None
    assert answer() is None


def test_checks_and_likeness_know_the_rows(own) -> None:
    found = assess_ranking(rank_parks(AUTO, own_rows=own))
    assert found is not None
    assert found.shares.wins.sum() == pytest.approx(1)
    assert set(own.parks.id) <= set(found.shares.index)
    alike = find_similar_parks("own-2", own_rows=own)
    assert len(alike) == 5
    assert not any(one.park.startswith("own-") for one in alike)
    assert all("level" not in one.traits and "kind" not in one.traits for one in alike)


def test_only_so_many_rows_take_part(my_rows) -> None:
    many = pd.concat([my_rows.head(1)] * (MOST + 7), ignore_index=True)
    many["id"] = [f"own-{line}" for line in np.arange(len(many)) + 2]
    assert (len(OwnRows(many).parks), OwnRows(many).beyond) == (MOST, 7)
