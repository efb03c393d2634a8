"""Which promises and demands of the documents bear on a park, why, and whom to ask.

A statement bears on a park when the places that its text names (`scope`) cover the park; it may
bear on it when that hangs on something no source read says, such as the province's recognition.
National zones alone have what is said of national zones.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from pandas import DataFrame

from geo.evidence import places_of
from geo.tables import load_table

#: Until when sources were searched for the state of law; what they do not say is unknown as of it.
SEARCHED = date(2026, 11, 27)
#: Kinds of park that `belts-2013` means by development zones, concentration areas among them.
ZONES = frozenset(
    {
        "economic_technological",
        "high_tech",
        "border_cooperation",
        "comprehensive_bonded",
        "provincial_development_zone",
        "industrial_concentration",
    }
)
#: To whom an investor is nearest, first.
NEAREST = ("enterprise", "financier", "person", "park", "area", "government")
PAST = ("superseded", "ended")
#: Roles of bodies that an investor may turn to, in this order.
ANSWERING = ("contact", "responsible", "assessor")


def select_incentives(park: Any) -> DataFrame:
    """Return the incentives that bear, or may bear, on a park; for columns see `_select`.

    >>> from geo.store import load_layer
    >>> park = load_layer("parks").set_index("id", drop=False).loc["changchun-etdz"]
    >>> select_incentives(park).query("scope == 'national_zones'").covers.tolist()
    [True, True]
    """
    return _select("incentives", "beneficiary", "value", park)


def select_requirements(park: Any) -> DataFrame:
    """Return the requirements that bear, or may bear, on a park; for columns see `_select`."""
    return _select("requirements", "subject", "value_min", park)


def _select(table: str, whom: str, amount: str, park: Any) -> DataFrame:
    """Return rows of a table with `covers`, and `named`: the clusters named there, as ids.

    First what covers the park, then what has an amount, then by whom it is for; else in the order
    of the table. `park` is a row of the layer of parks, or one of a reader's own.
    """
    rows = load_table(table)
    pairs = list(zip(rows.scope, rows.document, strict=True))
    known = {pair: COVER[pair[0]](park, pair[1]) for pair in dict.fromkeys(pairs)}
    bearings = [known[pair] for pair in pairs]
    found = rows.assign(
        covers=[bool(bearing) for bearing in bearings],
        named=[bearing if isinstance(bearing, tuple) else () for bearing in bearings],
    )[[bearing is not None for bearing in bearings]]
    order = DataFrame(
        {
            "open": ~found.covers,
            "silent": found[amount].isna(),
            "whom": found[whom].map(NEAREST.index),
        }
    ).sort_values(["open", "silent", "whom"], kind="stable")
    return found.loc[order.index]


def find_clusters(park: Any, document: str) -> tuple[str, ...]:
    """Return the clusters that a document names where a park lies, of industries that it lists."""
    places = places_of(park.prefecture_adcode, park.county_adcode)
    return tuple(
        cluster.id
        for cluster in load_table("clusters").itertuples()
        if cluster.document == document
        and cluster.place in places
        and set(cluster.industries) & set(park.industries)
    )


def _is_characteristic(park: Any, _: str) -> bool:
    return bool(park.kind == "characteristic_park")


def _is_zone(park: Any, _: str) -> bool:
    return park.kind in ZONES


def _is_national_zone(park: Any, _: str) -> bool | None:
    return True if isinstance(park.national_zone, str) else None


def _may_be_outside_zones(park: Any, _: str) -> bool | None:
    return None if park.kind in ZONES else False


def _is_covered(*_: Any) -> bool:
    return True


def _may_be(*_: Any) -> bool:
    return False


#: By scope: whether it covers a park; False = it may, None = it does not; or the clusters named.
COVER: dict[str, Callable[[Any, str], bool | tuple[str, ...] | None]] = {
    "anywhere": _is_covered,
    "clusters": find_clusters,
    "pilot_areas": _may_be,
    "characteristic_parks": _is_characteristic,
    "provincial_characteristic_parks": _may_be,
    "key_parks": _may_be,
    "outside_zones": _may_be_outside_zones,
    "development_zones": _is_zone,
    "national_zones": _is_national_zone,
}


def count_states(rows: DataFrame) -> dict[str, int]:
    """Return how many incentives are known to hold, known to be past, and not known.

    >>> count_states(load_table("incentives"))["unknown"] <= len(load_table("incentives"))
    True
    """
    return {
        "held": int((rows.state == "in_force").sum()),
        "past": int(rows.state.isin(PAST).sum()),
        "unknown": int((rows.state == "unknown").sum()),
    }


@cache
def list_answering() -> DataFrame:
    """Return the bodies to which a document gives an answering role: each in its first role.

    Those with a telephone come first, and the newest document before others; treat as read-only.
    """
    bodies = load_table("institutions")
    bodies = bodies[bodies.role.isin(ANSWERING)]
    dates = load_table("policies").set_index("id").date
    days = bodies.document.map(lambda key: dates[key].toordinal() if dates[key] else 0)
    order = DataFrame({"role": bodies.role.map(ANSWERING.index), "day": -days})
    order = order.sort_values(["role", "day"], kind="stable")
    return bodies.loc[order.index].drop_duplicates("body")
