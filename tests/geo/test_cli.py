"""The command line as a user meets it: real processes, their output, errors and exit status."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geo import check
from geo.__main__ import main
from geo.paths import ROOT
from geo.tables import load_table

CHINESE = re.compile(r"[\u3400-\u9fff]")
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))
}


def run(
    *arguments: str, lang: str = "en_US.UTF-8", cwd: Path = ROOT, **extra: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        cwd=cwd,
        env=ENVIRONMENT | {"LANG": lang} | extra,
        capture_output=True,
        timeout=60,
        check=False,
    )


def refused(result: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a refused command says: exit status 2, nothing on standard output, no trace."""
    text = result.stderr.decode()
    assert result.returncode == 2, text
    assert result.stdout == b""
    assert "Traceback" not in text
    return text


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the command line needs, so that its facts may be damaged."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("geo", "data", "locales"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_sound_facts() -> None:
    result = run("check")
    assert (result.returncode, result.stdout) == (0, b"")
    assert result.stderr.decode() == f"All {len(check.CHECKS)} automatic checks passed.\n"


def test_faulty_facts_are_listed_all_at_once(clone: Path) -> None:
    parks = clone / "data" / "parks.csv"
    hubs = clone / "data" / "hubs.csv"
    before = parks.read_text("utf-8"), hubs.read_text("utf-8")
    parks.write_text(before[0].replace(",high,verified,", ",surely,verified,", 1), "utf-8")
    hubs.unlink()
    try:
        english, chinese = (run("check", lang=lang, cwd=clone) for lang in ("en", "zh_CN.UTF-8"))
        other = run("export", "hubs", cwd=clone)
    finally:
        parks.write_text(before[0], "utf-8")
        hubs.write_text(before[1], "utf-8")
    assert english.returncode == chinese.returncode == 1
    first, second = english.stdout.decode().splitlines()
    assert first == "data/hubs.csv: file is missing; restore it from the repository"
    assert second.startswith("data/parks.csv:2 confidence: 'surely' is not one of the known words")
    assert english.stderr.decode() == "Problems found: 2.\n"
    assert [line.partition(": ")[0] for line in chinese.stdout.decode().splitlines()] == [
        line.partition(": ")[0] for line in (first, second)
    ]
    assert CHINESE.search(chinese.stdout.decode())
    assert "请" in chinese.stdout.decode()
    assert "data/hubs.csv: file is missing" in refused(other)


def test_a_damaged_layer_is_named_where_it_is_needed(clone: Path) -> None:
    path = clone / "data" / "built" / "counties.geojson"
    before = path.read_bytes()
    path.write_bytes(before[:1000])
    try:
        text = refused(run("export", "counties", cwd=clone))
    finally:
        path.write_bytes(before)
    assert text.startswith("data/built/counties.geojson: is damaged; run `make build`")


def test_what_is_built_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--check"]) == 0, "run `make build`"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("what", "count", "line"),
    [
        ("industries", len(load_table("industries")) + 13, "mineral-water\t矿泉水\tMineral water"),
        ("belts", 4, "changchun-siping\t长春—四平\tChangchun-Siping"),
        ("layers", 8, "parks"),
    ],
)
def test_lists(capsys: pytest.CaptureFixture[str], what: str, count: int, line: str) -> None:
    assert main(["list", what]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == count
    assert line in lines


def test_a_terminal_without_chinese_is_no_reason_to_fail() -> None:
    result = run("list", "prefectures", PYTHONIOENCODING="ascii")
    assert result.returncode == 0, result.stderr.decode()
    lines = result.stdout.decode().splitlines()
    assert len(lines) == 9
    assert lines[0].startswith("220100\t")


def test_export_to_standard_output() -> None:
    result = run("export", "parks", "--industry", "mineral-water", PYTHONIOENCODING="ascii")
    collection = json.loads(result.stdout.decode("utf-8"))
    assert result.returncode == 0
    assert {one["id"] for one in collection["features"]} == {"antu-water"}
    assert "矿泉水" in result.stdout.decode("utf-8")
    assert collection["filter"] == "Industry: Mineral water"


def test_export_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "带 belts.geojson"
    path.write_text("old")
    options = ("--belt", "changchun-siping", "--geometry", "axis", "--prefecture", "220300")
    result = run("export", "belts", *options, "-o", str(path), lang="zh_CN.UTF-8")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    collection = json.loads(path.read_text("utf-8"))
    assert [one["geometry"]["type"] for one in collection["features"]] == ["LineString"]
    assert collection["filter"] == "产业带：长春—四平；市（州）：四平市"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_an_unknown_id_is_refused_with_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "parks.geojson"
    path.write_text("old")
    text = refused(run("export", "parks", "--industry", "mineralwater", "-o", str(path)))
    assert "Unknown" in text
    assert "'mineralwater'" in text
    assert "mineral-water" in text
    assert path.read_text() == "old"


def test_a_refusal_is_in_the_language_of_the_shell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    assert main(["export", "parks", "--belt", "changchun-sipin"]) == 2
    out, text = capsys.readouterr()
    assert out == ""
    assert "changchun-siping" in text
    assert CHINESE.search(text)
    assert "Unknown" not in text


def test_an_unknown_layer_is_refused_with_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["export", "moons"])
    assert caught.value.code == 2
    text = capsys.readouterr().err
    assert "moons" in text
    assert "parks" in text


def test_a_place_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "no" / "such" / "x.geojson"
    assert main(["export", "hubs", "-o", str(path)]) == 2
    out, text = capsys.readouterr()
    assert out == ""
    assert str(path) in text
    assert "-o" in text
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = f"{sys.executable} -m geo export counties | head -c 100"
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(result.stdout) == 100
