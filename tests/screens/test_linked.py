"""Choices in the link: each screen's are its own, and links of former days still open."""

import pytest
from streamlit.testing.v1 import AppTest

from components.linked import ScreenChoices
from screens.belts import parameters as belts
from screens.data import parameters as data
from screens.industries import parameters as industries
from screens.invest import parameters as invest
from screens.policy import parameters as policy
from tests.screens.reader import arrived, opened, turn

WEST = "changchun-songyuan-baicheng"
CHOICES: dict[str, type[ScreenChoices]] = {
    "belts": belts.Choices,
    "data": data.Choices,
    "industries": industries.Choices,
    "invest": invest.Choices,
    "policy": policy.Choices,
}
#: What links called each choice before, with a value other than the default.
FORMER = {
    "belts": {
        "part": "compare",
        "belt": WEST,
        "width": "25",
        "compare": f"changchun-siping.{WEST}",
        "differing": "1",
    },
    "data": {"data-show": "cite"},
    "industries": {
        "ind-show": "timeline",
        "ind-by": "sector",
        "ind-place": "220300",
        "ind-item": "socks",
        "ind-cells": "agreement",
        "ind-axis": "item",
        "ind-counties": "1",
    },
    "invest": {
        "v": "1",
        "part": "compare",
        "weights": "logistics",
        "ideals": "area:500",
        "limits": "rail_station<=30",
        "prefer": "kind=high_tech",
        "radius": "80",
        "shortlist": "changchun-etdz.jilin-etdz",
    },
    "policy": {
        "chapter": "documents",
        "document": "belts-2013.key-clusters-2015",
        "year": "2017.2020",
        "unit": "percent",
        "target": "belts-2013-clusters",
    },
}
FORMER_NAMES = [(page, name) for page, values in FORMER.items() for name in values]


def press(app: AppTest, key: str, value: object) -> AppTest:
    return app.button_group(key=key).set_value(value).run()


def test_a_part_of_one_page_is_none_of_another() -> None:
    app = press(arrived("belts"), "belts-part", "overlap")
    assert not turn(app, "invest").warning


def test_a_belt_looked_at_limits_nothing() -> None:
    app = press(arrived("belts"), "belts-belt", WEST)
    assert "belt" not in turn(app, "invest").query_params
    assert app.button_group(key="invest-ask-belt").value == []
    assert "belt" not in turn(app, "explore").query_params


def test_a_document_looked_at_limits_nothing() -> None:
    app = press(arrived("policy"), "policy-documents", ["belts-2013"])
    assert app.query_params["policy-documents"] == "belts-2013"
    assert "document" not in turn(app, "invest").query_params
    assert "document" not in turn(app, "explore").query_params


def test_looking_at_a_belt_leaves_the_filter_alone() -> None:
    app = opened("explore", belt="changchun-siping")
    turn(app, "belts")
    assert app.button_group(key="belts-belt").value == "changchun-jilin-tumen"
    assert "belt" not in app.query_params
    press(app, "belts-belt", WEST)
    assert turn(app, "explore").query_params["belt"] == "changchun-siping"


@pytest.mark.parametrize(("page", "name"), FORMER_NAMES)
def test_a_link_of_former_days_still_opens(page: str, name: str) -> None:
    names = {former: field for field, former in CHOICES[page].FORMER.items()}
    value = FORMER[page][name]
    address = opened(page, **{name: value}).query_params
    assert address[CHOICES[page].link_name(names[name])] == value
    assert name not in address


@pytest.mark.parametrize(
    ("page", "name", "value", "today"),
    [
        ("explore", "industry", "kaffir-lily.socks", "clivia.socks"),
        ("explore", "selected", "clusters.changchun-kaffir-lily", "clusters.changchun-clivia"),
        ("explore", "selected", "parks.jilin-carbon-fibre", "counties.220202"),
        ("explore", "selected", "parks.changbaishan-protection-dz", "counties.222426"),
        ("invest", "invest-shortlist", "jilin-etdz.jingyu-water", "jilin-etdz.jingyu-water"),
        ("industries", "industries-item", "kaffir-lily", "clivia"),
        ("invest", "industry", "kaffir-lily", "clivia"),
    ],
)
def test_an_id_of_former_days_still_opens(page: str, name: str, value: str, today: str) -> None:
    app = opened(page, **{name: value})
    assert app.query_params[name] == today
    assert not app.warning


@pytest.mark.parametrize("page", CHOICES)
def test_every_former_name_is_tried(page: str) -> None:
    assert set(CHOICES[page].FORMER.values()) == set(FORMER[page])


def test_a_former_name_leaves_the_filter_as_it_was() -> None:
    app = opened("explore", belt="changchun-siping")
    turn(app, "belts")
    app.session_state["written"] = 0.0
    app.query_params["belt"] = WEST
    app.run()
    assert app.query_params["belts-belt"] == WEST
    assert turn(app, "explore").query_params["belt"] == "changchun-siping"


def test_the_new_name_counts_where_a_link_has_both() -> None:
    app = opened("belts", belt="changchun-siping", belts_belt=WEST)
    assert app.query_params["belts-belt"] == WEST
