"""Every measure: numbers worked out by hand, properties, and what the real documents give."""

import math
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame, Series
from pandas.testing import assert_frame_equal

from geo import claims as facts
from geo import measures
from geo.names import map_sectors

PREFECTURES = facts.list_places("prefecture")
SIPING, JILIN_CITY, TONGHUA, BAISHAN = "220300", "220200", "220500", "220600"


def claims(*rows: str) -> DataFrame:
    """Claims written as "place item document"; the industry is the item."""
    frame = DataFrame([row.split() for row in rows], columns=["place", "item", "document"])
    return frame.assign(industry=frame["item"])


def by(frame: DataFrame, *keys: str, value: str = "value") -> dict:
    return frame.set_index(list(keys))[value].to_dict()


def amounts(rows: dict[str, list[float]], industries: str = "cars cloth") -> DataFrame:
    return DataFrame.from_dict(rows, orient="index", columns=industries.split())


# ---- Claims by hand ------------------------------------------------------------------------

# P: documents A (x), B (x, y); Q: document A (x). A says x of P twice.
SMALL = claims("P x A", "P x A", "P x B", "P y B", "Q x A")


def test_agreement_counts_the_documents_that_speak_of_the_place() -> None:
    found = measures.measure_agreement(SMALL)
    assert by(found, "place", "item", value="n") == {("P", "x"): 2, ("P", "y"): 1, ("Q", "x"): 1}
    assert by(found, "place", "item", value="of") == {("P", "x"): 2, ("P", "y"): 2, ("Q", "x"): 1}
    assert by(found, "place", "item", value="share")["P", "y"] == 0.5
    assert by(found, "place", "item", value="documents")["P", "x"] == ("A", "B")


def test_claims_per_industry_counts_places_and_statements() -> None:
    found = measures.count_claims(SMALL)
    assert found["item"].tolist() == ["x", "y"]
    assert found.n.tolist() == [2, 1]
    assert found.places.tolist() == [("P", "Q"), ("P",)]
    assert found.statements.tolist() == [3, 1]  # x: P by A, P by B, Q by A


DATES = Series({"A": date(2006, 1, 1), "B": date(2013, 1, 1), "C": date(2015, 1, 1), "U": None})


def changes(*rows: str) -> set[str]:
    found = measures.trace_changes(claims(*rows), DATES)
    return {" ".join(row) for row in found.itertuples(index=False)}


def test_a_later_document_adds_repeats_and_drops() -> None:
    assert changes("P x A", "P y A", "P x C", "P z C") == {
        "P x A adds",
        "P y A adds",
        "P x C repeats",
        "P z C adds",
        "P y C drops",
    }


def test_a_document_that_is_silent_on_a_place_drops_nothing_there() -> None:
    assert changes("P x A", "Q y B") == {"P x A adds", "Q y B adds"}


def test_what_is_named_again_after_a_pause_is_repeated() -> None:
    found = changes("P x A", "P y B", "P x C")
    assert {"P x B drops", "P x C repeats", "P y C drops"} <= found


def test_the_undated_document_is_never_placed_in_time() -> None:
    found = changes("P x A", "P x U", "P y U", "P z C")
    assert {"P x U undated", "P y U undated"} <= found
    assert "P y C drops" not in found  # nobody knows whether U came before C
    assert {"P x C drops", "P z C adds"} <= found


def test_equal_names_in_any_order_of_rows_give_the_same_time_line() -> None:
    rows = ["P x A", "P y A", "P x C", "P z C", "P y U"]
    assert changes(*rows) == changes(*reversed(rows))


def test_jaccard_is_the_share_of_names_in_common() -> None:
    # P {x, y, z}, Q {x, y, w}: 2 in common of 4; R nothing in common with either.
    found = measures.jaccard_similarity(
        claims("P x A", "P y A", "P z A", "Q x A", "Q y B", "Q w B", "R v A")
    )
    assert by(found, "place", "other")["P", "Q"] == 0.5
    assert by(found, "place", "other")["P", "R"] == 0
    assert by(found, "place", "other", value="shared")["P", "Q"] == ("x", "y")


def test_a_place_of_which_nothing_is_said_is_like_nobody_knows_whom() -> None:
    found = measures.jaccard_similarity(claims("P x A"), ["P", "Q"])
    assert found.value.isna().all()
    assert set(found.reason) == {"reason.nothing_named"}


