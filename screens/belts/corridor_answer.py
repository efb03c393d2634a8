"""How many parks and county seats lie in the corridor, and how sure that is."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from components import state
from components.linked import bind_widget
from components.own_session import find_own_layer
from geo import store
from geo.belts import belt_profiles, corridors
from geo.geocoding import list_radii
from layers.markup import render_template
from layers.style import PRECISIONS
from screens.belts.parameters import Choices


def show_answer(chosen: Choices) -> None:
    """Draw the answer: a range, its parts, and how they are counted."""
    km = f"{chosen.width:g}"
    reach = belt_profiles.count_corridor_reach("parks", chosen.belt, chosen.width)
    spread = judge_parks(chosen)
    is_counted = spread.index.isin(belt_profiles.list_counted_parks())
    own_count = 0
    if (layer := find_own_layer()) is not None:
        own_reach = layer.count_in_corridor(chosen.belt, chosen.width)
        reach, own_count = reach + own_reach, own_reach.total
    sentence = word_answer(chosen, own_count).format(total=reach.total, km=km)
    figures = f"{reach.certain}–{reach.most}" if reach.possible else str(reach.certain)
    parts = _parts(chosen, reach, spread[is_counted | (spread.status == "own")])
    st.html(
        render_template(
            "screens/belts/belt_answer.html",
            chosen.lang,
            range=figures,
            sentence=sentence,
            aria=f"{figures} {sentence}. " + "; ".join(f"{p['count']} {p['words']}" for p in parts),
            counts=reach.counts,
            parts=parts,
            lines=_lines(chosen, reach, spread),
            method=_method(chosen),
            heads=[chosen.say(f"verdict.{verdict}") for verdict in corridors.VERDICTS],
            rows=_by_precision(chosen, spread[is_counted]),
        )
    )


def word_answer(chosen: Choices, own_count: int) -> str:
    """Return the words behind the range, in which {total} and {km} are still open."""
    if not own_count:
        return chosen.say("of {total} verified parks lie within {km} km of the axis")
    words = chosen.say("of {total} parks, {n} of them yours, lie within {km} km of the axis")
    return words.replace("{n}", str(own_count))


@lru_cache(maxsize=128)
def _judge_atlas_parks(belt: str, km: float) -> pd.DataFrame:
    parks = pd.DataFrame(store.load_layer("parks").drop(columns="geometry")).set_index("id")
    columns = ["status", "location_precision", "level", "kind", "name_zh", "name_en"]
    return corridors.judge_layer("parks", belt, km).join(parks[columns])


def judge_parks(chosen: Choices) -> pd.DataFrame:
    """Return what the corridor holds of the atlas's parks and of the reader's own rows."""
    parks, layer = _judge_atlas_parks(chosen.belt, chosen.width), find_own_layer()
    if layer is None:
        return parks
    verdicts = layer.judge_corridor(chosen.belt, chosen.width)
    columns = [name for name in parks.columns if name not in verdicts.columns]
    return pd.concat([parks, verdicts.join(pd.DataFrame(layer.frame).set_index("id")[columns])])


def _parts(
    chosen: Choices, reach: corridors.Reach, counted: pd.DataFrame
) -> list[dict[str, object]]:
    say = chosen.say
    by_point = int((counted.at_point & (counted.verdict == "possible")).sum())
    possible = say(
        "possibly inside: only part of where the park may be; the recorded point of {n} is inside"
    )
    parts: list[dict[str, object]] = [
        {
            "verdict": "certain",
            "count": reach.certain,
            "words": say("certainly inside: the site, or everywhere the park may be"),
        },
        {"verdict": "possible", "count": reach.possible, "words": possible.format(n=by_point)},
        {"verdict": "outside", "count": reach.outside, "words": say("outside")},
    ]
    own_verdicts = counted[counted.status == "own"].verdict
    if own_verdicts.empty:
        return parts
    apart = say("{words} (of these yours: {n})")
    counts = own_verdicts.value_counts()
    return [
        part | {"words": apart.format(words=part["words"], n=counts.get(part["verdict"], 0))}
        for part in parts
    ]


def _lines(chosen: Choices, reach: corridors.Reach, spread: pd.DataFrame) -> list[str]:
    say = chosen.say
    seats = belt_profiles.count_corridor_reach("seats", chosen.belt, chosen.width)
    lines = [
        say("Taken at their recorded points: {n}.").format(n=reach.at_point),
        say("County seats inside: {n} of {total}; of uncertain position: {possible}.").format(
            n=seats.certain, total=seats.total, possible=seats.possible
        ),
    ]
    recalled = spread[spread.status == "unverified"]
    if chosen.filter.unverified:
        counts = recalled.verdict.value_counts()
        more = say("Of {total} unverified parks, in no count above: {n} certainly, {k} possibly.")
        lines.append(
            more.format(
                total=len(recalled), n=counts.get("certain", 0), k=counts.get("possible", 0)
            )
        )
    return lines


def _method(chosen: Choices) -> list[str]:
    say = chosen.say
    return [
        say(
            "Each park has the area in which it may lie: its point when the site is known; "
            "when only the town is known, the part of its county within {km} km of the town's "
            "point (an assumption of the atlas, which has no boundaries of towns); where a "
            "geocoder hit the name once, the part within {radius} km (by as much as second "
            "sources differ from such hits, rounded up); when only the county is known, the whole "
            "county."
        ).format(km=f"{corridors.SPREAD_KM['town']:g}", radius=f"{max(list_radii().values()):g}"),
        say(
            "Certain: that area lies wholly within the width. Possible: part of it does. "
            "Distances are measured in an equal-area projection, in error by at most 0.07 %. "
            "A site is one point; a park's ground may reach beyond it."
        ),
    ]


def _by_precision(chosen: Choices, verified: pd.DataFrame) -> list[dict[str, object]]:
    counts = pd.crosstab(verified.location_precision, verified.verdict).reindex(
        index=PRECISIONS, columns=corridors.VERDICTS, fill_value=0
    )
    return [
        {"name": chosen.say(f"precision.{precision}"), "cells": counts.loc[precision].tolist()}
        for precision in PRECISIONS
    ]


def show_unverified_switch(chosen: Choices) -> None:
    """Draw the switch that adds the parks not yet confirmed by a source."""
    recalled = int((store.load_layer("parks").status == "unverified").sum())
    st.toggle(
        chosen.say("Show {n} unverified parks").format(n=recalled),
        **bind_widget("belts-unverified", chosen.filter.unverified, state.include_unverified),
    )
