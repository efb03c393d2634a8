"""The matrix as the browser draws it: a grid whose names and cells are the reader's choice."""

import streamlit as st

from components.scripted import declare_screen_component
from geo.names import name_place
from screens.industries import parameters
from screens.industries.industry_wording import shorten_place
from screens.industries.matrix_marks import list_keys, list_rows
from screens.industries.parameters import Choices

KEY = "industries-matrix"
GRID = declare_screen_component(
    "jilin_atlas_matrix", "matrix", html="<div></div>", isolate_styles=False
)


def show_grid(chosen: Choices) -> None:
    """Draw the matrix with its key; row and column of what is chosen are outlined and in view."""
    say, lang = chosen.say, chosen.lang
    belts = [place for place in parameters.list_places() if not place.isdigit()]
    GRID(
        key=KEY,
        data={
            "content": f"{chosen.by}-{chosen.counties}-{chosen.cells}-{lang}",
            "corner": say(f"level.{chosen.by}"),
            "columns": [
                {
                    "id": place,
                    "name": shorten_place(place, lang),
                    "title": name_place(place, lang),
                    "belt": place in belts,
                }
                for place in parameters.list_places()
            ],
            "rows": list_rows(chosen.by, chosen.counties, chosen.cells, lang),
            "keys": list_keys(lang) if chosen.cells == "documents" else [],
            "notes": _explain_marks(chosen),
            "place": chosen.place,
            "item": chosen.item,
            "texts": {
                "grid": say("Matrix of places and industries; the table below holds the same."),
                "key": say("Key"),
            },
        },
        on_choose_change=_take,
    )


def _explain_marks(chosen: Choices) -> list[str]:
    """Return what else the cells mean."""
    say = chosen.say
    if chosen.cells == "agreement":
        return [
            say(
                "2/3: two of the three documents that speak of this place name the industry. Empty:"
                " none does."
            )
        ]
    county = [say("06c: the document names a county of the prefecture")] if chosen.counties else []
    return [say("( ): disputed, not counted"), *county, say("empty: no document names it")]


def _take() -> None:
    """Take the choice of a cell, or of a row or column by its name."""
    choice = st.session_state[KEY].choose
    for name, ids in (("place", parameters.list_choices()), ("item", parameters.list_items())):
        if choice.get(name) in ids:
            Choices.put(name, choice[name])
