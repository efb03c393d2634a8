"""One filter for everything: what it shows, counts, says and puts into a link."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import filters, store
from geo.errors import UnknownId
from geo.filters import FACETS, Filter, from_params, list_options
from geo.tables import load_table

# Four parks, worked out by hand; D is unverified.
PARKS = pd.DataFrame(
    {
        "id": ["A", "B", "C", "D"],
        "level": ["national", "provincial", "provincial", "provincial"],
        "kind": ["high_tech", "characteristic_park", "characteristic_park", "high_tech"],
        "prefecture_adcode": ["220100", "220600", "220400", "220100"],
        "industries": [("automobiles", "auto-parts"), ("mineral-water",), ("socks",), ("socks",)],
        "belts": [
            ("changchun-siping", "changchun-jilin-tumen"),
            ("changchun-liaoyuan-tonghua-baishan",),
            ("changchun-liaoyuan-tonghua-baishan",),
            ("changchun-siping", "changchun-jilin-tumen"),
        ],
        "documents": [("belts-2013", "national-zones-2021"), ("characteristic-parks",), (), ()],
        "status": ["verified", "verified", "verified", "unverified"],
    },
    index=[10, 20, 30, 40],
)
FACTS = pd.DataFrame(
    {
        "place": ["220600", "220400", "changchun-siping", "220184", "220000", None],
        "industry": ["mineral-water", "socks", "automobiles", "automobiles", "socks", "socks"],
        "document": ["characteristic-parks", "characteristic-parks", *["belts-2013"] * 4],
    }
)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (Filter(), "ABC"),
        (Filter(unverified=True), "ABCD"),
        (Filter(industry=("socks",)), "C"),
        (Filter(industry=("socks",), unverified=True), "CD"),
        (Filter(industry=("socks", "mineral-water")), "BC"),
        (Filter(industry=("automotive",)), "A"),
        (Filter(industry=("automotive", "socks")), "AC"),
        (Filter(belt=("changchun-siping",)), "A"),
        (Filter(belt=("changchun-siping", "changchun-jilin-tumen")), "A"),
        (Filter(prefecture=("220400", "220600")), "BC"),
        (Filter(level=("provincial",), kind=("characteristic_park",)), "BC"),
        (Filter(level=("provincial",), kind=("high_tech",)), ""),
        (Filter(document=("national-zones-2021", "characteristic-parks")), "AB"),
        (Filter(prefecture=("220100",), industry=("mineral-water",)), ""),
    ],
    ids=lambda value: (
        "_".join(str(one) for one in value.to_params().values())
        if isinstance(value, Filter)
        else f"={value}"
    ),
)
def test_a_filter_shows(asked: Filter, shown: str) -> None:
    found = asked.apply(PARKS)
    assert "".join(found.id) == shown
    assert list(found) == list(PARKS)


def test_a_filter_of_nothing_shows_nothing() -> None:
    assert Filter().apply(PARKS.head(0)).empty
    assert set(Filter().counts(PARKS.head(0), "level").values()) == {0}


def test_counts_are_under_the_other_facets() -> None:
    asked = Filter(level=("provincial",), industry=("socks",))
    # The facet itself is left aside: of the provincial parks, B has water and C socks.
    counts = asked.counts(PARKS, "industry")
    assert {one: n for one, n in counts.items() if n} == {
        "mineral-water": 1,
        "food-processing": 1,
        "socks": 1,
        "textiles": 1,
    }
    assert asked.counts(PARKS, "level") == {
        "national_zone": 0,
        "national": 0,
        "provincial": 1,
        "not_stated": 0,
    }
    assert Filter(unverified=True).counts(PARKS, "kind")["high_tech"] == 2


def test_a_park_counts_once_in_a_sector() -> None:
    counts = Filter().counts(PARKS, "industry")
    assert (counts["automotive"], counts["automobiles"], counts["auto-parts"]) == (1, 1, 1)


def test_an_empty_result_says_what_to_relax() -> None:
    asked = Filter(prefecture=("220100",), industry=("mineral-water",), level=("provincial",))
    assert asked.apply(PARKS).empty
    # Without the prefecture B would show; dropping one of the others alone shows nothing.
    assert asked.relaxations(PARKS) == {"prefecture": 1, "industry": 0, "level": 0}
    assert next(iter(asked.relaxations(PARKS))) == "prefecture"
    assert Filter().relaxations(PARKS) == {}


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        (Filter(), [0, 1, 2, 3, 4, 5]),
        (Filter(level=("national",), kind=("new_area",)), [0, 1, 2, 3, 4, 5]),
        (Filter(industry=("automotive",)), [2, 3]),
        (Filter(document=("belts-2013",), industry=("socks",)), [4, 5]),
        # Gongzhuling belongs to Changchun, which is in all belts; the province is in none.
        (Filter(belt=("changchun-siping",)), [2, 3]),
        (Filter(prefecture=("220100",)), [3]),
        (Filter(prefecture=("220400",), belt=("changchun-siping",)), []),
    ],
)
def test_a_filter_shows_facts(asked: Filter, rows: list[int]) -> None:
    assert asked.apply_facts(FACTS).index.to_list() == rows


def test_clusters_are_asked_for_any_of_their_industries() -> None:
    clusters = pd.DataFrame(
        {"place": ["220400", "220500"], "industries": [("socks", "leather"), ()], "document": "x"}
    )
    assert Filter(industry=("leather",)).apply_facts(clusters).index.to_list() == [0]


# -- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "en", "zh"),
    [
        (Filter(), "everything, no filter", "全部，未筛选"),
        (
            Filter(industry=("mineral-water",), level=("provincial",), unverified=True),
            "Industry: Mineral water; Level: Provincial; unverified parks included",
            "产业：矿泉水；级别：省级；含未核实园区",
        ),
        (
            Filter(belt=("changchun-siping",), prefecture=("220100", "220300")),
            "Belt: Changchun-Siping; Prefecture: Changchun or Siping",
            "产业带：长春—四平；市（州）：长春市或四平市",
        ),
    ],
)
def test_a_filter_is_a_sentence(asked: Filter, en: str, zh: str) -> None:
    assert asked.describe("en") == en
    assert asked.describe("zh") == zh


@pytest.mark.parametrize("facet", FACETS)
def test_every_option_has_a_name_in_both_languages(facet: str) -> None:
    for one in list_options(facet):
        zh, en = (filters.label_option(facet, one, lang) for lang in ("zh", "en"))
        assert any("一" <= letter <= "鿿" for letter in zh), one
        assert not any("一" <= letter <= "鿿" for letter in en), one
        assert not en.startswith(f"{facet}."), one


def test_options_are_known_answers() -> None:
    assert {facet: len(list_options(facet)) for facet in FACETS} == {
        "industry": len(load_table("industries")) + 13,
        "belt": 4,
        "prefecture": 9,
        "level": 4,
        "kind": 8,
        "document": 5,
    }
    assert list_options("industry")[0] == "equipment-manufacturing"
    assert all(len(set(list_options(facet))) == len(list_options(facet)) for facet in FACETS)


# -- links ---------------------------------------------------------------------------------------

CHOICES = st.builds(
    Filter,
    **{
        facet: st.lists(st.sampled_from(list_options(facet)), unique=True, max_size=4).map(tuple)
        for facet in FACETS
    },
    unverified=st.booleans(),
)


@given(CHOICES)
def test_a_link_restores_the_filter(asked: Filter) -> None:
    assert from_params(asked.to_params()) == (asked, [])


@given(st.dictionaries(st.sampled_from([*FACETS, "unverified", "lang"]), st.text(max_size=30)))
def test_any_link_gives_a_filter(params: dict[str, str]) -> None:
    asked, unknown = from_params(params)
    for facet in FACETS:
        assert set(getattr(asked, facet)) <= set(list_options(facet))
    assert not set(unknown) & {one for facet in FACETS for one in getattr(asked, facet)}


def test_a_link_with_what_is_gone() -> None:
    params = {"industry": "socks.moonshine.socks", "prefecture": "220381", "unverified": "yes"}
    assert from_params(params) == (Filter(industry=("socks",)), ["moonshine", "220381"])


def test_a_link_holds_ids_that_need_no_escape() -> None:
    for facet in FACETS:
        assert all(one.replace("-", "").replace("_", "").isalnum() for one in list_options(facet))


@pytest.mark.parametrize(
    ("facet", "wrong", "near"),
    [
        ("industry", "mineral_water", "mineral-water"),
        ("belt", "changchun-sipin", "changchun-siping"),
        ("prefecture", "220101", "220100"),
        ("level", "nation", "national"),
    ],
)
def test_an_unknown_id_is_told_its_neighbours(facet: str, wrong: str, near: str) -> None:
    with pytest.raises(UnknownId, match=f"{wrong}.*{near}"):
        filters.require_known(facet, [wrong])
    filters.require_known(facet, [near])


# -- the real parks ------------------------------------------------------------------------------

SECTORS = load_table("industries").set_index("id").sector.to_dict()


def brute(asked: Filter, facet: str) -> dict[str, int]:
    """Count by asking for each option in turn, park by park, without geo.filters or geo.ground."""
    found: dict[str, set[str]] = {option: set() for option in list_options(facet)}
    wholes = {}
    for park in store.load_layer("parks").itertuples():
        holds = {
            "industry": {*park.industries, *(SECTORS[one] for one in park.industries)},
            "belt": set(park.belts),
            "prefecture": {park.prefecture_adcode},
            "level": {park.level, *(["national_zone"] if park.national_zone else [])},
            "kind": {park.kind},
            "document": set(park.documents),
        }
        others = all(holds[one] & set(getattr(asked, one)) for one in asked.active if one != facet)
        if others and (asked.unverified or park.status == "verified"):
            for option in holds[facet]:
                found[option].add(park.id)
        wholes[park.id] = {*park.part_of, park.same_as}
    return {
        option: sum(wholes[park].isdisjoint(parks) for park in parks)
        for option, parks in found.items()
    }


@pytest.mark.parametrize(
    "asked",
    [
        Filter(),
        Filter(unverified=True),
        Filter(industry=("automotive", "mineral-water")),
        Filter(belt=("changchun-siping",), level=("provincial",)),
        Filter(prefecture=("222400",), kind=("characteristic_park", "high_tech"), unverified=True),
        Filter(document=("national-zones-2021",), industry=("biomedicine",)),
    ],
    ids=lambda asked: "_".join(asked.to_params().values()) or "all",
)
@pytest.mark.parametrize("facet", FACETS)
def test_counts_are_true(asked: Filter, facet: str) -> None:
    assert asked.counts(store.load_layer("parks"), facet) == brute(asked, facet)


def test_the_unverified_are_in_no_count() -> None:
    parks = store.load_layer("parks")
    assert len(Filter().apply(parks)) == (load_table("parks").status == "verified").sum() == 109
    assert len(Filter(unverified=True).apply(parks)) == 122
    assert sum(Filter(unverified=True).counts(parks, "level").values()) == (
        sum(Filter().counts(parks, "level").values()) + 13
    )


def test_known_answers() -> None:
    parks = store.load_layer("parks")
    assert set(Filter(industry=("mineral-water",)).apply(parks).id) == {
        "antu-water",
    }
    national = Filter(document=("national-zones-2021",)).apply(parks)
    # Fourteen are counted; that the bonded zone of Hunchun is one of them is inferred.
    assert len(national) == 14
    assert national.national_zone.notna().all()
