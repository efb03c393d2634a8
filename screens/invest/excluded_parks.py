"""Which parks a limit excludes, and why."""

from collections import Counter, defaultdict

import streamlit as st

from geo.siting.verdicts import OUT
from geo.siting.wording.answer import Answer
from geo.siting.wording.answer_sentences import explain_exclusions
from geo.siting.wording.limit_wording import (
    list_loosened_limits,
    tell_limit,
    tell_nothing_left,
)
from layers.markup import render_template


def show_excluded_parks(answer: Answer) -> None:
    """Draw how many parks each limit excludes, and every park with its reasons."""
    say, ranking = answer.say, answer.ranking
    count = len(ranking.excluded)
    if not ranking.question.limits:
        sentence = (
            say("No limit: all {n} sites are ranked.")
            if answer.own_rows
            else say("No limit: all {n} parks are ranked.")
        )
        st.caption(sentence.format(n=len(ranking.table)))
        return
    sentence = (
        say("{n} of {total} sites are excluded")
        if answer.own_rows
        else say("{n} of {total} parks are excluded")
    )
    heading = sentence.format(n=count, total=len(ranking.verdicts))
    tally = Counter(
        written
        for written in ranking.verdicts.columns
        for verdict in ranking.excluded[written]
        if verdict in OUT
    )
    each = [
        f"{tell_limit(limit, answer.lang)} → {tally[str(limit)]}"
        for limit in ranking.question.limits
    ]
    st.markdown(f"**{heading}** · " + " · ".join(each))
    if count:
        groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for park in explain_exclusions(answer):
            groups[tuple(park["reasons"])].append(park["name"])
        with st.expander(say("Which parks are excluded"), icon=":material/block:"):
            st.html(
                render_template(
                    "screens/invest/invest_excluded.html", answer.lang, groups=groups.items()
                )
            )


def show_nothing_left(answer: Answer) -> None:
    """Say which limit to loosen when all parks are excluded."""
    lang = answer.lang
    st.warning(tell_nothing_left(lang), icon=":material/search_off:")
    for sentence in list_loosened_limits(
        answer.ranking, lang, lambda limit: f"“{tell_limit(limit, lang)}”"
    ):
        st.markdown(f"- {sentence}")
