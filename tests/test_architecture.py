"""Imports point inward: the screen knows the drawing, the drawing the domain, never back."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCREEN = {"streamlit", "streamlit_folium", "components", "pages", "app"}
FORBIDDEN = {
    "geo": SCREEN | {"folium", "layers", "api"},
    "layers": SCREEN | {"api"},
    "api": SCREEN | {"folium", "layers"},
    "components": {"pages", "app"},
    "pages": {"pages", "app"},
    "scripts": SCREEN | {"folium", "layers", "geo"},
    "benchmarks": {"pages", "app"},
}
MODULES = [(room, path) for room in FORBIDDEN for path in sorted((ROOT / room).rglob("*.py"))]


def imported_names(source: str) -> set[str]:
    """Return the top-level names a module imports, wherever in it and however."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                names |= {alias.name.split(".")[0] for alias in node.names}
            case ast.ImportFrom(module=str(module), level=0):
                names.add(module.split(".")[0])
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                names.add(module.split(".")[0])
    return names


@pytest.mark.parametrize(
    ("room", "path"), MODULES, ids=[path.relative_to(ROOT).as_posix() for _, path in MODULES]
)
def test_imports_point_inward(room: str, path: Path) -> None:
    assert not imported_names(path.read_text("utf-8")) & FORBIDDEN[room]


@pytest.mark.parametrize("room", ["geo", "layers", "pages"])
def test_the_rooms_are_where_this_test_looks(room: str) -> None:
    assert any(name == room for name, _ in MODULES)


def test_facts_hold_no_code() -> None:
    assert not list((ROOT / "data").rglob("*.py"))


@pytest.mark.parametrize(
    "source",
    [
        "import streamlit as st",
        "import streamlit.components.v1",
        "from streamlit import cache_data",
        "def late():\n    import streamlit",
        "import importlib\nimportlib.import_module('streamlit.web')",
    ],
)
def test_no_spelling_of_an_import_is_missed(source: str) -> None:
    assert "streamlit" in imported_names(source)
