"""What bears on a park: three parks traced by hand, and each kind of place a text can mean."""

from types import SimpleNamespace

import pytest

from geo import park_promises, promise_wording, store
from geo.models import Incentive
from geo.tables import load_table

PARKS = store.load_layer("parks").set_index("id", drop=False)
NATIONAL = {"national-zones-2021-delegation", "national-zones-2021-innovation-support"}
ZONES = {"sme-clusters-2006-brand-reward", "belts-2013-zone-awards"}
CLUSTER = {
    "sme-clusters-2006-policy-means",
    "sme-clusters-2006-sme-funds",
    "key-clusters-2015-acquisitions",
    "key-clusters-2015-approval-land-finance",
    "key-clusters-2015-bank-recommendation",
    "key-clusters-2015-interest-subsidy",
    "key-clusters-2015-venture-projects",
    "key-clusters-2015-direct-financing",
    "key-clusters-2015-third-board",
    "key-clusters-2015-private-capital",
}
KEY_CLUSTER = {
    "key-clusters-2015-acquisitions",
    "key-clusters-2015-approval-land-finance",
    "key-clusters-2015-bank-recommendation",
    "key-clusters-2015-interest-subsidy",
    "key-clusters-2015-venture-projects",
    "key-clusters-2015-direct-financing",
    "key-clusters-2015-third-board",
    "key-clusters-2015-private-capital",
}
#: Three parks: a national zone, Gongzhuling's with auto parts, one that is unverified.
TRACED = {
    "changchun-etdz": NATIONAL | ZONES | CLUSTER | KEY_CLUSTER,
    "gongzhuling-edz": ZONES | CLUSTER | KEY_CLUSTER,
    "nongan-edz": ZONES,
}


def make_park(**columns: object) -> SimpleNamespace:
    """Return a park of no kind and no industry at Siping, but for `columns`."""
    nothing = {"kind": None, "national_zone": None, "industries": ()}
    return SimpleNamespace(
        **{"prefecture_adcode": "220300", "county_adcode": "220302", **nothing, **columns}
    )


def list_covering(park: object) -> set[str]:
    rows = park_promises.select_incentives(park)
    return set(rows.id[rows.covers])


@pytest.mark.parametrize("park", TRACED)
def test_what_covers_a_park_was_traced_by_hand(park: str) -> None:
    assert list_covering(PARKS.loc[park]) == TRACED[park]


def test_every_kind_of_place_has_its_rule() -> None:
    scopes = set(Incentive.model_fields["scope"].annotation.__args__)
    assert set(park_promises.COVER) == scopes
    assert set(load_table("incentives").scope) == scopes
    assert set(load_table("requirements").scope) <= scopes


def test_national_zones_alone_have_what_is_said_of_them() -> None:
    of_nation = load_table("incentives").query("scope == 'national_zones'").id
    assert set(of_nation) == NATIONAL
    for park in PARKS.itertuples():
        found = NATIONAL & set(park_promises.select_incentives(park).id)
        assert found == (NATIONAL if isinstance(park.national_zone, str) else set()), park.id


@pytest.mark.parametrize("kind", PARKS.kind.unique())
def test_nobody_is_told_to_be_recognised_by_the_province(kind: str) -> None:
    rows = park_promises.select_incentives(make_park(kind=kind))
    assert not rows.covers[rows.scope == "provincial_characteristic_parks"].any()


def test_a_characteristic_park_has_what_is_said_of_such_parks() -> None:
    rows = park_promises.select_incentives(make_park(kind="characteristic_park"))
    assert rows.covers[rows.scope == "characteristic_parks"].all()
    assert not rows.covers[rows.scope == "development_zones"].any()
    assert "outside_zones" in set(rows.scope)
    zone = park_promises.select_incentives(make_park(kind="high_tech"))
    assert not zone.covers[zone.scope == "characteristic_parks"].any()
    assert zone.covers[zone.scope == "development_zones"].all()
    assert "outside_zones" not in set(zone.scope)


