"""Version, licence, citation and sources."""

import streamlit as st

from components.state import State
from geo import datapackage, store
from geo.citations import Citation
from geo.export.extract import cite_source
from geo.export.package_files import cite_data
from layers.markup import render_template
from screens.data.server_address import find_server


def show_citation(chosen: State) -> None:
    """Draw what a reader must know to pass the data on."""
    say, lang = chosen.say, chosen.lang
    licence = datapackage.LICENCE
    st.subheader(say("Cite as"))
    cited = cite_data(store.data_version(), lang, find_server())
    st.code(cited, language=None, wrap_lines=True)
    sentence = say("Licence of the compilation: [{name}]({path}). Each source keeps its own terms.")
    st.markdown(sentence.format(name=licence["name"], path=licence["path"]))
    st.caption(
        say(
            "The data version is a hash of every fact and shape: the same version, the same data. "
            "Each file and each answer of the API carries it."
        )
    )
    st.subheader(say("Sources"))
    sources = [
        Citation(cite_source(name, lang), lang, origin.get("path", ""))
        for name, origin in datapackage.SOURCES.items()
    ]
    st.html(render_template("screens/data/data_sources.html", lang, sources=sources))
