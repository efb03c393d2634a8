"""What single options leave is enough to know what any filter shows."""

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import membership, store
from geo.filters import FACETS, Filter, list_options
from geo.select import select_rows
from geo.tables import load_table

LAYERS = ("parks", "hubs", "clusters", "brands")
CHOICES = {
    facet: st.lists(st.sampled_from(list_options(facet)), max_size=3, unique=True)
    for facet in FACETS
}


@pytest.mark.parametrize("layer", LAYERS)
@given(asked=st.fixed_dictionaries(CHOICES))
def test_options_add_up_and_facets_narrow(layer: str, asked: dict[str, list[str]]) -> None:
    ids = list(store.load_layer(layer).id)
    left = [
        set().union(*(held[one] for one in asked[facet]))
        for facet, held in membership.rows_by_option(layer).items()
        if asked[facet]
    ]
    rows = reduce(set.intersection, left, set(range(len(ids))))
    wanted = Filter(**{facet: tuple(some) for facet, some in asked.items()}, unverified=True)
    assert {ids[row] for row in rows} == set(select_rows(layer, wanted).id)


def test_belts_are_those_asked_for_by_name() -> None:
    assert membership.rows_by_option("belts")["belt"] == {
        one: [row] for row, one in enumerate(load_table("belts").id)
    }


def test_facets_that_change_nothing_are_left_out() -> None:
    assert set(membership.rows_by_option("hubs")) == {"belt", "prefecture"}
