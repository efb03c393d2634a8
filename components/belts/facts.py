"""The belt itself: its three shapes and how each was made, its members and stops."""

from typing import Any

import streamlit as st

from components.belts import words
from components.belts.choices import Choices
from components.evidence import quotes, sources
from geo import belt_profiles
from geo.i18n import pick
from geo.tables import table
from layers.cards import render

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
    belt = table("belts").set_index("id", drop=False).loc[chosen.belt]
    other = {"zh": "en", "en": "zh"}[chosen.lang]
    head = {
        "name": pick(belt.name_zh, belt.name_en, chosen.lang),
        "other": pick(belt.name_zh, belt.name_en, other),
        "other_lang": other,
        "badges": [],
    }
    note = pick(belt.note_zh, belt.note_en, chosen.lang) or ""
    rows = [*_members(chosen), *_shapes(chosen)]
    st.html(render("place.html", chosen.lang, thing=head, rows=rows, industries=None, note=note))


def _members(chosen: Choices) -> list[Row]:
    say, lang = chosen.say, chosen.lang
    named = table("belts").query("id == @chosen.belt")
    notes = table("belt_members").query("belt == @chosen.belt").sort_values("sort")
    colon = pick("：", ": ", lang)
    remarks = [
        f"{words.place(one.adcode, lang)}{colon}{pick(one.note_zh, one.note_en, lang)}"
        for one in notes.itertuples()
        if isinstance(one.note_zh, str)
    ]
    way = belt_profiles.stops(chosen.belt)
    steps = [
        f"{words.place(one.adcode, lang)} ({one.along_km:,.0f} km){colon}"
        f"{pick(one.basis_zh, one.basis_en, lang)}"
        for one in way.itertuples()
    ]
    members = [words.place(code, lang) for code in belt_profiles.members(chosen.belt)]
    stops = [words.place(code, lang) for code in way.adcode]
    return [
        row(
            say("Members in travel order"),
            " → ".join(members),
            basis=" ".join(remarks),
            evidence=quotes(named, lang),
        ),
        row(
            say("Stops of the axis"), " → ".join(stops), sources=[_line(one, lang) for one in steps]
        ),
    ]


def _line(text: str, lang: str) -> dict[str, str]:
    return {"text": text, "url": "", "lang": lang}


def _shapes(chosen: Choices) -> list[Row]:
    say, lang, belt = chosen.say, chosen.lang, chosen.belt
    area = say("{n} km²")
    return [
        row(
            say("Territory"),
            area.format(n=words.number(belt_profiles.territory_km2()[belt], lang)),
            basis=say(
                "Union of the member prefectures: what the document names. It draws no edge."
            ),
        ),
        row(
            say("Axis"),
            say("{n} km").format(n=words.number(belt_profiles.axis_km()[belt], lang)),
            basis=say(
                "Straight lines between the seats of the stops; the document draws none, "
                "so order and stops are the atlas's own reading. A road or railway is longer."
            ),
        ),
        row(
            say("Corridor"),
            area.format(n=words.number(belt_profiles.corridor_km2(belt, chosen.width), lang)),
            basis=say(
                "The axis widened by {km} km on each side and clipped to the province: schematic."
            ).format(km=f"{chosen.width:g}"),
        ),
    ]


def named(chosen: Choices) -> None:
    """Draw the clusters and brands whose place lies in the belt."""
    say, lang = chosen.say, chosen.lang
    rows = []
    for layer in ("clusters", "brands"):
        inside = belt_profiles.inside(layer, chosen.belt)
        for fact in inside.itertuples():
            where = words.place(fact.place, lang)
            what = words.industries(fact.industries, lang) or say("unknown")
            rows.append(
                row(
                    pick(fact.name_zh, fact.name_en, lang),
                    f"{say(f'one.{layer}')} · {where} · {what}",
                    basis=pick(
                        getattr(fact, "place_basis_zh", ""),
                        getattr(fact, "place_basis_en", ""),
                        lang,
                    ),
                    evidence=quotes(inside.loc[[fact.Index]], lang),
                    sources=[] if layer == "clusters" else sources(fact.place_source),
                )
            )
    nothing = say("No document names a cluster or brand here.")
    st.html(render("belt_named.html", lang, rows=rows, nothing=nothing))
    homeless = int(table("brands").place.isna().sum())
    st.caption(say("{n} brands whose place no source gives are in no belt.").format(n=homeless))
