"""What lies in more than one belt: prefectures, industries, parks, ground."""

import streamlit as st
from pandas import DataFrame, Series

from components import panel, sheet
from components.own_session import find_own_layer, list_parks
from components.peek import peek_on_phone
from geo.belts.overlap import Overlap, find_overlap
from geo.filters import list_options
from geo.i18n import pick
from geo.names import format_number, join_names, name_place
from screens.belts import belt_maps, parameters, shared_industries
from screens.belts.belt_table import Cell, Group, Row, show_table
from screens.belts.parameters import Choices

MAP_HEIGHT = 520


def show_overlap(chosen: Choices) -> None:
    """Draw what belts share."""
    say, overlap = chosen.say, find_overlap(chosen.width, find_own_layer())
    left, right = st.columns([5, 4], gap="medium")
    with left:
        parameters.show_width(chosen)
        belt_maps.show_belt_map(chosen, list_options("belt"), "belts-map", MAP_HEIGHT)
    with right:
        if chosen.selected:
            panel.show_panel(chosen)
        st.subheader(say("Prefectures"))
        _show_prefectures(chosen, overlap)
        st.subheader(say("Area where buffers overlap"))
        _show_ground(chosen, overlap)
    st.subheader(say("Industries by the number of belts that claim them"))
    with peek_on_phone("belts-shared"):
        shared_industries.show_industries(overlap, chosen.lang)
    st.subheader(say("Parks in more than one buffer"))
    _show_parks(chosen, overlap)


def _show_prefectures(chosen: Choices, overlap: Overlap) -> None:
    say, lang = chosen.say, chosen.lang
    counts = overlap.members.map(len)
    prefectures = DataFrame(
        {
            say("facet.prefecture"): [name_place(code, lang) for code in counts.index],
            say("Belts"): counts.to_numpy(),
            say("Belts it belongs to"): [
                join_names((chosen.name(belt) for belt in belts), lang) for belts in overlap.members
            ],
        }
    )
    several = counts[counts > 1]
    st.markdown(
        say("{place} belongs to {n} of {total} belts; every other prefecture to one.").format(
            place=join_names((name_place(code, lang) for code in several.index), lang),
            n=int(several.max()),
            total=len(list_options("belt")),
        )
    )
    rows = [
        Row(name, (Cell(str(count)), Cell(belts, kind="text")))
        for name, count, belts in prefectures.itertuples(index=False)
    ]
    with peek_on_phone("belts-prefectures", is_shut=True):
        show_table(prefectures.columns[1:], [Group("", tuple(rows))], lang)
    sheet.show_table_download(say, prefectures, "belts-prefectures")


def _show_ground(chosen: Choices, overlap: Overlap) -> None:
    say, lang = chosen.say, chosen.lang
    sentence = say(
        "Within {km} km of the axes: {two} km² in two or more buffers, {all} km² in all four."
    )
    st.markdown(
        sentence.format(
            km=f"{overlap.km:g}",
            two=format_number(overlap.covered_km2[2], lang),
            all=format_number(overlap.covered_km2[4], lang),
        )
    )
    ground = overlap.shared_km2.round(0).rename(columns=chosen.name)
    ground.insert(0, say("km² shared"), [chosen.name(belt) for belt in ground.index])
    rows = [
        Row(name, tuple(Cell(format_number(area, lang)) for area in areas))
        for name, *areas in ground.itertuples(index=False)
    ]
    with peek_on_phone("belts-ground", is_shut=True):
        show_table(ground.columns[1:], [Group("", tuple(rows))], lang)
    sheet.show_table_download(say, ground, f"belts-ground-{overlap.km:g}-km")
    st.caption(say("On the diagonal: the buffer's own area."))


def _show_parks(chosen: Choices, overlap: Overlap) -> None:
    say, lang, verdicts = chosen.say, chosen.lang, overlap.verdicts
    parks = list_parks().set_index("id")
    is_own = parks.status[verdicts.index] == "own"
    st.markdown(_sum_up_parks(chosen, overlap, is_own))
    names = parks[f"name_{lang}"][verdicts.index]
    names = names.where(~is_own, names.map(lambda name: say("{name} (yours)").format(name=name)))
    table = DataFrame(
        {
            say("Name"): names.to_numpy(),
            say("facet.prefecture"): [
                name_place(code, lang) for code in parks.prefecture_adcode[verdicts.index]
            ],
            **{
                chosen.name(belt): [say(f"verdict.{verdict}") for verdict in verdicts[belt]]
                for belt in verdicts
            },
        }
    )
    sheet.show_table(say, table, f"belts-parks-{overlap.km:g}-km", height=360)


def _sum_up_parks(chosen: Choices, overlap: Overlap, is_own: Series) -> str:
    say, certain = chosen.say, overlap.certain
    count = int(certain[~is_own].sum())
    summary = say(
        "Within {km} km: {n} verified parks lie in more than one buffer certainly, "
        "{k} more possibly."
    ).format(km=f"{overlap.km:g}", n=count, k=int((~is_own).sum()) - count)
    if find_own_layer() is None:
        return summary
    own_count = int(certain[is_own].sum())
    own_summary = say("Of your rows, {n} are certainly inside and {k} more possibly.")
    return (
        summary
        + pick("", " ", chosen.lang)
        + own_summary.format(n=own_count, k=int(is_own.sum()) - own_count)
    )