def test_policy_emphasis_compares_shares_of_statements() -> None:
    # P: 4 statements, 3 on cars; Q: 6 statements, 2 on cars. All: 5 of 10 on cars.
    rows = [("P", "cars", i) for i in range(3)] + [("P", "cloth", 9)]
    rows += [("Q", "cars", i) for i in range(2)] + [("Q", "cloth", i) for i in range(4)]
    frame = DataFrame(rows, columns=["place", "item", "n"])
    frame = frame.assign(industry=frame["item"] + frame.n.astype(str), document="A")
    found = measures.measure_emphasis(frame)
    assert by(found, "place", "item")["P", "cars"] == pytest.approx((3 / 4) / (5 / 10))
    assert by(found, "place", "item")["Q", "cars"] == pytest.approx((2 / 6) / (5 / 10))
    assert set(by(found, "place", "item", value="n").values()) == {4, 6}
    assert set(found.n_all) == {10}
    assert set(found.reason) == {""}


# ---- Gaps by hand --------------------------------------------------------------------------

SECTORS = Series({"x": "s", "y": "s", "z": "t", "w": "t"})


def parks(*rows: tuple[str, ...]) -> DataFrame:
    return DataFrame(
        [(row[0], f"park-{number}", tuple(row[1:])) for number, row in enumerate(rows)],
        columns=["place", "park", "items"],
    ).astype(object)


def test_a_gap_needs_the_industries_of_every_park() -> None:
    said = claims("P x A", "P z A", "Q x A", "R x A")
    held = parks(("P", "x"), ("P", "w"), ("Q", "z"), ("Q",))
    found = by(measures.find_gaps(said, held), "place", "item", value="status")
    assert found["P", "x"] == "both"
    assert found["P", "z"] == "gap"  # both parks of P are known, neither lists z
    assert found["Q", "x"] == "unknown"  # a park of Q is unknown
    assert found["R", "x"] == "unknown"  # no park at all
    assert found["P", "w"] == found["Q", "z"] == "unnamed"


def test_a_kindred_industry_is_told_apart_from_a_gap() -> None:
    found = measures.find_gaps(claims("P z A"), parks(("P", "w")), SECTORS)
    assert by(found, "item", value="status") == {"z": "related", "w": "unnamed"}
    assert by(found, "item", value="related_named") == {"z": 0, "w": 1}


def test_coverage_counts_parks_and_those_with_known_industries() -> None:
    found = measures.count_known_parks(parks(("P", "x"), ("P",), ("Q",)))
    assert found.to_dict() == {"total": {"P": 2, "Q": 1}, "known": {"P": 1, "Q": 0}}


# ---- Amounts by hand -----------------------------------------------------------------------

# P: 30 cars, 10 cloth (40); Q: 10 cars, 50 cloth (60); cars 40, cloth 60, all 100.
JOBS = amounts({"P": [30, 10], "Q": [10, 50]})


def test_location_quotient() -> None:
    found = by(measures.location_quotient(JOBS), "place", "item")
    assert found["P", "cars"] == pytest.approx((30 / 40) / (40 / 100))  # 1.875
    assert found["Q", "cars"] == pytest.approx((10 / 60) / (40 / 100))  # 0.4167
    assert found["P", "cloth"] == pytest.approx((10 / 40) / (60 / 100))  # 0.4167
    assert found["Q", "cloth"] == pytest.approx((50 / 60) / (60 / 100))  # 1.3889


def test_herfindahl() -> None:
    found = measures.herfindahl_index(JOBS).value
    assert found["P"] == pytest.approx(0.75**2 + 0.25**2)  # 0.625
    assert found["Q"] == pytest.approx((10 / 60) ** 2 + (50 / 60) ** 2)  # 0.7222


def test_krugman_specialisation() -> None:
    # P against Q: |3/4 − 1/6| + |1/4 − 5/6| = 7/12 + 7/12; with two places it is mutual.
    found = measures.krugman_specialisation(JOBS).value
    assert found["P"] == pytest.approx(7 / 6)
    assert found["Q"] == pytest.approx(7 / 6)


def test_a_known_zero_is_a_number() -> None:
    found = by(measures.location_quotient(amounts({"P": [0, 10], "Q": [10, 10]})), "place", "item")
    assert found["P", "cars"] == 0


