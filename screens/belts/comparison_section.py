"""Two to four belts side by side: one table, the same charts, maps that move together."""

from typing import Any

import pandas as pd
import streamlit as st

from components import linked_widgets, plot, sheet, state
from components.own_session import find_own_layer
from geo.belts import belt_profiles, corridors
from geo.filters import label_option, list_options
from geo.i18n import translator
from geo.names import format_number
from layers.markup import render_template
from screens.belts import belt_maps, parameters, profile_charts
from screens.belts.parameters import Choices

MAP_HEIGHT = 340
UNITS = {"territory_km2": "km²", "corridor_km2": "km²", "axis_km": "km"}
GROUPS = {
    "Territory": ("territory_km2", "prefectures", "parks", "national_parks"),
    "Axis and corridor": (
        "axis_km", "stops", "corridor_km2", "parks_certain", "parks_possible", "seats", "hubs",
    ),
    "Industries, clusters and brands": (
        "industries", "industries_documents", "industries_parks", "clusters", "brands",
    ),
}  # fmt: skip

OWN_ROWS: dict[str, tuple[str, ...]] = {"Your own rows": ("own", "own_certain", "own_possible")}


def show_comparison(chosen: Choices) -> None:
    """Draw the comparison."""
    say = chosen.say
    _belts(chosen)
    parameters.show_width(chosen)
    _side_by_side(chosen)
    st.subheader(say("The numbers, and where they differ"))
    linked_widgets.show_toggle(chosen, "differing", say("Only what differs"))
    numbers = belt_profiles.compare_belts(chosen.compared, chosen.width)
    groups = [*_measures(chosen, GROUPS, numbers), *_count_own_rows(chosen), _industries(chosen)]
    if chosen.differing:
        groups = [
            group | {"rows": [row for row in group["rows"] if row["differs"]]} for group in groups
        ]
    heads = [chosen.name(belt) for belt in chosen.compared]
    st.html(
        render_template("screens/belts/belt_table.html", chosen.lang, heads=heads, groups=groups)
    )
    st.caption(
        say(
            "A bar at the start of a line marks a difference; ▲ is the highest and ▼ the lowest "
            "value. A larger number is not a better belt: the belts differ in size."
        )
    )
    sheet.show_table_twin(say, tabulate_comparison(chosen, groups), "belts-compared")


def _belts(chosen: Choices) -> None:
    label = chosen.say("Compare two to four belts")
    linked_widgets.show_pills(chosen, "compared", label, chosen.name, take=_take)


def _take(picked: list[str]) -> None:
    belts = [belt for belt in list_options("belt") if belt in picked]
    if len(belts) >= 2:
        Choices.put("compared", None if len(belts) == len(list_options("belt")) else belts)
    else:
        st.toast(translator(state.find_language())("A comparison needs two belts."))


def _side_by_side(chosen: Choices) -> None:
    say, belts = chosen.say, chosen.compared
    kinds = pd.concat([profile_charts.count_kinds(belt, chosen.lang) for belt in belts], keys=belts)
    kind = int(kinds.groupby([kinds.index.get_level_values(0), "kind"]).parks.sum().max())
    rows = tuple(dict.fromkeys(kinds.kind_name))
    sector = max(int(profile_charts.count_sectors(belt, chosen.lang).parks.max()) for belt in belts)
    for belt, column in zip(belts, st.columns(len(belts), gap="medium"), strict=True):
        with column:
            st.html(
                render_template("screens/belts/belt_head.html", chosen.lang, name=chosen.name(belt))
            )
            belt_maps.show_belt_map(chosen, (belt,), f"belt-map-{belt}", MAP_HEIGHT)
            _bar(chosen, belt)
            for name, title, drawn in (
                (
                    "kinds",
                    say("Verified parks by kind and level"),
                    profile_charts.by_kind(chosen.look, belt, kind, rows),
                ),
                (
                    "sectors",
                    say("Verified parks by sector"),
                    profile_charts.by_sectors(chosen.look, belt, sector),
                ),
            ):
                st.caption(title)
                plot.show_chart(drawn, f"{title}: {chosen.name(belt)}", f"{belt}-{name}")
    st.caption(
        say("The scales are the same in each column. Move or zoom one map: the others follow.")
    )
    sheet.show_table_twin(say, tabulate_charts(chosen), "belts-charts")


