"""The guide says what is so: everything is described, and what it names is there."""

import argparse
import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from geo import datapackage
from geo.__main__ import build_parser
from geo.export.formats import FORMATS
from geo.layers import LAYERS
from geo.siting.criteria import CRITERIA
from scripts.commands import COMMANDS, MADE

ROOT = Path(__file__).resolve().parent.parent
#: The changelog speaks of what was, data/README.md of repositories of others.
GUIDE = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")} - {ROOT / "CHANGELOG.md"})
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
ROOMS = ("app.py", "api", "benchmarks", "components", "geo", "layers", "screens", "scripts")
#: Variables of the system, and of other programs, that we hand on.
OF_OTHERS = {"PATH"}
SUFFIXES = "md|py|csv|json|toml|js|ts|css|html|po|ya?ml|txt|cff|ipynb|png"
FOLDERS = (*ROOMS[1:], "data", "docs", "examples", "locales", "tests")
#: Not there before `make` has made them.
TO_COME = set(MADE)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)")
PATH = re.compile(r"[\w<>*.-]+(/[\w<>*.-]+)*/?")


def describe_rows(section: str) -> set[str]:
    """Return what the first column of a section of the reference names."""
    _, _, rest = REFERENCE.partition(f"\n## {section}\n")
    body = rest.partition("\n## ")[0]
    cells = re.findall(r"^\| (`.+?`) \|", body, flags=re.MULTILINE)
    return {name for cell in cells for name in CODE.findall(cell)}


def find_variables(path: Path) -> Iterator[str]:
    """Yield the names of environment variables that a module reads."""
    source = path.read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        match node:
            case (
                ast.Call(
                    func=ast.Attribute(attr="get", value=environment),
                    args=[ast.Constant(value=str(name)), *_],
                )
                | ast.Subscript(value=environment, slice=ast.Constant(value=str(name)))
                | ast.Call(
                    func=ast.Attribute(attr="getenv", value=environment),
                    args=[ast.Constant(value=str(name)), *_],
                )
            ) if re.search(r"\b(environ|os)$", ast.unparse(environment)):
                yield name


def list_subcommands(parser: argparse.ArgumentParser) -> Iterable[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return list(action.choices)
    return []


def test_every_layer_is_described() -> None:
    assert describe_rows("Layers") == set(LAYERS)


def test_every_criterion_is_described() -> None:
    assert describe_rows("Criteria") == set(CRITERIA)


def test_every_format_is_described() -> None:
    assert describe_rows("Formats") == set(FORMATS)


def test_every_command_is_described() -> None:
    commands = {f"make {name}" for name in COMMANDS}
    subcommands = {f"python -m geo {name}" for name in list_subcommands(build_parser())}
    assert describe_rows("Commands") == commands | subcommands


def test_every_setting_is_described() -> None:
    modules = [
        module
        for room in (*ROOMS, "tests")
        for module in (sorted((ROOT / room).rglob("*.py")) or [ROOT / room])
    ]
    read = {name for module in modules for name in find_variables(module)}
    assert {"PORT", "ATLAS_DATA", "ATLAS_REVIEW_NUMBER"} <= read
    described = describe_rows("Settings")
    assert read - OF_OTHERS <= described
    languages = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}  # read from a list of names
    assert described <= read | languages


def find_paths(text: str) -> set[str]:
    """Return what a page names as paths: in links, and in code that looks like one."""
    links = {link for link in LINK.findall(text) if "://" not in link}
    codes = {
        code
        for code in CODE.findall(text)
        if PATH.fullmatch(code) and ("/" in code or re.search(rf"\.({SUFFIXES})$", code))
    }
    return links | codes


def is_there(path: str, page: Path) -> bool:
    """Return whether a path, with `<name>` or `*` for any name, leads somewhere."""
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    if pattern in TO_COME or any((start / pattern).exists() for start in (ROOT, page.parent)):
        return True
    if "/" not in pattern:  # a file by its name alone, wherever it is
        return any(True for folder in FOLDERS for _ in (ROOT / folder).rglob(pattern))
    return pattern.split("/")[0] in FOLDERS and any(True for _ in ROOT.glob(pattern))


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_leads_somewhere(page: Path) -> None:
    paths = find_paths(page.read_text("utf-8"))
    assert {path for path in paths if not is_there(path, page)} == set()


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("`geo/paths.py` and [data](data/README.md#x)", {"geo/paths.py", "data/README.md"}),
        ("`screens/<page>/page.py`, `locales/*/`", {"screens/<page>/page.py", "locales/*/"}),
        ("`make check`, `rail_station`, `geo.store`, `/api`", set()),
        ("[there](https://example.org/a.md)", set()),
    ],
)
def test_no_path_is_missed(text: str, paths: set[str]) -> None:
    assert find_paths(text) == paths


def test_a_path_that_is_not_there_is_noticed() -> None:
    page = ROOT / "docs" / "architecture.md"
    assert is_there("screens/<page>/page.py", page)
    assert is_there("reference.md", page)
    assert is_there("specialities.csv", page)
    assert not is_there("geo/absent.py", page)
    assert not is_there("screens/<page>/absent.py", page)
    assert not is_there("absent.csv", page)


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"]
    assert [one["name"] for one in citation["authors"]] == [datapackage.AUTHORS["en"]]
    assert str(citation["date-released"]).startswith(str(datapackage.YEAR))
    assert f"## {project['version']} ({citation['date-released']})" in (
        ROOT / "CHANGELOG.md"
    ).read_text("utf-8")
