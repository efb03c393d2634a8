"""The industries of a table as they were understood: each shown, each changeable."""

from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from components.state import State
from geo.filters import label_option
from geo.intake.judging.row_industries import matches
from geo.intake.judging.spellings import Match
from geo.intake.reading.upload import Upload
from geo.tables import load_table
from screens.data.own_data.own_file import OwnFile, find_file, understand_otherwise

UNSURE = ("none", "fuzzy", "pinyin")
SHOWN = 12  # words that are asked about; the others can be picked from the list
WIDTH = 4


def show(chosen: State, file: OwnFile, upload: Upload) -> None:
    """Draw what each word was taken for; the unsure ones first, as questions."""
    say, column = chosen.say, file.choice.columns.get("industry")
    if column is None:
        return
    found = matches(np.asarray(upload.cells[column], dtype=object), file.choice.words)
    if not found:
        return
    unsure = [one for one in found if one[0].how in UNSURE]
    st.markdown(f"**{say('Industries')}**")
    sure = say("{sure} of {all} words are in the vocabulary; please look at the others.")
    st.caption(sure.format(sure=len(found) - len(unsure), all=len(found)))
    decided = [one for one in found if one[0].how == "chosen"]
    asked = [*unsure[:SHOWN], *decided][: 2 * SHOWN]
    for start in range(0, len(asked), WIDTH):
        some = asked[start : start + WIDTH]
        for place, (one, count) in zip(st.columns(WIDTH), some, strict=False):
            with place:
                _ask(chosen, one, count)
    with st.expander(say("All words"), icon=":material/list:"):
        _any(chosen, [one for one, _ in found])
        _list(chosen, found)


def _ask(chosen: State, one: Match, count: int) -> None:
    words = chosen.say("“{word}” × {n}").format(word=_short(one.word), n=count)
    _meaning(chosen, one, words, f"intake-word-{one.word}")


def _short(word: str) -> str:
    return "".join(" " if sign in "`*_[]$:\\<>~#" else sign for sign in word[:24])


def _take(word: str, key: str) -> None:
    file = find_file()
    if file:
        understand_otherwise(words={**file.choice.words, word: st.session_state[key]})


def _any(chosen: State, found: list[Match]) -> None:
    """Draw the choice of one word and its meaning."""
    left, right = st.columns(2)
    with left:
        word = st.selectbox(
            chosen.say("Change the meaning of"),
            [one.word for one in found],
            index=None,
            key="intake-any",
            placeholder=chosen.say("Choose a word"),
        )
    if word:
        with right:
            one = next(one for one in found if one.word == word)
            _meaning(chosen, one, chosen.say("Meaning"), f"intake-again-{word}")


def _meaning(chosen: State, one: Match, words: str, key: str) -> None:
    """Draw the choice of the industry that a word means."""
    st.session_state[key] = one.industry
    st.selectbox(
        words,
        list(load_table("industries").id),
        key=key,
        format_func=partial(label_option, "industry", lang=chosen.lang),
        placeholder=chosen.say("unknown"),
        on_change=_take,
        args=(one.word, key),
    )


def _list(chosen: State, found: list[tuple[Match, int]]) -> None:
    say, lang = chosen.say, chosen.lang
    named = [
        label_option("industry", one.industry, lang) if one.industry else None for one, _ in found
    ]
    shown = {
        say("Word"): [one.word for one, _ in found],
        say("Rows"): [count for _, count in found],
        say("Meaning"): named,
        say("Understood by"): [say(f"how.{one.how}") for one, _ in found],
    }
    st.dataframe(
        pd.DataFrame(shown), hide_index=True, height=240, placeholder=say("unknown"),
        key="intake-words",
    )  # fmt: skip
