"""What lies in more than one belt: prefectures, industries, parks, ground."""

from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st
from geopandas import GeoSeries

from components import panel, sheet
from components.own_session import find_own_layer, list_parks
from components.quotations import quote_facts
from geo.belts import belt_profiles, corridors
from geo.crs import STORED
from geo.filters import label_option, list_options
from geo.i18n import Language, pick, translator
from geo.names import format_number, join_names, map_sectors, name_place, name_sector
from geo.tables import load_table
from layers.markup import render_template
from screens.belts import belt_maps, parameters
from screens.belts.parameters import Choices

MAP_HEIGHT = 520


def show_overlap(chosen: Choices) -> None:
    """Draw what belts share."""
    say = chosen.say
    left, right = st.columns([5, 4], gap="medium")
    with left:
        parameters.show_width(chosen)
        belt_maps.show_belt_map(chosen, list_options("belt"), "belts-map", MAP_HEIGHT)
    with right:
        if chosen.selected:
            panel.show_panel(chosen)
        st.subheader(say("Prefectures"))
        _prefectures(chosen)
        st.subheader(say("Ground that corridors share"))
        _ground(chosen)
    st.subheader(say("Industries by the number of belts that claim them"))
    _industries(chosen)
    st.subheader(say("Parks in more than one corridor"))
    _parks(chosen)


def _prefectures(chosen: Choices) -> None:
    say, lang = chosen.say, chosen.lang
    members = load_table("belt_members").groupby("adcode", sort=False).belt.agg(list)
    members = members.iloc[members.map(len).argsort(kind="stable")[::-1]]
    shown = pd.DataFrame(
        {
            say("facet.prefecture"): [name_place(code, lang) for code in members.index],
            say("Belts"): members.map(len).to_numpy(),
            say("Belts it belongs to"): [
                join_names((chosen.name(one) for one in belts), lang) for belts in members
            ],
        }
    )
    inside = members[members.map(len) > 1]
    st.markdown(
        say("{place} belongs to {n} of {total} belts; every other prefecture to one.").format(
            place=join_names((name_place(one, lang) for one in inside.index), lang),
            n=int(inside.map(len).max()),
            total=len(list_options("belt")),
        )
    )
    rows = [
        {"name": name, "cells": [{"text": n}, {"text": which, "kind": "text"}]}
        for name, n, which in shown.itertuples(index=False)
    ]
    _table(chosen, list(shown.columns[1:]), rows)
    sheet.show_table_download(say, shown, "belts-prefectures")


@lru_cache(maxsize=128)
def _areas(km: float) -> tuple[pd.DataFrame, pd.Series]:
    belts = list_options("belt")
    shapes = GeoSeries({belt: corridors.clip_corridor(belt, km) for belt in belts}, crs=STORED)
    return corridors.measure_overlaps(shapes), corridors.measure_shared_ground(shapes)


def _ground(chosen: Choices) -> None:
    say, lang = chosen.say, chosen.lang
    pairs, least = _areas(chosen.width)
    sentence = say(
        "Within {km} km of the axes: {two} km² in two or more corridors, {all} km² in all four."
    )
    st.markdown(
        sentence.format(
            km=f"{chosen.width:g}",
            two=format_number(least[2], lang),
            all=format_number(least[4], lang),
        )
    )
    shown = pairs.round(0).rename(columns=chosen.name)
    shown.insert(0, say("km² shared"), [chosen.name(one) for one in shown.index])
    rows = [
        {"name": name, "cells": [{"text": format_number(area, lang)} for area in areas]}
        for name, *areas in shown.itertuples(index=False)
    ]
    _table(chosen, list(shown.columns[1:]), rows)
    sheet.show_table_download(say, shown, f"belts-ground-{chosen.width:g}-km")
    st.caption(say("On the diagonal: the corridor's own area."))


def _table(chosen: Choices, heads: list[str], rows: list[dict[str, Any]]) -> None:
    groups = [{"name": "", "rows": rows}]
    st.html(
        render_template("screens/belts/belt_table.html", chosen.lang, heads=heads, groups=groups)
    )


def _industries(chosen: Choices) -> None:
    say = chosen.say
    claimed = belt_profiles.tabulate_claims(
        belt_profiles.select_belt_claims(), list_options("belt")
    )
    order = claimed.sum(axis=1).sort_values(ascending=False, kind="stable").index
    several = claimed.loc[order]
    shared = [one for one in order if several.loc[one].sum() > 1]
    st.caption(
        say(
            "{n} of {total} industries are claimed by more than one belt. Each cell holds the "
            "words of the 2013 document; open a line for the quotations."
        ).format(n=len(shared), total=len(order))
    )
    st.html(_lines(tuple(order), chosen.lang))
    sheet.show_table_twin(say, tabulate_overlap(chosen.lang), "belts-industries")


