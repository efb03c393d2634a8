"""What the atlas is, for whom, of which date, by which method, by whom, on what terms."""

from functools import cache
from typing import Any

import streamlit as st
import yaml

from components import state
from components.contents import HELP, find_script
from components.page_title import show_page_title
from geo import datapackage, store
from geo.ground import count_parks
from geo.names import name_document_date
from geo.paths import ROOT
from geo.tables import load_table
from layers.markup import render_template


@cache
def read_citation() -> dict[str, Any]:
    """Return what the repository says of itself."""
    citation: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    return citation


chosen = state.read_state(())
show_page_title(chosen.say("What is this atlas, and who answers for it?"))
parks = load_table("parks")
st.html(
    render_template(
        "screens/about/about.html",
        chosen.lang,
        authors=datapackage.AUTHORS[chosen.lang],
        licence=datapackage.LICENCE,
        citation=read_citation(),
        version=store.data_version(),
        dates=[name_document_date(document, chosen.lang) for document in load_table("policies").id],
        parks=count_parks(parks),
        verified=count_parks(parks[parks.status == "verified"]),
    )
)
st.page_link(find_script(HELP), label=chosen.say("How do I read the atlas?"), icon=HELP.icon)
