"""A component whose script is an asset: fetched once and kept, not sent with every run."""

from typing import Any

import streamlit as st

# Below whatever path the server is mounted: Streamlit's own script knows it.
_START = """\
const { src } = document.querySelector("script[src*='static/js']");
const base = src.split("static/js")[0] + "atlas/";
export default async (component) => (await import(base + "SCRIPT")).show(component, base);
"""


def declare_component(name: str, script: str) -> Any:
    """Return a component of the page; `script` is the path below `/atlas` of what draws it."""
    return st.components.v2.component(
        name, js=_START.replace("SCRIPT", script), isolate_styles=False
    )
