"""The head of the page and the switch between its parts."""

import streamlit as st

from components import linked_widgets
from components.markdown import escape_markdown
from geo.siting.ranking import Ranking
from screens.invest import invest_wording
from screens.invest.parameters import Choices


def heading(chosen: Choices, ranking: Ranking) -> None:
    """Draw what is asked, who leads, and what of the link could not be read."""
    say = chosen.say
    for fault in chosen.faults:
        kept = say("The last good state is kept.")
        st.warning(f"{say('The link cannot be read in full.')} {escape_markdown(fault)} {kept}",
                   icon=":material/link_off:")  # fmt: skip
    if not chosen.question.industries:
        st.info(
            say("Choose an industry at the left: until then its fit counts for nothing."),
            icon=":material/arrow_back:",
        )
    if left := beyond(chosen):
        st.info(left, icon=":material/filter_list:")
    asked = invest_wording.sentence(chosen.question, chosen.lang)
    if ranking.winner is None:
        st.markdown(asked)
        return
    leader = ranking.table.iloc[0]
    st.markdown(
        say("**{park}** leads {n} parks with {score} of 100 points · {question}").format(
            park=chosen.marked(ranking.winner),
            n=len(ranking.table),
            score=f"{leader.score:.1f}",
            question=asked,
        )
    )
    if chosen.own_rows:
        st.caption(describe_own_rows(chosen, ranking))


def describe_own_rows(chosen: Choices, ranking: Ranking) -> str:
    """Return how many of the ranked parks are the reader's own, and how these take part."""
    count = int((ranking.parks.status[ranking.table.index] == "own").sum())
    told = chosen.say(
        "Of these yours: {n}. Your rows are ranked and scales reach to them; as neighbours only "
        "parks of the atlas count."
    )
    return told.format(n=f"{count:,}")


def beyond(chosen: Choices) -> str:
    """Return how many of the reader's own rows are compared of how many; nothing when all are."""
    rows = chosen.own_rows
    if rows is None or not rows.beyond:
        return ""
    told = chosen.say(
        "The first {n} of your {all} rows are compared, in the order of your file, and the other "
        "{k} are not: to compare others, put them first."
    )
    count = len(rows.parks)
    return told.format(n=f"{count:,}", all=f"{count + rows.beyond:,}", k=f"{rows.beyond:,}")


def section(chosen: Choices) -> None:
    """Draw the switch between the parts of the page."""
    linked_widgets.show_segments(
        chosen,
        "part",
        chosen.say("Part of the page"),
        lambda part: chosen.say(f"invest.{part}"),
        label_visibility="collapsed",
    )
