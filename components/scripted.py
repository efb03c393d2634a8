"""Components of our own: the script of each is a bundle (`scripts/bundle.py`).

One that every page draws is an asset, fetched once and kept; that of one screen travels with it.
"""

from functools import cache
from typing import Any

import streamlit as st

from layers.assets import Asset, asset, hashed, read_bundle

# Below whatever path the server is mounted: Streamlit's own script knows it.
_START = """\
const { src } = document.querySelector("script[src*='static/js']");
const base = src.split("static/js")[0] + "atlas/";
export default async (component) => (await import(base + "SCRIPT")).show(component, base);
"""


def list_script(bundle: str) -> dict[str, Asset]:
    """Return the script of a component that is an asset, by its path below `/atlas`."""
    return {_script_path(bundle): asset(_script_path(bundle), read_bundle(bundle))}


def declare_component(name: str, bundle: str) -> Any:
    """Return a component whose script is the asset of `list_script`."""
    return st.components.v2.component(
        name, js=_START.replace("SCRIPT", _script_path(bundle)), isolate_styles=False
    )


def declare_screen_component(name: str, bundle: str, **options: Any) -> Any:
    """Return a component that brings its script along; `options` are Streamlit's."""
    # Streamlit takes a text of one line for the path of a file.
    script = f"// {bundle}\n{read_bundle(bundle).decode()}"
    return st.components.v2.component(name, js=script, **options)


@cache
def _script_path(bundle: str) -> str:
    return hashed(f"{bundle}.js", read_bundle(bundle))
