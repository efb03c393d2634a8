"""The industries of a table as they were understood: each shown, each changeable."""

from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from components.state import State
from geo.filters import label_option
from geo.intake.judging.row_industries import match_words
from geo.intake.judging.spellings import Match, suggest_industries
from geo.intake.reading.upload import Upload
from geo.tables import load_table
from screens.data.own_data.own_file import OwnFile, find_file, understand_otherwise

UNSURE = ("none", "fuzzy", "pinyin")
MOST_QUESTIONS = 12  # words that are asked about; the others can be picked from the list
WIDTH = 4
WordCount = tuple[Match, int]


def show_industries(chosen: State, file: OwnFile, upload: Upload) -> None:
    """Draw what each word was taken for; the unsure ones first, as questions."""
    say, column = chosen.say, file.interpretation.columns.get("industry")
    if column is None:
        return
    cells = np.asarray(upload.cells[column], dtype=object)
    counts = match_words(cells, file.interpretation.meanings)
    if not counts:
        return
    unsure = [(match, count) for match, count in counts if match.how in UNSURE]
    st.markdown(f"**{say('Industries')}**")
    sure = say("{sure} of {all} words are in the vocabulary; please look at the others.")
    st.caption(sure.format(sure=len(counts) - len(unsure), all=len(counts)))
    decided = [(match, count) for match, count in counts if match.how == "chosen"]
    _show_questions(chosen, [*unsure[:MOST_QUESTIONS], *decided][: 2 * MOST_QUESTIONS])
    with st.expander(say("All words"), icon=":material/list:"):
        _show_any_word(chosen, [match for match, _ in counts])
        _show_list(chosen, counts)


def _show_questions(chosen: State, counts: list[WordCount]) -> None:
    for start in range(0, len(counts), WIDTH):
        places = st.columns(WIDTH)
        for place, (match, count) in zip(places, counts[start : start + WIDTH], strict=False):
            question = chosen.say("“{word}” × {n}").format(word=_shorten(match.word), n=count)
            with place:
                _show_meaning(chosen, match, question, f"intake-word-{match.word}")
                if match.how == "none":
                    _show_suggestions(chosen, match.word)


def _show_suggestions(chosen: State, word: str) -> None:
    """Draw the industries that the word may mean, a button for each."""
    for industry in suggest_industries(word):
        label = chosen.say("{industry}?").format(
            industry=label_option("industry", industry, chosen.lang)
        )
        st.button(
            label,
            key=f"intake-suggested-{word}-{industry}",
            type="tertiary",
            on_click=_give_meaning,
            args=(word, industry),
        )


def _shorten(word: str) -> str:
    return "".join(" " if sign in "`*_[]$:\\<>~#" else sign for sign in word[:24])


def _take_meaning(word: str, key: str) -> None:
    _give_meaning(word, st.session_state[key])


def _give_meaning(word: str, industry: str | None) -> None:
    if file := find_file():
        understand_otherwise(meanings={**file.interpretation.meanings, word: industry})


def _show_any_word(chosen: State, matches: list[Match]) -> None:
    """Draw the choice of one word and its meaning."""
    left, right = st.columns(2)
    with left:
        word = st.selectbox(
            chosen.say("Change the meaning of"),
            [match.word for match in matches],
            index=None,
            key="intake-any",
            placeholder=chosen.say("Choose a word"),
        )
    if word:
        match = next(match for match in matches if match.word == word)
        with right:
            _show_meaning(chosen, match, chosen.say("Meaning"), f"intake-again-{word}")


def _show_meaning(chosen: State, match: Match, question: str, key: str) -> None:
    """Draw the choice of the industry that a word means."""
    st.session_state[key] = match.industry
    st.selectbox(
        question,
        list(load_table("industries").id),
        key=key,
        format_func=partial(label_option, "industry", lang=chosen.lang),
        placeholder=chosen.say("unknown"),
        on_change=_take_meaning,
        args=(match.word, key),
    )


def _show_list(chosen: State, counts: list[WordCount]) -> None:
    say, lang = chosen.say, chosen.lang
    matches = [match for match, _ in counts]
    columns = {
        say("Word"): [match.word for match in matches],
        say("Rows"): [count for _, count in counts],
        say("Meaning"): [
            label_option("industry", match.industry, lang) if match.industry else None
            for match in matches
        ],
        say("Understood by"): [say(f"how.{match.how}") for match in matches],
    }
    st.dataframe(
        pd.DataFrame(columns),
        hide_index=True,
        height=240,
        placeholder=say("unknown"),
        key="intake-words",
    )
