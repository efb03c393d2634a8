"""Weights that give way: the total is 100 whatever is asked."""

import math

from hypothesis import given
from hypothesis import strategies as st

from geo.siting.criteria import IDS
from geo.siting.weights import balance_weights, check_weights, shift_weight

amounts = st.dictionaries(st.sampled_from(IDS), st.integers(0, 100), min_size=1).filter(
    lambda amounts: sum(amounts.values()) > 0
)


@given(amounts, st.sampled_from(IDS), st.floats(-5, 120), st.sets(st.sampled_from(IDS), max_size=4))
def test_the_total_is_a_hundred_and_what_is_held_stays(amounts, name, percent, locked) -> None:
    before = check_weights(balance_weights(amounts))
    after = shift_weight(before, name, percent, locked)
    assert math.fsum(after.values()) == 100
    assert min(after.values()) > 0
    assert set(after) <= set(IDS)
    for held in locked - {name}:
        assert after.get(held, 0) == before.get(held, 0)
    room = 100 - sum(before.get(held, 0) for held in locked - {name})
    assert after.get(name, 0) == min(max(round(percent, 6), 0), room)


@given(amounts, st.sampled_from(IDS), st.integers(0, 99))
def test_the_others_keep_their_proportions(amounts, name, percent) -> None:
    before = check_weights(balance_weights(amounts))
    others = {key: weight for key, weight in before.items() if key != name}
    if not others:
        return
    after = shift_weight(before, name, percent)
    given_way = (100 - percent) / sum(others.values())
    for key, weight in others.items():
        assert abs(after.get(key, 0) - weight * given_way) <= 1


def test_one_that_has_everything_shares_with_all() -> None:
    after = shift_weight({"airport": 100}, "airport", 90)
    assert after["airport"] == 90
    assert len(after) == 11
    assert max(weight for name, weight in after.items() if name != "airport") == 1
