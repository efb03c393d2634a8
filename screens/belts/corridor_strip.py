"""A strip along a belt's axis: what lies how far along and how far beside, and how surely.

It follows the handle on the map, and where the hand lets go it tells the page the width.
"""

from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from components.own_session import find_own_layer
from components.scripted import declare_screen_component
from geo import store
from geo.belts import belt_profiles, corridors
from geo.crs import to_metric
from geo.names import name_place
from layers.corridor import round_up_metres
from layers.style import PALETTES
from screens.belts.corridor_answer import word_answer
from screens.belts.parameters import Choices

HERE = Path(__file__).parent
KEY = "belts-strip"
STRIP = declare_screen_component(
    "jilin_atlas_belt_strip",
    "belt_strip",
    html="<figure></figure>",
    css=(HERE / "strip.css").read_text("utf-8"),
)


def show_strip(chosen: Choices) -> None:
    """Draw the strip; it moves with the handle of the map."""
    belt, say = chosen.belt, chosen.say
    rows = list_along(chosen)
    places = rows[["layer", "name", "counted"]].assign(
        id=rows.index,
        along=rows.along_km.round(2),
        side=rows.side_km.round(2),
        near=round_up_metres(rows.near_km),
        far=round_up_metres(rows.far_km),
    )
    number = list(store.load_layer("belts").id.unique()).index(belt)
    STRIP(
        key=KEY,
        height=272,
        data={
            "belt": belt,
            "km": chosen.width,
            "most": corridors.WIDEST,
            "length": float(belt_profiles.measure_axes()[belt]),
            "colour": PALETTES[chosen.theme].belts[number],
            "stops": [
                {"name": name_place(stop.adcode, chosen.lang), "along": stop.along_km}
                for stop in belt_profiles.locate_stops(belt).itertuples()
            ],
            "places": [_describe(place) for place in places.to_dict("records")],
            "texts": {
                "title": say("Parks, county seats and hubs along the axis; a table holds the same"),
                "along": say("km along the axis"),
                "beside": say("km from the axis"),
                "left": say("on the left"),
                "right": say("on the right"),
                "far": say("{n} parks lie farther off"),
                "parks": say("Parks"),
                "seats": say("County seats"),
                "hubs": say("Hubs"),
                "answer": word_answer(chosen, int((rows.status == "own").sum())),
            },
        },
        on_width_change=_take_width,
    )


def _describe(place: dict[str, Any]) -> dict[str, Any]:
    return {name: None if pd.isna(value) else value for name, value in place.items()}


def _take_width() -> None:
    low, high = Choices.ids("width")
    width = st.session_state[KEY].width
    if isinstance(width, int | float) and low <= width <= high:
        Choices.put("width", float(width))


def list_along(chosen: Choices) -> DataFrame:
    """Return what lies along the axis, by id, in travel order.

    Columns: layer, name, status, precision, along_km, side_km, near_km, far_km, and whether the
    answer counts it.
    """
    parts = [_list_parks(chosen), _list_seats(chosen), _list_hubs(chosen)]
    if (own := find_own_layer()) is not None:
        points = to_metric(own.frame.set_index("id").geometry)
        axis = corridors.project_axes()[chosen.belt]
        places = corridors.locate_beside_axis(axis, points)
        measures = own.measure_corridor(chosen.belt)
        parts.append(_join(chosen, "parks", own.frame.set_index("id"), places, measures))
    rows = pd.concat(parts)
    counted = rows.index.isin(belt_profiles.list_counted_parks()) | (rows.status == "own")
    rows["counted"] = counted & rows.near_km.notna()
    return rows.sort_values("along_km", kind="stable")


def _list_parks(chosen: Choices) -> DataFrame:
    parks = store.load_layer("parks").set_index("id")
    if not chosen.filter.unverified:
        parks = parks[parks.status == "verified"]
    return _join(chosen, "parks", parks, *_measure(chosen, "parks"))


def _list_seats(chosen: Choices) -> DataFrame:
    seats = store.load_layer("seats").query("level == 'county'").set_index("id")
    rows = seats.assign(status="", location_precision="")
    return _join(chosen, "seats", rows, *_measure(chosen, "seats"))


def _list_hubs(chosen: Choices) -> DataFrame:
    hubs = store.load_layer("hubs").set_index("id").assign(status="")
    places = corridors.locate_layer("hubs", chosen.belt)
    off = places.side_km.abs()
    measures = DataFrame({"near_km": off, "far_km": off})
    rows = _join(chosen, "hubs", hubs.loc[places.index], places, measures)
    return rows[off[rows.index] <= corridors.WIDEST]


def _measure(chosen: Choices, what: str) -> tuple[DataFrame, DataFrame]:
    return (
        corridors.locate_layer(what, chosen.belt),
        corridors.measure_layer(what, chosen.belt),
    )


def _join(
    chosen: Choices, layer: str, rows: DataFrame, places: DataFrame, measures: DataFrame
) -> DataFrame:
    names = rows[f"name_{chosen.lang}"].fillna(rows.name_zh)
    return DataFrame(
        {
            "layer": layer,
            "name": names,
            "status": rows.status,
            "precision": rows.location_precision,
        },
        index=rows.index,
    ).join([places, measures[["near_km", "far_km"]]])


def tabulate_along(chosen: Choices) -> DataFrame:
    """Return the strip as a table: what may lie in the corridor, in travel order."""
    say, rows = chosen.say, list_along(chosen)
    verdicts = corridors.judge_distances(rows, chosen.width)
    rows = rows.assign(verdict=verdicts)[verdicts != "outside"]
    kinds = {"parks": say("Park"), "seats": say("County seat"), "hubs": say("Hub")}
    return DataFrame(
        {
            say("Name"): rows.name,
            say("What it is"): rows.layer.map(kinds),
            say("In the buffer"): [say(f"verdict.{word}") if word else "" for word in rows.verdict],
            say("km along the axis"): rows.along_km.round(0),
            say("km from the axis"): rows.side_km.abs().round(1),
            say("At least"): rows.near_km.round(1),
            say("At most"): rows.far_km.round(1),
            say("Position"): [say(f"precision.{word}") if word else "" for word in rows.precision],
        }
    ).reset_index(drop=True)