def test_a_cluster_covers_a_park_by_place_and_industry() -> None:
    document = "sme-clusters-2006"
    here = make_park(industries=("heat-exchangers", "steel"))
    assert park_promises.find_clusters(here, document) == ("siping-heat-exchangers",)
    assert park_promises.find_clusters(make_park(industries=("steel",)), document) == ()
    elsewhere = make_park(industries=("heat-exchangers",), prefecture_adcode="220400")
    assert park_promises.find_clusters(elsewhere, document) == ()
    assert park_promises.find_clusters(here, "characteristic-parks") == ()


def test_a_row_of_unknown_kind_has_what_is_limited_to_no_place() -> None:
    assert list_covering(make_park()) == {"sme-clusters-2006-brand-reward"}


def test_what_covers_comes_first_then_what_has_an_amount() -> None:
    for select, amount in (
        (park_promises.select_incentives, "value"),
        (park_promises.select_requirements, "value_min"),
    ):
        rows = select(PARKS.loc["gongzhuling-edz"])
        order = list(zip(~rows.covers, rows[amount].isna(), strict=True))
        assert order == sorted(order)
        assert {amounts for _, amounts in order} == {True, False}


def test_those_with_a_telephone_answer_first() -> None:
    bodies = park_promises.list_answering()
    assert bodies.telephone.tolist()[:2] == ["0431-85677437", "+86-0431-88905342"]
    assert bodies.telephone.isna().tolist() == sorted(bodies.telephone.isna())
    assert not bodies.body.duplicated().any()
    assert set(bodies.role) == set(park_promises.ANSWERING)


# -- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("park", TRACED)
def test_what_is_told_is_what_bears(park: str, lang: str) -> None:
    row = PARKS.loc[park]
    told = promise_wording.list_promises(row, lang)
    rows = park_promises.select_incentives(row)
    assert [promise.id for promise in told] == rows.id.tolist()
    assert {promise.id for promise in told if promise.covers} == TRACED[park]
    phrases = load_table("incentives").set_index("id").phrase
    for promise in told:
        assert promise.quote.phrase == phrases[promise.id]
        assert promise.ground
        assert "." in promise.state or "-" in promise.state  # each with the date it is said of
        assert not promise.ground.startswith(("covers.", "open."))
        assert "{" not in promise.ground
    counts = park_promises.count_states(rows)
    sentence = promise_wording.tell_promises(row, lang)
    for number in (len(rows), len(TRACED[park]), counts["unknown"]):
        assert str(number) in sentence


def test_every_ground_has_words() -> None:
    for park in PARKS.itertuples():
        for row in park_promises.select_incentives(park).itertuples():
            ground = promise_wording.tell_ground(row, "zh")
            assert not ground.startswith(("covers.", "open.")), (park.id, row.id)


def test_a_ground_names_its_cluster() -> None:
    rows = park_promises.select_incentives(PARKS.loc["gongzhuling-edz"]).set_index("id")
    ground = promise_wording.tell_ground(rows.loc["sme-clusters-2006-sme-funds"], "zh")
    assert "长春汽车零部件" in ground


def test_amounts_are_told() -> None:
    told = promise_wording.list_promises(PARKS.loc["gongzhuling-edz"], "en")
    values = {promise.id: promise.value for promise in told}
    assert values["characteristic-parks-listing-subsidy"] == "CNY 500,000"
    assert values["characteristic-parks-venture-deduction"] == "70 %"
    assert values["belts-2013-zone-awards"] == ""


@pytest.mark.parametrize(("lang", "county"), [("zh", "公主岭市"), ("en", "Gongzhuling")])
def test_whom_to_ask(lang: str, county: str) -> None:
    contacts = promise_wording.list_contacts(PARKS.loc["gongzhuling-edz"], lang)
    assert contacts[0].telephone == "0431-85677437"
    local = next(number for number, one in enumerate(contacts) if county in one.name)
    printed = [bool(contact.telephone) for contact in contacts]
    assert local == printed.index(False)
    assert not any(printed[local:])


def test_an_investor_meets_demands_on_firms_and_financiers_alone() -> None:
    demands = promise_wording.list_demands(PARKS.loc["gongzhuling-edz"], "en")
    subjects = load_table("requirements").set_index("id").subject
    assert {subjects[demand.id] for demand in demands} == {"enterprise", "financier"}
    bounds = {demand.id: demand.bounds for demand in demands}
    assert bounds["characteristic-parks-venture-holding"] == "> 2 years"
