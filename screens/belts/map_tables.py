"""The map of a belt as tables: parks and county seats in the corridor, nearest first."""

import pandas as pd
import streamlit as st

from components import sheet
from geo.belts import corridors
from geo.belts.belt_profiles import list_counted_parks
from geo.filters import label_option
from geo.i18n import Language, pick, translator
from geo.names import name_place
from geo.ties import sort_rows
from screens.belts.corridor_answer import judge_parks
from screens.belts.parameters import Choices


def show_map_tables(chosen: Choices) -> None:
    """Draw what the map shows as tables: parks and county seats, nearest first."""
    say, name = chosen.say, f"{chosen.belt}-{chosen.width:g}-km"
    with st.expander(say("The map as tables"), icon=":material/table:"):
        sheet.show_table(say, _tabulate_parks(chosen), f"{name}-parks")
        sheet.show_table(say, _tabulate_seats(chosen), f"{name}-seats")


def _tabulate_parks(chosen: Choices) -> pd.DataFrame:
    say, lang, parks = chosen.say, chosen.lang, judge_parks(chosen)
    is_shown = chosen.filter.unverified | (parks.status != "unverified")
    parks = sort_rows(parks[(parks.verdict != "outside") & is_shown], ["verdict", "off_km"])
    doubles = set(parks.index[parks.status == "verified"]) - set(list_counted_parks())
    return pd.DataFrame(
        {
            say("Name"): [
                say("{name} (yours)").format(name=zh) if status == "own" else pick(zh, en, lang)
                for zh, en, status in zip(parks.name_zh, parks.name_en, parks.status, strict=True)
            ],
            say("In the buffer"): [say(f"verdict.{verdict}") for verdict in parks.verdict],
            say("Recorded point inside"): [
                say("yes") if is_inside else say("no") for is_inside in parks.at_point
            ],
            say("km from the axis"): parks.off_km.round(1),
            say("Position"): [say(f"precision.{word}") for word in parks.location_precision],
            say("facet.level"): [_label_if_any("level", level, lang) for level in parks.level],
            say("facet.kind"): [_label_if_any("kind", kind, lang) for kind in parks.kind],
            say("Status"): [
                say("{status} · ground counted once").format(status=say(f"status.{status}"))
                if park in doubles
                else say(f"status.{status}")
                for park, status in parks.status.items()
            ],
        }
    )


def _label_if_any(facet: str, value: object, lang: Language) -> str:
    is_text = isinstance(value, str)
    return label_option(facet, str(value), lang) if is_text else translator(lang)("unknown")


def _tabulate_seats(chosen: Choices) -> pd.DataFrame:
    say = chosen.say
    seats = corridors.judge_layer("seats", chosen.belt, chosen.width)
    seats = sort_rows(seats[seats.verdict != "outside"], ["verdict", "off_km"])
    return pd.DataFrame(
        {
            say("County"): [name_place(county, chosen.lang) for county in seats.index],
            say("In the buffer"): [say(f"verdict.{verdict}") for verdict in seats.verdict],
            say("km from the axis"): seats.off_km.round(1),
        }
    )
