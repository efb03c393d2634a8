"""The question's panel: industries, what a park must meet, preferences and ideals."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components import state
from components.linked import bind_widget
from geo.filters import label_option, list_options
from geo.siting.criteria import CRITERIA
from geo.siting.limits import FacetLimit, Limit
from geo.siting.question import RADII
from geo.siting.wording.limit_wording import tell_limit
from geo.siting.wording.value_wording import name_unit
from screens.invest import arrival_notice, parameters
from screens.invest.parameters import Choices

MUST = ("prefecture", "level", "kind", "document")
AT_MOST = ("airport", "border_port", "seaport", "changchun", "same_industry")
AT_LEAST = ("related_parks", "area")
SIGNS = dict.fromkeys(("rail_station", *AT_MOST), "<=") | dict.fromkeys(AT_LEAST, ">=")


def show_question(chosen: Choices) -> None:
    """Draw the question's panel."""
    say = chosen.say
    st.markdown(f"##### {say('1 · What do you need?')}")
    _facet(chosen, "industry")
    _facet(chosen, "belt")
    _number(chosen, "rail_station")
    with st.expander(say("More requirements"), icon=":material/rule:"):
        for facet in MUST:
            _facet(chosen, facet)
        for name in (*AT_MOST, *AT_LEAST):
            _number(chosen, name)
        _unverified(chosen)
    with st.expander(say("Preferences and ideal values"), icon=":material/tune:"):
        _preferences(chosen)
        _radius(chosen)
        _ideals(chosen)
    _others(chosen)


def _facet(chosen: Choices, facet: str) -> None:
    say, ids = chosen.say, list(getattr(chosen.filter, facet))
    sectors = facet == "industry"
    st.multiselect(
        say("Your industries") if sectors else say(f"facet.{facet}"),
        list_options(facet),
        format_func=partial(label_option, facet, lang=chosen.lang),
        **bind_widget(f"invest-facet-{facet}", ids, partial(_take_facet, facet)),
        placeholder=say("Choose one or several") if sectors else say("All"),
        select_all=False,
        help=say("How well a park fits is a matter of degree: no park is excluded for it.")
        if sectors
        else None,
    )


def _take_facet(facet: str, ids: list[str]) -> None:
    arrival_notice.settle_facet(facet, tuple(ids))
    state.choose_filter(replace(state.read_state().filter, **{facet: tuple(ids)}))  # type: ignore[arg-type]


def _number(chosen: Choices, name: str) -> None:
    say, sign = chosen.say, SIGNS[name]
    numbers = [
        limit.number
        for limit in chosen.question.limits
        if isinstance(limit, Limit) and (limit.criterion, limit.sign) == (name, sign)
    ]
    labels = {"<=": say("{name}, at most"), ">=": say("{name}, at least")}[sign]
    unit = name_unit(name, chosen.lang).strip()
    st.number_input(
        f"{labels.format(name=say(CRITERIA[name].name))} ({unit})",
        min_value=0.0,
        max_value=100_000.0,
        step=10.0,
        format="%g",
        **bind_widget(
            f"invest-limit-{name}", numbers[-1] if numbers else None, partial(_take_number, name)
        ),
        placeholder=say("no limit"),
    )


def _own(name: str) -> list[Limit]:
    """Return the limits of the link that another widget than `name`'s holds."""
    now = Choices.current().question.limits
    own = [limit for limit in now if isinstance(limit, Limit)]
    return [limit for limit in own if (limit.criterion, limit.sign) != (name, SIGNS.get(name))]


def _take_number(name: str, number: float | None) -> None:
    more = [] if number is None else [Limit(name, SIGNS[name], float(number))]
    parameters.change_question(limits=(*_own(name), *more))


def _others(chosen: Choices) -> None:
    """Draw limits that only a link can hold, each with a way to drop it."""
    for limit in chosen.question.limits:
        if isinstance(limit, FacetLimit) or SIGNS.get(limit.criterion) == limit.sign:
            continue
        st.button(
            tell_limit(limit, chosen.lang),
            icon=":material/close:",
            key=f"invest-drop-{limit}",
            on_click=_drop,
            args=(limit,),
            help=chosen.say("Remove this condition"),
        )


def _drop(limit: Limit) -> None:
    parameters.change_question(limits=tuple(other for other in _own("") if other != limit))


def _unverified(chosen: Choices) -> None:
    st.toggle(
        chosen.say("Include unverified parks"),
        **bind_widget("invest-unverified", chosen.filter.unverified, state.include_unverified),
    )


def _preferences(chosen: Choices) -> None:
    say = chosen.say
    for field, facet, name in (
        ("belts", "belt", say("Preferred belt")),
        ("kinds", "kind", say("Preferred kind of park")),
    ):
        st.multiselect(
            name,
            list_options(facet),
            format_func=partial(label_option, facet, lang=chosen.lang),
            **bind_widget(
                f"invest-{field}",
                list(getattr(chosen.question, field)),
                partial(_take_field, field),
            ),
            placeholder=say("none"),
            select_all=False,
            help=say("Counts in the score with the weight you give it; excludes no park."),
        )


def _take_field(field: str, ids: list[str]) -> None:
    parameters.change_question(**{field: tuple(ids)})


def _radius(chosen: Choices) -> None:
    st.number_input(
        chosen.say("Related parks count within (km)"),
        *RADII,
        step=5.0,
        format="%g",
        **chosen.bind("radius", lambda km: parameters.change_question(radius_km=km)),
    )


def _ideals(chosen: Choices) -> None:
    say, ideals = chosen.say, dict(chosen.question.ideals)
    st.multiselect(
        say("Criteria with an ideal value"),
        [name for name in CRITERIA if CRITERIA[name].unit != "grade"],
        format_func=lambda name: say(CRITERIA[name].name),
        **bind_widget("invest-ideal-names", list(ideals), _take_ideal_names),
        placeholder=say("none"),
        select_all=False,
        help=say("Neither more nor less is better, but as near as possible to a value."),
    )
    for name, number in ideals.items():
        st.number_input(
            f"{say(CRITERIA[name].name)} ({name_unit(name, chosen.lang).strip()})",
            min_value=0.0,
            max_value=1e6,
            format="%g",
            **bind_widget(f"invest-ideal-{name}", number, partial(_take_ideal, name)),
        )


def _take_ideal_names(names: list[str]) -> None:
    ideals = dict(Choices.current().ideals)
    usual = {"area": 500.0, "related_parks": 3.0}
    chosen = {name: ideals.get(name, usual.get(name, 50.0)) for name in CRITERIA if name in names}
    parameters.change_question(ideals=tuple(chosen.items()))


def _take_ideal(name: str, number: float) -> None:
    ideals = dict(Choices.current().ideals)
    parameters.change_question(ideals=tuple((ideals | {name: float(number)}).items()))
