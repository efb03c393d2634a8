"""The domain is installed with its facts and words, and works far from the repository."""

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.test_architecture import imported_names

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("geo", "data", "locales")
FILES = ("LICENSE", "README.md", "pyproject.toml", "setup.py", *ROOT.glob("requirements*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made without network from a copy of the sources."""
    folder = tmp_path_factory.mktemp("packaging")
    source = folder / "source"
    for name in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run(
        [*pip, "--quiet", "--wheel-dir", str(folder), str(source)], cwd=folder, check=True
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """A folder that holds what the wheel brings, and nothing else."""
    folder = wheel.parent / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_python(installed: Path, *arguments: str) -> str:
    """Run Python where only the installed package can be found; return what it prints."""
    return subprocess.run(
        [sys.executable, "-P", "-W", "error", *arguments],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed), "LANGUAGE": "zh_CN"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    ).stdout


def test_what_the_domain_imports_is_installed_with_it() -> None:
    imported = {
        name
        for path in (ROOT / "geo").rglob("*.py")
        for name in imported_names(path.read_text("utf-8"))
    } - {"geo", *sys.stdlib_module_names}
    lines = (ROOT / "requirements-geo.txt").read_text().splitlines()
    asked = {line.split("==")[0].lower().replace("_", "-") for line in lines}
    brings = packages_distributions()
    missing = {
        name
        for name in imported - {"frykit"}  # for `make build` alone
        if asked.isdisjoint(package.lower().replace("_", "-") for package in brings[name])
    }
    assert missing == set()


def test_the_wheel_brings_the_domain_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"geo"}


def test_the_wheel_brings_every_module_fact_and_word(installed: Path) -> None:
    modules = {path.relative_to(ROOT) for path in (ROOT / "geo").rglob("*.py")}
    facts = {Path("geo") / path.relative_to(ROOT) for path in (ROOT / "data").rglob("*.*")}
    words = {Path("geo") / path.relative_to(ROOT) for path in (ROOT / "locales").rglob("*.po")}
    assert facts
    assert words
    assert modules | facts | words <= {
        path.relative_to(installed) for path in installed.rglob("*.*")
    }


def test_it_is_imported_from_where_it_is_installed(installed: Path) -> None:
    place = run_python(installed, "-c", "import geo; print(geo.__file__)").strip()
    assert Path(place).is_relative_to(installed)


def test_its_commands_answer_from_its_own_facts_and_words(installed: Path) -> None:
    assert "parks" in run_python(installed, "-m", "geo", "list", "layers").splitlines()
    assert "自动检查" in run_python(installed, "-m", "geo", "check")