def test_a_zero_total_is_missing_and_says_of_what() -> None:
    found = measures.location_quotient(amounts({"P": [0, 0], "Q": [0, 50]}))
    reasons = by(found, "place", "item", value="reason")
    assert reasons["P", "cars"] == reasons["P", "cloth"] == "reason.zero_place_total"
    assert reasons["Q", "cars"] == "reason.zero_industry_total"
    assert reasons["Q", "cloth"] == ""
    assert math.isnan(by(found, "place", "item")["Q", "cars"])
    assert (
        measures.herfindahl_index(amounts({"P": [0, 0]})).reason["P"] == "reason.zero_place_total"
    )
    krugman = measures.krugman_specialisation(amounts({"P": [0, 0], "Q": [0, 50]}))
    assert krugman.reason.to_dict() == {
        "P": "reason.zero_place_total",
        "Q": "reason.zero_rest_total",
    }
    assert krugman.value.isna().all()


@pytest.mark.parametrize("wrong", [math.nan, math.inf, None])
def test_a_missing_amount_makes_its_sums_missing(wrong: float | None) -> None:
    frame = amounts({"P": [30, wrong], "Q": [10, 50]})
    for measure in (measures.location_quotient, measures.krugman_specialisation):
        found = measure(frame)
        assert found.value.isna().all()
        assert set(found.reason) == {"reason.missing_amount"}
    own = measures.herfindahl_index(frame)  # needs the place's own row only
    assert own.reason.to_dict() == {"P": "reason.missing_amount", "Q": ""}


def test_a_negative_amount_is_refused() -> None:
    found = measures.location_quotient(amounts({"P": [30, -1], "Q": [10, 50]}))
    assert set(found.reason) == {"reason.negative_amount"}
    assert found.value.isna().all()


@pytest.mark.parametrize(
    "measure",
    [measures.location_quotient, measures.herfindahl_index, measures.krugman_specialisation],
)
def test_no_place_gives_an_empty_frame(measure) -> None:
    assert measure(DataFrame(columns=["cars", "cloth"], dtype=float)).empty


# ---- Properties ----------------------------------------------------------------------------

ROW = st.tuples(*(st.sampled_from(names) for names in ("PQRS", "vwxyz", "ABCU")))
CLAIMS = st.lists(ROW, min_size=1, max_size=40).map(
    lambda rows: claims(*(" ".join(row) for row in rows))
)
NUMBERS = st.lists(
    st.lists(st.floats(0, 1e12), min_size=3, max_size=3), min_size=2, max_size=5
).map(lambda rows: DataFrame(rows, index=list("PQRST")[: len(rows)], columns=list("xyz")))


@settings(max_examples=40)
@given(CLAIMS, st.randoms())
def test_the_order_of_rows_does_not_matter(frame: DataFrame, random) -> None:
    order = list(frame.index)
    random.shuffle(order)
    mixed = frame.loc[order].reset_index(drop=True)
    for measure in (
        measures.measure_agreement,
        measures.count_claims,
        measures.jaccard_similarity,
        measures.measure_emphasis,
        lambda one: measures.trace_changes(one, DATES),
        lambda one: measures.find_gaps(one, parks(("P", "x"), ("Q",)), SECTORS),
    ):
        assert_frame_equal(measure(frame), measure(mixed))


@settings(max_examples=40)
@given(CLAIMS)
def test_claims_keep_their_bounds(frame: DataFrame) -> None:
    agreement = measures.measure_agreement(frame)
    assert agreement.n.between(1, agreement.of).all()
    likeness = measures.jaccard_similarity(frame)
    assert likeness.value.dropna().between(0, 1).all()
    mirrored = by(likeness, "other", "place")
    assert all(mirrored[pair] == value for pair, value in by(likeness, "place", "other").items())
    emphasis = measures.measure_emphasis(frame)
    assert (emphasis.value >= 0).all()
    assert np.isfinite(emphasis.value).all()
    # Weighted with the statements about each place, emphasis is 1 on average.
    weighted = (emphasis.value * emphasis.n).groupby(emphasis["item"]).sum()
    assert np.allclose(weighted, emphasis.n_all.iloc[0])


@settings(max_examples=40)
@given(CLAIMS)
def test_the_time_line_tells_of_each_claim_once(frame: DataFrame) -> None:
    found = measures.trace_changes(frame, DATES)
    said = found[found.change != "drops"]
    keys = ["place", "item", "document"]
    assert not found.duplicated(keys).any()
    assert set(said[keys].itertuples(index=False)) == set(frame[keys].itertuples(index=False))
    assert set(found.change[found.document == "U"]) <= {"undated"}


@settings(max_examples=40)
@given(NUMBERS)
def test_amounts_keep_their_bounds_and_say_why_they_are_missing(frame: DataFrame) -> None:
    for measure, most in (
        (measures.location_quotient, math.inf),
        (measures.herfindahl_index, 1 + 1e-12),
        (measures.krugman_specialisation, 2),
    ):
        found = measure(frame)
        known = found.value.dropna()
        assert known.between(0, most).all()
        assert np.isfinite(known).all()
        assert (found.value.isna() == (found.reason != "")).all()


