"""Who claims an industry by document, told apart from whose parks list it."""

import pytest

from geo import store
from geo.claims import list_claims
from geo.filters import Filter, list_options
from geo.map_rows import find_claim_badges
from geo.measures.claimants import KINDS, list_claimants
from geo.select import select_rows
from geo.tables import load_table

TEXTILES = Filter(industry=("textiles-general",))
CLAIMING = {"changchun-liaoyuan-tonghua-baishan", "changchun-songyuan-baicheng"}


def test_which_belts_claim_textiles() -> None:
    claimants = list_claimants(TEXTILES)
    assert claimants["belt"] == dict.fromkeys(sorted(CLAIMING), ("belts-2013",))
    assert claimants["prefecture"] == {"220400": ("key-clusters-2015",)}
    assert claimants["county"] == {}


def test_measure_selection_and_map_answer_alike() -> None:
    assert set(select_rows("belts", TEXTILES).id) == CLAIMING  # what the API gives
    assert set(find_claim_badges(TEXTILES, "en")["belts"]) == CLAIMING
    claims = list_claims()  # what the industries page counts
    naming = claims[(claims.place_kind == "belt") & (claims["item"] == "textiles-general")]
    assert set(naming.place) == CLAIMING


@pytest.mark.parametrize("industry", list_options("industry"))
def test_each_claim_is_a_stated_sentence(industry: str) -> None:
    wish = Filter(industry=(industry,))
    facts = load_table("specialities").query("status == 'stated'")
    facts = facts[facts.industry.isin(wish.industries())]
    found = {
        (kind, place, document)
        for kind, of_kind in list_claimants(wish).items()
        for place, documents in of_kind.items()
        for document in documents
    }
    asked = facts[facts.place_kind.isin(KINDS)]
    assert found == set(zip(asked.place_kind, asked.place, asked.document, strict=True))


def test_a_claim_is_no_park_and_a_park_no_claim() -> None:
    parks = TEXTILES.apply(store.load_layer("parks"))
    lying_in = set(parks.belts.explode().dropna())
    assert "changchun-songyuan-baicheng" in CLAIMING - lying_in
    assert "changchun-jilin-tumen" in lying_in - CLAIMING


def test_other_places_claim_too_and_nothing_is_claimed_unasked() -> None:
    elsewhere = Filter(industry=TEXTILES.industry, belt=("changchun-siping",))
    assert set(list_claimants(elsewhere)["belt"]) == CLAIMING
    undocumented = Filter(industry=TEXTILES.industry, document=("sme-clusters-2006",))
    assert list_claimants(undocumented)["belt"] == {}
    assert list_claimants(Filter(belt=("changchun-siping",))) == {kind: {} for kind in KINDS}
    assert find_claim_badges(Filter(), "zh") == {}
