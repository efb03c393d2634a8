"""Which parks a limit excludes, and why; always in sight."""

from collections import Counter

import streamlit as st

from geo.siting.ranking import Ranking, loosen_limits
from geo.siting.verdicts import OUT
from layers.markup import render_template
from screens.invest import answer_sentences, invest_wording
from screens.invest.parameters import Choices

HEIGHT = 190  # enough to see that there is more


def show_excluded_parks(chosen: Choices, ranking: Ranking) -> None:
    """Draw how many parks each limit excludes, and every park with its reasons."""
    say, count = chosen.say, len(ranking.excluded)
    if not ranking.question.limits:
        st.caption(say("No limit: all {n} parks are ranked.").format(n=len(ranking.table)))
        return
    heading = say("{n} of {total} parks are excluded").format(n=count, total=len(ranking.verdicts))
    tally = Counter(
        written
        for written in ranking.verdicts.columns
        for verdict in ranking.excluded[written]
        if verdict in OUT
    )
    each = [
        f"{invest_wording.tell_limit(limit, chosen.lang)} → {tally[str(limit)]}"
        for limit in ranking.question.limits
    ]
    st.markdown(f"**{heading}** · " + " · ".join(each))
    if count:
        with st.container(height=HEIGHT, border=True, key="invest-excluded"):
            st.html(
                render_template(
                    "screens/invest/invest_excluded.html",
                    chosen.lang,
                    parks=answer_sentences.list_exclusions(chosen, ranking),
                )
            )


def show_nothing_left(chosen: Choices, ranking: Ranking) -> None:
    """Say which limit to loosen when all parks are excluded."""
    say = chosen.say
    st.warning(say("The limits exclude every park."), icon=":material/search_off:")
    for limit, count in loosen_limits(ranking).items():
        text = say("Without {limit}: {n} parks")
        st.markdown(
            "- " + text.format(limit=f"“{invest_wording.tell_limit(limit, chosen.lang)}”", n=count)
        )