def _bar(chosen: Choices, belt: str) -> None:
    """Draw the verified parks by whether the corridor holds them, on the scale of all of them."""
    say, near = chosen.say, belt_profiles.count_corridor_reach("parks", belt, chosen.width)
    numbers = (near.certain, near.possible, near.outside)
    parts = [
        {"verdict": one, "count": count, "words": say(f"verdict.{one}")}
        for one, count in zip(corridors.VERDICTS, numbers, strict=True)
    ]
    words_ = "; ".join(f"{one['words']} {one['count']}" for one in parts)
    if (layer := find_own_layer()) is not None:
        own_reach = layer.count_in_corridor(belt, chosen.width)
        apart = say("apart from these yours: {n} certainly, {k} possibly")
        words_ += "; " + apart.format(n=own_reach.certain, k=own_reach.possible)
    st.caption(f"{say('Verified parks in the corridor')}: {words_}")
    st.html(render_template("screens/belts/belt_bar.html", chosen.lang, parts=parts, aria=words_))


def tabulate_charts(chosen: Choices) -> pd.DataFrame:
    """Return what the charts show: group, name and one column a belt."""
    say, rows = chosen.say, {}
    for belt in chosen.compared:
        name = chosen.name(belt)
        near = belt_profiles.count_corridor_reach("parks", belt, chosen.width)
        corridor = say("Verified parks in the corridor")
        rows[corridor, say("verdict.certain"), name] = near.certain
        rows[corridor, say("verdict.possible"), name] = near.possible
        if (layer := find_own_layer()) is not None:
            own_reach = layer.count_in_corridor(belt, chosen.width)
            rows[say("Your own rows"), say("verdict.certain"), name] = own_reach.certain
            rows[say("Your own rows"), say("verdict.possible"), name] = own_reach.possible
        for one in profile_charts.count_kinds(belt, chosen.lang).itertuples():
            words_ = f"{one.kind_name} · {one.level_name}"
            rows[say("Verified parks by kind and level"), words_, name] = one.parks
        for one in profile_charts.count_sectors(belt, chosen.lang).itertuples():
            rows[say("Verified parks by sector"), one.name, name] = one.parks
    flat = pd.Series(rows).unstack(fill_value=0, sort=False)
    return flat.rename_axis([say("Chart"), say("Name")]).reset_index()


def _count_own_rows(chosen: Choices) -> list[dict[str, Any]]:
    """Return the group of the reader's own rows, counted apart from all else."""
    layer = find_own_layer()
    if layer is None:
        return []
    numbers = {
        belt: belt_profiles.measure_own_rows(
            belt, layer.frame, layer.judge_corridor(belt, chosen.width)
        )
        for belt in chosen.compared
    }
    return _measures(chosen, OWN_ROWS, pd.DataFrame(numbers))


def _measures(
    chosen: Choices, groups: dict[str, tuple[str, ...]], numbers: pd.DataFrame
) -> list[dict[str, Any]]:
    return [
        {
            "name": chosen.say(group),
            "rows": [_measure(chosen, one, numbers.loc[one]) for one in measures],
        }
        for group, measures in groups.items()
    ]


def _measure(chosen: Choices, measure: str, row: pd.Series) -> dict[str, Any]:
    say = chosen.say
    highest, lowest = belt_profiles.find_extremes(row)
    marks = {belt: f"▲ {say('highest')}" for belt in highest}
    marks |= {belt: f"▼ {say('lowest')}" for belt in lowest}
    words_ = say(f"measure.{measure}").format(km=f"{chosen.width:g}")
    return {
        "name": words_,
        "remark": UNITS.get(measure, ""),
        "differs": bool(highest),
        "cells": [
            {"text": format_number(row[belt], chosen.lang), "mark": marks.get(belt, "")}
            for belt in chosen.compared
        ],
    }


def _industries(chosen: Choices) -> dict[str, Any]:
    say = chosen.say
    claimed = belt_profiles.tabulate_claims(belt_profiles.select_belt_claims(), chosen.compared)
    rows = [
        {
            "name": label_option("industry", str(industry), chosen.lang),
            "remark": "",
            "differs": not row.all(),
            "cells": [{"text": f"● {say('stated')}" if yes else "–", "mark": ""} for yes in row],
        }
        for industry, row in claimed.iterrows()
    ]
    return {"name": say("Industries the 2013 document states"), "rows": rows}


def tabulate_comparison(chosen: Choices, groups: list[dict[str, Any]]) -> pd.DataFrame:
    """Return the comparison as a table of texts, one row a measure or industry."""
    say = chosen.say
    rows = [
        {
            say("Group"): group["name"],
            say("Name"): f"{row['name']} {row['remark']}".strip(),
            say("Differs"): say("yes") if row["differs"] else say("no"),
            **{
                chosen.name(belt): f"{cell['text']} {cell['mark']}".strip()
                for belt, cell in zip(chosen.compared, row["cells"], strict=True)
            },
        }
        for group in groups
        for row in group["rows"]
    ]
    return pd.DataFrame(rows)