@lru_cache(maxsize=4)
def _lines(order: tuple[str, ...], lang: Language) -> str:
    return render_template(
        "screens/belts/belt_industries.html",
        lang,
        head=translator(lang)("facet.industry"),
        heads=[label_option("belt", one, lang) for one in list_options("belt")],
        rows=[_row(lang, one) for one in order],
    )


def _row(lang: Language, industry: str) -> dict[str, Any]:
    say, facts = translator(lang), belt_profiles.select_belt_claims()
    facts = facts[facts.industry == industry]
    cells = [_cell(lang, belt, facts[facts.place == belt]) for belt in list_options("belt")]
    count = facts.place.nunique()
    words_ = say("{n} belts") if count > 1 else say("{n} belt")
    return {
        "name": label_option("industry", industry, lang),
        "phrase": "",
        "remark": words_.format(n=count),
        "stated": [],
        "cells": cells,
        "near": "",
        "near_head": "",
    }


def _cell(lang: Language, belt: str, facts: pd.DataFrame) -> dict[str, Any]:
    return {
        "place": label_option("belt", belt, lang),
        "any": len(facts) > 0,
        "words": f"“{facts.phrase.iloc[0]}”" if len(facts) else "–",
        "evidence": quote_facts(facts, lang),
        "parks": [],
    }


@lru_cache(maxsize=4)
def tabulate_overlap(lang: Language) -> pd.DataFrame:
    """Return industry × belt with the document's words, sector by sector."""
    say = translator(lang)
    facts = belt_profiles.select_belt_claims()
    order = [one for one in list_options("industry") if one in set(facts.industry)]
    cells = facts.pivot_table(index="industry", columns="place", values="phrase", aggfunc="first")
    cells = cells.reindex(index=order, columns=list(list_options("belt"))).fillna("–")
    shown = cells.rename(columns=lambda one: label_option("belt", one, lang)).reset_index(drop=True)
    shown.insert(0, say("facet.industry"), [label_option("industry", one, lang) for one in order])
    shown.insert(0, say("Sector"), [name_sector(map_sectors()[one], lang) for one in order])
    shown[say("Belts")] = (cells != "–").sum(axis=1).to_numpy()
    return shown


def _parks(chosen: Choices) -> None:
    say, lang = chosen.say, chosen.lang
    parks = list_parks().query("status != 'unverified'").set_index("id")
    found = pd.DataFrame(
        {belt: _verdicts(belt, chosen.width).loc[parks.index] for belt in list_options("belt")}
    )
    certain, possible = (found == "certain").sum(axis=1), (found == "possible").sum(axis=1)
    several = found[certain + possible > 1]
    is_own = parks.status == "own"
    told = say(
        "Within {km} km: {n} verified parks lie in more than one corridor certainly, "
        "{k} more possibly."
    ).format(
        km=f"{chosen.width:g}",
        n=int((certain > 1)[~is_own].sum()),
        k=int((~is_own)[several.index].sum()) - int((certain > 1)[~is_own].sum()),
    )
    if is_own.any():
        more = say("Of your rows {n} certainly, {k} more possibly.")
        sure = int((certain > 1)[is_own].sum())
        told += pick("", " ", lang) + more.format(n=sure, k=int(is_own[several.index].sum()) - sure)
    st.markdown(told)
    names = parks[f"name_{lang}"]
    names = names.where(~is_own, names.map(lambda one: say("{name} (yours)").format(name=one)))
    shown = pd.DataFrame(
        {
            say("Name"): names[several.index].to_numpy(),
            say("facet.prefecture"): [
                name_place(one, lang) for one in parks.prefecture_adcode[several.index]
            ],
            **{
                chosen.name(belt): [say(f"verdict.{one}") for one in several[belt]]
                for belt in list_options("belt")
            },
        }
    )
    sheet.show_table(say, shown, f"belts-parks-{chosen.width:g}-km", height=360)


def _verdicts(belt: str, km: float) -> pd.Series:
    verdict, layer = corridors.judge_layer("parks", belt, km).verdict, find_own_layer()
    if layer is None:
        return verdict
    return pd.concat([verdict, layer.judge_corridor(belt, km).verdict])
