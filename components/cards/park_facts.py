"""Facts that a park of the atlas and a row of the reader's own have alike."""

from pandas import DataFrame, Series

from components.state import State
from geo.citations import Citation
from geo.evidence import places_of, stated_facts
from geo.geocoding import list_radii
from geo.names import get_text, name_place
from geo.park_areas import date_value
from layers.cards import Fact


def locate_park(
    chosen: State, park: Series, sources: tuple[Citation, ...] = ()
) -> tuple[Fact, Fact]:
    """Return where a park lies: prefecture and county, then its position and how exact it is."""
    say, lang = chosen.say, chosen.lang
    prefecture, county = (
        name_place(code, lang) for code in (park.prefecture_adcode, park.county_adcode)
    )
    return (
        Fact(say("Where"), f"{prefecture} · {county}", sources=sources),
        Fact(
            say("Position"),
            _word_position(chosen, park),
            basis=" ".join(
                filter(None, (get_text(park, "location_basis", lang), _tell_radius(chosen, park)))
            ),
            approximate=park.location_precision != "site",
        ),
    )


def _tell_radius(chosen: State, park: Series) -> str:
    """Return how far a geocoded park may lie from its point; "" for any other."""
    if park.location_precision != "geocoded":
        return ""
    km = list_radii()[park.geocode_level]
    return chosen.say("It may lie up to {km} km from there.").format(km=f"{km:g}")


def _word_position(chosen: State, park: Series) -> str:
    precision = chosen.say(f"precision.{park.location_precision}")
    position = f"{park.lat:.4f}, {park.lon:.4f} · {precision}"
    dated = park.get("location_as_of")
    return date_value(chosen.say, position, dated) if dated else position


def select_statements(park: Series) -> DataFrame:
    """Return what documents state of a park's industries for its county, prefecture and belts."""
    places, facts = places_of(park.prefecture_adcode, park.county_adcode), stated_facts()
    return facts[facts.place.isin(places) & facts.industry.isin(park.industries)]
