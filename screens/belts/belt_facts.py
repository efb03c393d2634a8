"""The belt itself: its three shapes and how each was made, its members and stops."""

from functools import lru_cache
from typing import Any

import streamlit as st

from components.quotations import quotes, sources
from geo.belts import belt_profiles
from geo.i18n import pick, translator
from geo.names import format_number, get_text, join_industries, name_place
from geo.tables import load_table
from layers.markup import render_template
from screens.belts.parameters import Choices

Row = dict[str, Any]


def row(name: str, value: str, **more: Any) -> Row:
    """Return a fact for the templates."""
    return {
        "name": name,
        "value": value,
        "kind": "",
        "basis": "",
        "evidence": [],
        "sources": [],
    } | more


def show(chosen: Choices) -> None:
    """Draw the card of the belt."""
    belt = load_table("belts").set_index("id", drop=False).loc[chosen.belt]
    other = {"zh": "en", "en": "zh"}[chosen.lang]
    head = {
        "name": get_text(belt, "name", chosen.lang),
        "other": get_text(belt, "name", other),
        "other_lang": other,
        "badges": [],
    }
    note = get_text(belt, "note", chosen.lang)
    rows = [*_members(chosen.belt, chosen.lang), *_shapes(chosen)]
    st.html(
        render_template(
            "components/templates/place.html",
            chosen.lang,
            thing=head,
            rows=rows,
            industries=None,
            note=note,
        )
    )


@lru_cache(maxsize=16)
def _members(belt: str, lang: str) -> tuple[Row, ...]:
    say = translator(lang)
    named, notes = load_table("belts"), load_table("belt_members")
    named = named[named.id == belt]
    notes = notes[notes.belt == belt].sort_values("sort")
    colon = pick("：", ": ", lang)
    remarks = [
        f"{name_place(one.adcode, lang)}{colon}{get_text(one, 'note', lang)}"
        for one in notes.itertuples()
        if get_text(one, "note", lang)
    ]
    way = belt_profiles.locate_stops(belt)
    steps = [
        f"{name_place(one.adcode, lang)} ({one.along_km:,.0f} km){colon}"
        f"{get_text(one, 'basis', lang)}"
        for one in way.itertuples()
    ]
    members = [name_place(code, lang) for code in belt_profiles.list_members(belt)]
    stops = [name_place(code, lang) for code in way.adcode]
    return (
        row(
            say("Members in travel order"),
            " → ".join(members),
            basis=" ".join(remarks),
            evidence=quotes(named, lang),
        ),
        row(
            say("Stops of the axis"), " → ".join(stops), sources=[_line(one, lang) for one in steps]
        ),
    )


def _line(text: str, lang: str) -> dict[str, str]:
    return {"text": text, "url": "", "lang": lang}


def _shapes(chosen: Choices) -> list[Row]:
    say, lang, belt = chosen.say, chosen.lang, chosen.belt
    area = say("{n} km²")
    return [
        row(
            say("Territory"),
            area.format(n=format_number(belt_profiles.measure_territories()[belt], lang)),
            basis=say(
                "Union of the member prefectures: what the document names. It draws no edge."
            ),
        ),
        row(
            say("Axis"),
            say("{n} km").format(n=format_number(belt_profiles.measure_axes()[belt], lang)),
            basis=say(
                "Straight lines between the seats of the stops; the document draws none, "
                "so order and stops are the atlas's own reading. A road or railway is longer."
            ),
        ),
        row(
            say("Corridor"),
            area.format(n=format_number(belt_profiles.measure_corridor(belt, chosen.width), lang)),
            basis=say(
                "The axis widened by {km} km on each side and clipped to the province: schematic."
            ).format(km=f"{chosen.width:g}"),
        ),
    ]


def named(chosen: Choices) -> None:
    """Draw the clusters and brands whose place lies in the belt."""
    st.html(_named(chosen.belt, chosen.lang))
    homeless = int(load_table("brands").place.isna().sum())
    words_ = chosen.say("{n} brands whose place no source gives are in no belt.")
    st.caption(words_.format(n=homeless))


@lru_cache(maxsize=16)
def _named(belt: str, lang: str) -> str:
    say = translator(lang)
    rows = []
    for layer in ("clusters", "brands"):
        inside = belt_profiles.select_inside(layer, belt)
        for fact in inside.itertuples():
            what = join_industries(fact.industries, lang) or say("unknown")
            basis = getattr(fact, f"place_basis_{lang}", "")
            rows.append(
                row(
                    get_text(fact, "name", lang),
                    f"{say(f'one.{layer}')} · {name_place(fact.place, lang)} · {what}",
                    basis=basis,
                    evidence=quotes(inside.loc[[fact.Index]], lang),
                    sources=sources(getattr(fact, "place_source", "")),
                )
            )
    nothing = say("No document names a cluster or brand here.")
    return render_template("screens/belts/belt_named.html", lang, rows=rows, nothing=nothing)
