"""Two to six parks side by side: every criterion, the differences, the evidence, the unknown."""

from functools import partial
from typing import Any

import streamlit as st

from components.linked import bind_widget
from components.quotations import parse_sources, quote_facts
from geo.i18n import pick
from geo.siting import industry_fit
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.ranking import Ranking
from geo.tables import load_table
from geo.ties import round_off
from layers.cards import Quote
from layers.markup import render_template
from layers.sketch import Mark, park_map, park_picture
from screens.invest import invest_wording, parameters
from screens.invest.parameters import Choices

NOTE = 500  # characters


def show_shortlist(chosen: Choices, ranking: Ranking) -> None:
    """Draw the shortlist with its notes, and the comparison when it holds two parks or more."""
    say = chosen.say
    st.caption(say("Stars in the list fill the shortlist, up to six parks; two or more compare."))
    if not chosen.shortlist:
        return
    columns = st.columns(min(3, len(chosen.shortlist)))
    for place, park in enumerate(chosen.shortlist):
        with columns[place % len(columns)], st.container(border=True):
            _entry(chosen, ranking, park)
    if len(chosen.shortlist) > 1:
        st.html(
            render_template(
                "screens/invest/invest_compare.html",
                chosen.lang,
                **table_of(chosen, ranking, chosen.shortlist, inline=False),
            )
        )


def _entry(chosen: Choices, ranking: Ranking, park: str) -> None:
    say = chosen.say
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"**{chosen.marked(park)}**")
        st.button(
            say("Take off"), icon=":material/close:", type="tertiary", key=f"invest-off-{park}",
            on_click=parameters.keep, args=(park,),
        )  # fmt: skip
    st.caption(standing(chosen, ranking, park))
    st.text_area(
        say("Your notes and reasons"),
        max_chars=NOTE,
        height=80,
        **bind_widget(f"invest-note-{park}", notes().get(park, ""), partial(_take_note, park)),
        help=say("Kept in this tab only, and printed in the report; not part of the link."),
    )


def notes() -> dict[str, str]:
    """Return the reader's notes by park; they live as long as the tab."""
    held: dict[str, str] = st.session_state.setdefault("invest-notes", {})
    return held


def _take_note(park: str, note: str) -> None:
    notes()[park] = note.strip()


def standing(chosen: Choices, ranking: Ranking, park: str) -> str:
    """Return a park's rank and score, or that a limit excludes it."""
    say = chosen.say
    if park in ranking.table.index:
        row = ranking.table.loc[park]
        return say("Rank {rank} · {score} points ({worst}–{best})").format(
            rank=int(row["rank"]), score=f"{row.score:.1f}",
            worst=f"{row.worst:.1f}", best=f"{row.best:.1f}",
        )  # fmt: skip
    if park in ranking.excluded.index:
        return say("Excluded by a limit")
    return say("Unverified: takes no part")


def table_of(
    chosen: Choices, ranking: Ranking, parks: tuple[str, ...], *, inline: bool = True
) -> dict[str, Any]:
    """Return the comparison of parks for the template; a page cannot hold maps `inline`."""
    draw = park_map if inline else park_picture
    frame = ranking.parks
    return {
        "parks": [
            {
                "name": chosen.name(park),
                "standing": standing(chosen, ranking, park),
                "map": draw(mark(ranking, park, _rank(ranking, park), strong=True), chosen.lang),
                "position": chosen.say(f"precision.{frame.location_precision[park]}"),
                "basis": pick(
                    frame.location_basis_zh[park], frame.location_basis_en[park], chosen.lang
                ),
                "listed": _listed(frame.loc[park]),
                "quotes": _quotes(chosen, frame.loc[park]),
                "sources": parse_sources(frame.source[park]),
                "unknown": unknown(chosen, ranking, park),
                "ask": ask(chosen, frame.loc[park]),
            }
            for park in parks
        ],
        "rows": [_row(chosen, ranking, name, parks) for name in IDS if _told(ranking, name)],
    }


def _told(ranking: Ranking, name: str) -> bool:
    return name not in ranking.values.silent


def _rank(ranking: Ranking, park: str) -> str:
    return str(ranking.table["rank"][park]) if park in ranking.table.index else "–"


def _row(chosen: Choices, ranking: Ranking, name: str, parks: tuple[str, ...]) -> dict[str, Any]:
    say, found = chosen.say, ranking.values
    scaled = ranking.scaled.middle[name]
    known = [park for park in parks if found.value[name].notna()[park]]
    grades = {park: float(round_off(scaled[park])) for park in known}
    best, differ = max(grades.values(), default=None), len(set(grades.values())) > 1
    return {
        "name": say(CRITERIA[name].name),
        "weight": ranking.question.weight(name),
        "measured": say(CRITERIA[name].measured),
        "uncertainty": say(CRITERIA[name].uncertainty),
        "differ": differ or len(known) < len(parks),
        "cells": [
            {
                "value": invest_wording.value(name, park, found, chosen.lang),
                "nearest": invest_wording.nearest(name, park, found, chosen.lang),
                "points": float(scaled[park] * ranking.question.weight(name)),
                "best": differ and grades.get(park) == best,
                "unknown": park not in known,
            }
            for park in parks
        ],
    }


def mark(ranking: Ranking, park: str, text: str, *, strong: bool) -> Mark:
    """Return the sign of a park on a printed map."""
    row = ranking.parks.loc[park]
    return Mark(park, text, strong, (row.lon, row.lat) if row.status == "own" else None)


def _listed(park: Any) -> list[str]:
    if park.status == "own":
        return list(park.lead_industries_zh)
    rows = load_table("park_industries")
    return list(dict.fromkeys(rows.phrase[rows.park == park.name]))


def _quotes(chosen: Choices, park: Any) -> list[Quote]:
    facts = [industry_fit.find_evidence(one, park) for one in chosen.question.industries]
    return [quote for group in facts for quote in quote_facts(group, chosen.lang)][:8]


def unknown(chosen: Choices, ranking: Ranking, park: str) -> list[str]:
    """Return what is not known of a park, as phrases."""
    say, row = chosen.say, ranking.parks.loc[park]
    found = [
        say(CRITERIA[name].name)
        for name in IDS
        if _told(ranking, name) and ranking.values.value[name].isna()[park]
    ]
    if not row.industries:
        found.append(say("its industries: no source lists one"))
    if row.location_precision != "site":
        found.append(say("its exact position"))
    if row.approved_year != row.approved_year:
        found.append(say("year of approval"))
    return found


def ask(chosen: Choices, row: Any) -> str:
    """Return whom to ask: the park's own committee, else the county government."""
    county = load_table("places").set_index("adcode").loc[row.county_adcode]
    name = pick(county.name_zh, county.name_en, chosen.lang)
    if row.level == "national":
        return chosen.say(
            "{park} administrative committee; else the government of {county}"
        ).format(park=chosen.name(row.name), county=name)
    return chosen.say("The government of {county}").format(county=name)
