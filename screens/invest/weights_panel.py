"""The weights' panel: presets, slider and number for each criterion, pairwise comparison."""

from functools import partial
from itertools import combinations

import streamlit as st

from components.linked import bind_widget
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.pairwise_comparison import CONSISTENT, DEGREES, fill_comparisons, weigh_comparisons
from geo.siting.weights import PRESETS, balance_weights, check_weights, shift_weight
from screens.invest import parameters
from screens.invest.parameters import Choices, find_other_total

COMPARED = 6


def show_weights(chosen: Choices) -> None:
    """Draw the weights' panel."""
    say = chosen.say
    st.markdown(f"##### {say('2 · What matters, and how much?')}")
    _presets(chosen)
    _tell_total(chosen)
    weights = dict(chosen.question.weights)
    with st.expander(say("Weights, in percent"), icon=":material/balance:", expanded=True):
        for name in IDS:
            _weight(chosen, name, weights.get(name, 0.0))
    with st.expander(say("Weights by comparing pairs (AHP)"), icon=":material/compare_arrows:"):
        _pairs(chosen)


def _presets(chosen: Choices) -> None:
    say = chosen.say
    now = dict(chosen.question.weights)
    fitting = next((name for name, preset in PRESETS.items() if preset.weights == now), None)
    st.selectbox(
        say("Start from a kind of company"),
        list(PRESETS),
        index=None,
        format_func=lambda name: say(PRESETS[name].name),
        **bind_widget("invest-preset", fitting, _take_preset),
        placeholder=say("weights of your own"),
    )
    if fitting:
        st.caption(say(PRESETS[fitting].reason))


def _take_preset(name: str | None) -> None:
    if name:
        _accept(PRESETS[name].weights)


def _accept(weights: dict[str, float]) -> None:
    parameters.change_question(weights=tuple(check_weights(weights).items()))


def _weight(chosen: Choices, name: str, percent: float) -> None:
    label, is_locked = chosen.say(CRITERIA[name].name), name in chosen.locked
    take = partial(_take_weight, name)
    slider, number, lock = st.columns([5, 3, 1], vertical_alignment="bottom", gap="small")
    slider.slider(
        label,
        0.0,
        100.0,
        step=1.0,
        format="%g",
        help=chosen.say(CRITERIA[name].measured),
        disabled=is_locked,
        **bind_widget(f"invest-slider-{name}", percent, take),
    )
    number.number_input(
        label,
        0.0,
        100.0,
        step=1.0,
        format="%g",
        label_visibility="collapsed",
        disabled=is_locked,
        **bind_widget(f"invest-number-{name}", percent, take),
    )
    words = chosen.say("Release {name}") if is_locked else chosen.say("Hold {name}")
    lock.button(
        "",
        icon=":material/lock:" if is_locked else ":material/lock_open:",
        help=words.format(name=label),
        type="tertiary",
        key=f"invest-lock-{name}",
        on_click=_toggle_lock,
        args=(name,),
    )


def _take_weight(name: str, percent: float) -> None:
    now = Choices.current()
    _accept(shift_weight(dict(now.question.weights), name, float(percent), now.locked))


def _toggle_lock(name: str) -> None:
    locked = Choices.current().locked
    others = tuple(other for other in locked if other != name)
    Choices.put("locked", others if name in locked else (*locked, name))


def _tell_total(chosen: Choices) -> None:
    say = chosen.say
    st.caption(say("Total: 100 %. Whoever grows takes from the others, in proportion."))
    total = find_other_total(st.session_state.link.get(Choices.link_name("weights")) or "")
    if total:
        told = say("The weights of the link totalled {total} %: they were brought to 100 %.")
        st.info(told.format(total=f"{total:g}"), icon=":material/balance:")


def _pairs(chosen: Choices) -> None:
    say = chosen.say
    usual = [name for name, _ in sorted(chosen.question.weights, key=lambda pair: -pair[1])][:4]
    names = st.multiselect(
        say("Criteria to compare, two to six"),
        IDS,
        default=usual,
        format_func=lambda name: say(CRITERIA[name].name),
        key="invest-ahp",
        max_selections=COMPARED,
        select_all=False,
    )
    if len(names) < 2:
        return
    answers = [
        _pair(chosen, criterion, other_criterion)
        for criterion, other_criterion in combinations(names, 2)
    ]
    shares, ratio = weigh_comparisons(fill_comparisons(answers, len(names)))
    weights = balance_weights(dict(zip(names, shares.tolist(), strict=True)))
    for name, percent in weights.items():
        st.caption(f"{say(CRITERIA[name].name)}: {percent:g} %")
    consistency = say("Consistency ratio: {ratio}").format(ratio=f"{ratio:.2f}")
    if ratio >= CONSISTENT:
        advice = say("0.10 or more: the comparisons contradict one another; look at them again.")
        st.warning(f"{consistency}. {advice}", icon=":material/warning:")
    else:
        st.caption(consistency)
    st.button(
        say("Use these weights"), key="invest-ahp-use", on_click=_accept, args=(weights,),
        width="stretch",
    )  # fmt: skip


def _pair(chosen: Choices, criterion: str, other_criterion: str) -> float:
    say = chosen.say
    return st.select_slider(
        say("{one} against {other}").format(
            one=say(CRITERIA[criterion].name), other=say(CRITERIA[other_criterion].name)
        ),
        DEGREES,
        value=1.0,
        format_func=partial(_degree, chosen),
        key=f"invest-pair-{criterion}-{other_criterion}",
    )


def _degree(chosen: Choices, ratio: float) -> str:
    say = chosen.say
    if ratio == 1:
        return say("equally important")
    if ratio > 1:
        return say("{n} times as important").format(n=f"{ratio:.0f}")
    return say("1/{n} as important").format(n=f"{1 / ratio:.0f}")
