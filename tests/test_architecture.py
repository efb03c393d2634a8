"""Imports point inward: the screen knows the drawing, the drawing the domain, never back."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCREEN = {"streamlit", "streamlit_folium", "components", "screens", "app"}
FORBIDDEN = {
    "geo": SCREEN | {"folium", "layers", "api"},
    "layers": SCREEN | {"api"},
    "api": SCREEN | {"folium", "layers"},
    "components": {"screens", "app"},
    "screens": {"app"},
    "scripts": SCREEN | {"folium", "layers", "geo"},
    "benchmarks": {"screens", "app"},
}
MODULES = [(room, path) for room in FORBIDDEN for path in sorted((ROOT / room).rglob("*.py"))]


SCREENS = sorted(path.parent.name for path in ROOT.glob("screens/*/page.py"))


def imported_modules(path: Path) -> set[str]:
    """Return every dotted name that a file's imports may mean, late imports included."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def calls_and_subscripts(path: Path) -> list[str]:
    """Return what a file calls, and what it looks up in as `name[`, as written."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript)]
    return calls + [f"{ast.unparse(node.value)}[" for node in nodes]


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


@pytest.mark.parametrize("room", ["geo", "layers", "screens"])
def test_the_rooms_are_where_this_test_looks(room: str) -> None:
    assert any(name == room for name, _ in MODULES)


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_imports_another(screen: str) -> None:
    others = tuple(f"screens.{name}" for name in SCREENS if name != screen)
    for path in (ROOT / "screens" / screen).rglob("*.py"):
        assert not [name for name in imported_modules(path) if name.startswith(others)], path


def test_components_hold_only_what_two_screens_use() -> None:
    users: dict[str, set[str]] = {}
    shared = [path for path in (ROOT / "components").rglob("*.py") if path.stem != "__init__"]
    rooms = {f"screens.{name}": ROOT / "screens" / name for name in SCREENS}
    files = {path: room for room, folder in rooms.items() for path in folder.rglob("*.py")}
    files |= {
        path: path.relative_to(ROOT).as_posix() for path in (ROOT / "components").rglob("*.py")
    }
    files[ROOT / "app.py"] = "app"
    for path, user in files.items():
        for name in imported_modules(path):
            users.setdefault(name, set()).add(user)
    for path in shared:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        using = users.get(name, set())
        lonely = len(using) == 1 and next(iter(using)).startswith("screens.")
        assert using, f"{name} is used by nothing"
        assert not lonely, f"{name} is used by {next(iter(using))} alone: move it there"


@pytest.mark.parametrize("screen", SCREENS)
def test_screens_read_the_link_by_the_one_kit(screen: str) -> None:
    for path in (ROOT / "screens" / screen).rglob("*.py"):
        assert not {"link.read_value", "st.query_params["} & set(calls_and_subscripts(path)), path


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
