"""Two to four belts side by side: one table, the same charts, maps that move together."""

import streamlit as st

from components import linked_widgets, plot, sheet, state
from components.own_session import find_own_layer
from components.peek import peek_on_phone
from geo.belts.comparison import Comparison, compare_belts
from geo.belts.corridors import VERDICTS
from geo.filters import list_options
from geo.i18n import translator
from layers.markup import render_template
from screens.belts import belt_maps, comparison_rows, parameters, profile_charts
from screens.belts.belt_table import Group, show_table
from screens.belts.parameters import Choices

MAP_HEIGHT = 340


def show_comparison(chosen: Choices) -> None:
    """Draw the comparison."""
    say = chosen.say
    _show_belts(chosen)
    parameters.show_width(chosen)
    comparison = compare_belts(chosen.compared, chosen.width, find_own_layer())
    _show_columns(chosen, comparison)
    st.subheader(say("The numbers, and where they differ"))
    linked_widgets.show_toggle(chosen, "differing", say("Only what differs"))
    groups = comparison_rows.list_groups(comparison, chosen.lang)
    if chosen.differing:
        groups = [Group(group.name, tuple(r for r in group.rows if r.differs)) for group in groups]
    with peek_on_phone("belts-compared-table"):
        show_table([chosen.name(belt) for belt in comparison.belts], groups, chosen.lang)
    st.caption(
        say(
            "A bar at the start of a line marks a difference; ▲ is the highest and ▼ the lowest "
            "value. A larger number is not a better belt: the belts differ in size."
        )
    )
    table = comparison_rows.tabulate_groups(comparison, groups, chosen.lang)
    sheet.show_table_download(say, table, "belts-compared")


def _show_belts(chosen: Choices) -> None:
    label = chosen.say("Compare two to four belts")
    linked_widgets.show_pills(chosen, "compared", label, chosen.name, take=_take_belts)


def _take_belts(picked: list[str]) -> None:
    belts = [belt for belt in list_options("belt") if belt in picked]
    if len(belts) >= 2:
        Choices.put("compared", belts)
    else:
        st.toast(translator(state.find_language())("A comparison needs two belts."))


def _show_columns(chosen: Choices, comparison: Comparison) -> None:
    say, belts = chosen.say, comparison.belts
    st.html(
        render_template(
            "screens/belts/comparison_key.html",
            chosen.lang,
            verdicts=[(verdict, say(f"verdict.{verdict}")) for verdict in VERDICTS],
        )
    )
    with st.container(key="belts-columns"):  # swiped on a phone
        columns = st.columns(len(belts), gap="medium")
    for belt, column in zip(belts, columns, strict=True):
        with column:
            name = chosen.name(belt)
            st.html(render_template("screens/belts/belt_head.html", chosen.lang, name=name))
            belt_maps.show_belt_map(chosen, (belt,), f"belt-map-{belt}", MAP_HEIGHT)
            _show_bar(chosen, comparison, belt)
            with peek_on_phone(f"{belt}-charts"):
                _show_charts(chosen, comparison, belt)
    st.caption(
        say("The scales are the same in each column. Move or zoom one map: the others follow.")
        + " "
        + say("sources")
    )


def _show_bar(chosen: Choices, comparison: Comparison, belt: str) -> None:
    """Draw the verified parks by whether the corridor holds them, on the scale of all of them."""
    say, reach = chosen.say, comparison.reaches[belt]
    counts = "; ".join(f"{say(f'verdict.{verdict}')} {n}" for verdict, n in reach.counts.items())
    if own_reach := comparison.own_reaches.get(belt):
        apart = say("plus your own rows: {n} certainly, {k} possibly")
        counts += "; " + apart.format(n=own_reach.certain, k=own_reach.possible)
    st.caption(f"{say('Verified parks in the buffer')}: {counts}")
    st.html(
        render_template(
            "screens/belts/belt_reach.html", chosen.lang, counts=reach.counts, aria=counts
        )
    )


def _show_charts(chosen: Choices, comparison: Comparison, belt: str) -> None:
    say, look = chosen.say, chosen.look
    kinds = tuple(profile_charts.name_kinds(comparison.kinds, chosen.lang).kind_name.unique())
    charts = {
        "kinds": (
            say("Verified parks by kind and level"),
            profile_charts.chart_kinds(look, belt, comparison.most_of_a_kind, kinds),
            profile_charts.tabulate_kinds(belt, chosen.lang),
        ),
        "sectors": (
            say("Verified parks by sector"),
            profile_charts.chart_sectors(look, belt, comparison.most_of_a_sector),
            profile_charts.tabulate_sectors(belt, chosen.lang),
        ),
    }
    for name, (title, chart, table) in charts.items():
        st.caption(title)
        plot.show_chart(chart, f"{title}: {chosen.name(belt)}", f"{belt}-{name}", table)
