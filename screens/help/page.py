"""How to read the map, what the words mean, which keys there are."""

import streamlit as st

from components import state
from components.contents import ABOUT, find_script
from components.page_title import show_page_title
from layers.markup import render_template

chosen = state.read_state(())
show_page_title(chosen.say("How do I read the atlas?"))
st.html(render_template("screens/help/help.html", chosen.lang))
st.page_link(find_script(ABOUT), label=chosen.say("About the atlas"), icon=ABOUT.icon)