@settings(max_examples=40)
@given(NUMBERS, st.permutations([0, 1, 2]))
def test_the_order_of_places_and_industries_does_not_matter(
    frame: DataFrame, order: list[int]
) -> None:
    mixed = frame.iloc[::-1, order]
    for measure, keys in (
        (measures.location_quotient, ["place", "item"]),
        (measures.herfindahl_index, None),
        (measures.krugman_specialisation, None),
    ):
        one, other = measure(frame), measure(mixed)
        if keys:
            one, other = one.set_index(keys), other.set_index(keys)
        pd.testing.assert_series_equal(one.value, other.value.reindex(one.index), atol=1e-9)


# ---- The real documents --------------------------------------------------------------------


def of_prefectures(level: str = "industry") -> DataFrame:
    return facts.of_kind(facts.list_claims(level), "prefecture")


def test_the_2015_document_drops_nothing_dated_for_siping() -> None:
    found = measures.trace_changes(facts.list_claims(), facts.document_dates())
    siping = found[found.place == SIPING]
    assert set(
        siping[siping.document == "key-clusters-2015"][["item", "change"]].itertuples(
            index=False, name=None
        )
    ) == {("heat-exchangers", "repeats"), ("special-purpose-vehicles", "adds")}
    undated = set(siping["item"][siping.change == "undated"])
    assert undated - {"heat-exchangers"} == {
        "agricultural-product-processing",
        "deer-products",
        "glass",
    }


def test_the_2015_document_drops_petrochemicals_for_jilin_city() -> None:
    found = measures.trace_changes(facts.list_claims(), facts.document_dates())
    dropped = found[(found.place == JILIN_CITY) & (found.change == "drops")]
    assert dropped[["item", "document"]].to_numpy().tolist() == [
        ["petrochemicals", "key-clusters-2015"]
    ]


def test_baicheng_resembles_jilin_city_most_by_industry_and_baishan_by_sector() -> None:
    def nearest(level: str) -> tuple[str, float]:
        found = measures.jaccard_similarity(of_prefectures(level), PREFECTURES)
        first = found[found.place == JILIN_CITY].sort_values("value").iloc[-1]
        return first.other, first.value

    # Shared: building materials and food processing, of 10 + 5 − 2 = 13 industries.
    assert nearest("industry") == ("220800", pytest.approx(2 / 13))
    assert nearest("sector") == (BAISHAN, pytest.approx(3 / 7))


def test_two_belts_claim_textiles() -> None:
    belts = facts.of_kind(facts.list_claims("sector"), "belt")
    found = measures.count_claims(belts).set_index("item")
    assert found.places["textiles"] == (
        "changchun-liaoyuan-tonghua-baishan",
        "changchun-songyuan-baicheng",
    )
    assert found.documents["textiles"] == ("belts-2013",)


def test_disputed_claims_are_never_counted() -> None:
    assert "socks" not in set(of_prefectures().query("place == @TONGHUA")["item"])
    disputed = facts.list_claims(disputed=True)
    assert set(disputed["item"][disputed.status == "disputed"]) == {
        "socks",
        "leather",
        "biopharmaceuticals",
    }


def test_statements_about_counties_count_only_when_asked_for() -> None:
    plain, rolled = facts.list_claims(), facts.list_claims(counties=True)
    assert len(rolled) == len(plain) + 5
    added = rolled[rolled.source_kind == "county"]
    assert set(zip(added.place, added["item"], strict=True)) == {
        (JILIN_CITY, "stone"),
        (JILIN_CITY, "metallurgy"),
        (JILIN_CITY, "building-materials"),
        (TONGHUA, "nut-foods"),
        ("220100", "food-processing-general"),
    }


def test_where_some_parks_are_unknown_nothing_is_a_gap() -> None:
    held = facts.parks_by_place()
    found = measures.find_gaps(facts.list_claims(), held, map_sectors())
    known = measures.count_known_parks(held)
    short = set(known.index[known.known < known.total])
    assert SIPING in short
    assert not short & set(found.place[found.status == "gap"])
    assert set(found["item"][(found.place == BAISHAN) & (found.status == "gap")]) == {
        "coal-processing",
        "ginseng-products",
    }


def test_the_2021_document_names_no_industry_for_a_place() -> None:
    assert "national-zones-2021" not in set(facts.list_claims(counties=True).document)
