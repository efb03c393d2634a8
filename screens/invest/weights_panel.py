"""The weights' panel: presets, slider and number for each criterion, pairwise comparison."""

from functools import partial
from itertools import combinations

import streamlit as st

from components.linked import bind_widget
from geo.siting.criteria import CRITERIA, IDS
from geo.siting.pairwise_comparison import CONSISTENT, DEGREES, fill_comparisons, weigh_comparisons
from geo.siting.question_error import QuestionError
from geo.siting.weights import PRESETS, balance_weights, check_weights
from screens.invest import parameters
from screens.invest.parameters import Choices

DRAFT = "invest-draft"  # weights that do not total 100 yet; the ranking keeps the last good ones
COMPARED = 6


def show_weights(chosen: Choices) -> None:
    """Draw the weights' panel."""
    say = chosen.say
    st.markdown(f"##### {say('2 · What matters, and how much?')}")
    _presets(chosen)
    draft = _draft(chosen)
    _total(chosen, draft)
    with st.expander(say("Weights, in percent"), icon=":material/balance:", expanded=True):
        for name in IDS:
            _weight(chosen, name, draft.get(name, 0.0))
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
    st.session_state.pop(DRAFT, None)
    parameters.change_question(weights=tuple(check_weights(weights).items()))


def _draft(chosen: Choices) -> dict[str, float]:
    """Return the weights on the sliders: unfinished ones, unless the link changed since."""
    base, draft = st.session_state.get(DRAFT, (None, None))
    return draft if base == chosen.question.weights else dict(chosen.question.weights)


def _weight(chosen: Choices, name: str, percent: float) -> None:
    label = chosen.say(CRITERIA[name].name)
    help_ = chosen.say(CRITERIA[name].measured)
    slider, number = st.columns([5, 3], vertical_alignment="bottom", gap="small")
    slider.slider(
        label, 0.0, 100.0, step=1.0, format="%g",
        help=help_, **bind_widget(f"invest-slider-{name}", percent, partial(_take_weight, name)),
    )  # fmt: skip
    number.number_input(
        label, 0.0, 100.0, step=1.0, format="%g", label_visibility="collapsed",
        **bind_widget(f"invest-number-{name}", percent, partial(_take_weight, name)),
    )  # fmt: skip


def _take_weight(name: str, percent: float) -> None:
    now = Choices.current()
    draft = _draft(now) | {name: float(percent)}
    try:
        _accept(draft)
    except QuestionError:
        st.session_state[DRAFT] = (now.question.weights, draft)


def _total(chosen: Choices, draft: dict[str, float]) -> None:
    say = chosen.say
    try:
        check_weights(draft)
    except QuestionError as error:
        st.warning(
            f"{error.say(chosen.lang)} {say('The ranking keeps the last good weights.')}",
            icon=":material/balance:",
        )
        left, right = st.columns(2)
        left.button(
            say("Bring to 100 %"),
            key="invest-balance",
            disabled=not any(draft.values()),
            on_click=lambda: _accept(balance_weights(draft)),
            width="stretch",
        )
        right.button(
            say("Undo"),
            key="invest-undo",
            on_click=lambda: st.session_state.pop(DRAFT, None),
            width="stretch",
        )
    else:
        st.caption(say("Total: 100 %"))


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
