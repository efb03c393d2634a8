"""There is no such page: say so, and lead on."""

import streamlit as st

from components.contents import CONTENTS, find_script
from components.markdown import escape_markdown
from components.page_title import show_page_title
from screens.lost import parameters

chosen = parameters.Choices.current()
say = chosen.say
show_page_title(say("There is no such page"))
if chosen.address:
    sentence = say("Nothing stands at the address {address}.")
    st.markdown(sentence.format(address=f"**{escape_markdown(chosen.address)}**"))
st.markdown(say("Look for a place, park, industry or belt in the search above, or go to:"))
for content in CONTENTS:
    st.page_link(find_script(content), label=say(content.title), icon=content.icon)
