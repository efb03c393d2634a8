"""The set-up in good and bad circumstances: real processes in a copy of the repository.

The copy asks for one tiny package, made here, so that pip works as it always does without network.
"""

import base64
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest

from scripts.bundle import ENTRIES, ROOMS
from scripts.messages import TEXTS

ROOT = Path(__file__).resolve().parent.parent
DEAD = "http://127.0.0.1:9/"  # nothing listens there
REAL_PYTHON = Path(sys.executable).resolve()
Run = Callable[..., subprocess.CompletedProcess[str]]


def digest(text: str) -> str:
    """Return the digest of a text as a wheel's RECORD spells it."""
    sha = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(sha).decode().rstrip("=")


def write_wheel(folder: Path) -> None:
    """Make the wheel of a package `tiny` of one module."""
    info = "tiny-1.0.dist-info"
    files = {
        "tiny.py": "WORD = 'here'\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},{digest(text)},{len(text)}\n" for name, text in files.items())
    record += f"{info}/RECORD,,\n"
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        for name, content in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(name, content)


def copy_repository(folder: Path) -> Path:
    """Copy what set-up needs, but ask for the tiny package only, and have no app to start."""
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    for path in (ROOT / path for room in ROOMS for path in ROOT.glob(f"{room}/**/*.js")):
        (folder / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.relative_to(ROOT))
    for name in ("Makefile", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    for name in ("requirements-geo.txt", "requirements-dev.txt", "requirements-build.txt"):
        (folder / name).write_text("")
    (folder / "requirements.txt").write_text("tiny==1.0\n")
    write_wheel(folder / "wheels")
    return folder


def restore_modules(folder: Path) -> None:
    """Bring what npm delivered, anew."""
    shutil.rmtree(folder / "node_modules", ignore_errors=True)
    shutil.copytree(ROOT / "node_modules", folder / "node_modules", copy_function=copy_or_link)


def copy_or_link(source: str, target: str) -> None:
    """Copy a small file; link a large program, which a test may remove but never writes into."""
    path = Path(source)
    if path.stat().st_size > 1_000_000 and path.stat().st_dev == Path(target).parent.stat().st_dev:
        Path(target).hardlink_to(path)
    else:
        shutil.copy2(source, target)


def runner(folder: Path) -> Run:
    """Return a function that runs a command in the copy, cut off from the network."""
    kept = {
        k: v for k, v in os.environ.items() if not k.lower().startswith(("pip_", "npm_", "lc_"))
    }
    isolated = {
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": str(folder / "wheels"),
        "PIP_INDEX_URL": DEAD,
        "PYTHONDONTWRITEBYTECODE": "1",
        "npm_config_cache": str(folder / "npm-cache"),
        "npm_config_registry": DEAD,
        "npm_config_fetch_retries": "0",
    }

    def run(command: str = "run", **changed: str) -> subprocess.CompletedProcess[str]:
        place = {"HOST": "127.0.0.1", "PORT": str(unused_port())}
        done = subprocess.run(
            [str(REAL_PYTHON), "-m", "scripts", command],
            cwd=folder,
            env=kept | isolated | place | changed,
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    return run


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def only(folder: Path, **programs: str) -> str:
    """Return a PATH on which nothing but these shell scripts can be found."""
    folder.mkdir()
    for name, script in programs.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    return str(folder)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy whose first set-up has succeeded."""
    folder = copy_repository(tmp_path_factory.mktemp("ready") / "atlas")
    restore_modules(folder)
    done = runner(folder)()
    assert "app.py is missing" in done.stderr, done.stdout + done.stderr
    return folder


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A copy in which nothing has been installed."""
    return copy_repository(tmp_path / "atlas")


@pytest.fixture
def listener() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def tiny_module(folder: Path) -> Path:
    return next(folder.glob(".venv/lib/python*/site-packages/tiny.py"))


# ---- where it listens


def test_a_port_in_use_is_named_before_anything_is_installed(fresh: Path, listener: int) -> None:
    done = runner(fresh)(PORT=str(listener))
    assert done.returncode == 1
    assert f"Port {listener} is in use" in done.stderr
    assert "make run PORT=" in done.stderr
    assert not (fresh / ".venv").exists()


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "８５０１", "8501 "])
def test_a_port_that_is_none(fresh: Path, port: str) -> None:
    done = runner(fresh)(PORT=port)
    assert done.returncode == 1
    assert f"PORT={port} is not a port number" in done.stderr


@pytest.mark.parametrize("host", ["203.0.113.7", "no..host"])
def test_a_host_that_is_not_ours(fresh: Path, host: str) -> None:
    done = runner(fresh)(HOST=host)
    assert done.returncode == 1
    assert f"HOST={host} is not an address of this machine" in done.stderr


def test_make_hands_over_port_and_host(fresh: Path, listener: int) -> None:
    done = subprocess.run(
        ["make", "run", f"PORT={listener}"],
        cwd=fresh,
        env=os.environ | {"LANG": "C", "LC_ALL": "C", "HOST": "x86_64-conda-linux-gnu"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 2
    assert f"Port {listener} is in use" in done.stderr


# ---- Python and its packages


def test_no_python_that_is_new_enough(fresh: Path, tmp_path: Path) -> None:
    done = runner(fresh)(PATH=only(tmp_path / "bin", python3="exit 1"))
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (fresh / ".venv").exists()


def test_a_python_that_makes_no_environments(fresh: Path, tmp_path: Path) -> None:
    # As on Debian without its package python3-venv.
    python = f'case "$*" in *venv*) exit 1;; esac\nexec "{REAL_PYTHON}" "$@"'
    done = runner(fresh)(PATH=only(tmp_path / "bin", python3=python))
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


def test_no_network_for_pip(fresh: Path) -> None:
    (fresh / "requirements.txt").write_text("absent==1.0\n")
    done = runner(fresh)()
    assert done.returncode == 1
    assert "index cannot be reached" in done.stderr
    assert not (fresh / ".venv" / "installed.json").exists()


def test_the_second_run_installs_nothing(ready: Path) -> None:
    assert runner(ready)().stdout == ""


def test_changed_requirements_are_installed(ready: Path) -> None:
    (ready / "requirements.txt").write_text("tiny==1.0  # again\n")
    assert "Installing Python packages" in runner(ready)().stdout
    assert runner(ready)().stdout == ""


@pytest.mark.parametrize("name", ["tiny.py", "tiny-1.0.dist-info/RECORD"])
def test_a_lost_file_is_restored(ready: Path, name: str) -> None:
    lost = tiny_module(ready).parent / name
    lost.unlink()
    assert "Repairing damaged packages: tiny==1.0" in runner(ready)().stdout
    assert lost.is_file()


def test_a_cut_file_is_restored(ready: Path) -> None:
    module = tiny_module(ready)
    whole = module.read_text()
    module.write_text(whole[:4])
    runner(ready)()
    assert module.read_text() == whole


def test_a_lost_package_is_installed_again(ready: Path) -> None:
    module = tiny_module(ready)
    module.unlink()
    shutil.rmtree(module.parent / "tiny-1.0.dist-info")
    assert "Installing Python packages" in runner(ready)().stdout
    assert module.is_file()


def test_an_interrupted_installation_is_not_taken_for_complete(ready: Path) -> None:
    (ready / ".venv" / "installed.json").write_text('{"files": {"requi')
    assert "Installing Python packages" in runner(ready)().stdout
    assert runner(ready)().stdout == ""


def test_an_environment_without_python_is_made_again(ready: Path) -> None:
    for link in (ready / ".venv" / "bin").glob("python*"):
        link.unlink()
    assert "Making .venv" in runner(ready)().stdout
    assert tiny_module(ready).is_file()


# ---- Leaflet and the rest of npm


def test_no_npm_and_no_network(ready: Path, tmp_path: Path) -> None:
    python = f'exec "{REAL_PYTHON}" "$@"'
    (ready / "node_modules" / "leaflet" / "dist" / "leaflet.js").write_text("cut")
    done = runner(ready)(PATH=only(tmp_path / "bin", python3=python))
    assert done.returncode == 1
    assert "There is no npm" in done.stderr
    assert "Install Node.js" in done.stderr


def test_damage_to_leaflet_is_noticed(ready: Path) -> None:
    restore_modules(ready)
    run = runner(ready)
    path = os.pathsep.join([os.environ["PATH"], str(Path(sys.executable).parent)])
    assert run(PATH=path).stdout == ""
    (ready / "node_modules" / "leaflet" / "dist" / "images" / "layers.png").unlink()
    done = run(PATH=path)
    assert done.returncode == 1
    assert "npm could not install @embedpdf/fonts-sc, esbuild, leaflet" in done.stderr


def test_only_the_tests_ask_for_what_only_they_need(fresh: Path, tmp_path: Path) -> None:
    # An npm that installs nothing tells what it was asked for.
    npm = f'case "$1" in --version) echo 10;; *) echo "$@" > "{fresh}/asked"; exit 1;; esac'
    python = f'exec "{REAL_PYTHON}" "$@"'
    path = only(tmp_path / "bin", python3=python, npm=npm)
    done = runner(fresh)(PATH=path)
    assert "npm could not install @embedpdf/fonts-sc, esbuild, leaflet." in done.stderr
    assert "--omit=dev" in (fresh / "asked").read_text().split()
    done = runner(fresh)("test", PATH=path)
    assert (
        "npm could not install @embedpdf/fonts-sc, esbuild, leaflet, "
        "@biomejs/biome, @mapbox/geojsonhint" in done.stderr
    )
    assert "--include=dev" in (fresh / "asked").read_text().split()


def test_what_the_tests_need_is_missed_by_them_only(ready: Path, tmp_path: Path) -> None:
    restore_modules(ready)
    without_dev(ready)
    run = runner(ready)
    path = only(tmp_path / "bin", python3=f'exec "{REAL_PYTHON}" "$@"', npm="echo 10; exit 1")
    assert "app.py is missing" in run(PATH=path).stderr
    assert "geojsonhint" in run("test", PATH=path).stderr


def without_dev(folder: Path) -> None:
    """Take away what only the tests need, as where it has never been installed."""
    stamp = folder / "node_modules" / ".installed.json"
    shutil.rmtree(folder / "node_modules" / "@mapbox")
    known = json.loads(stamp.read_text())
    kept = {
        name: sha
        for name, sha in known["files"].items()
        if re.match(r"node_modules/(leaflet|esbuild|@esbuild|@embedpdf)/|[^/]+$", name)
    }
    stamp.write_text(json.dumps({"dev": False, "files": kept}))


@pytest.mark.network
def test_damage_to_leaflet_is_mended(ready: Path) -> None:
    shutil.rmtree(ready / "node_modules", ignore_errors=True)
    ask = ["npm", "config", "get", "registry"]
    registry = subprocess.run(ask, capture_output=True, encoding="utf-8", check=True)
    done = runner(ready)(npm_config_registry=registry.stdout.strip())
    assert "Installing @embedpdf/fonts-sc, esbuild, leaflet" in done.stdout
    assert runner(ready)().stdout == ""


# ---- the browser's scripts


def test_changed_scripts_are_bundled_again(ready: Path) -> None:
    restore_modules(ready)
    runner(ready)()
    made = {name: ready / "layers" / "bundles" / f"{name}.js" for name in ENTRIES}
    assert "jilinAtlas" in made["map"].read_text()
    source = ready / "layers" / "js" / "atlas.js"
    source.write_text(source.read_text() + 'console.log("changed");\n')
    runner(ready)()
    assert 'console.log("changed")' in made["map"].read_text()


def test_a_fault_in_a_script_is_named(ready: Path) -> None:
    restore_modules(ready)
    source = ready / "layers" / "js" / "atlas.js"
    whole = source.read_text()
    source.write_text(whole + "const = 1;\n")
    done = runner(ready)()
    source.write_text(whole)
    assert done.returncode == 1
    assert "esbuild could not bundle layers/js/atlas.js" in done.stderr
    assert f"atlas.js:{len(whole.splitlines()) + 1}:" in done.stderr


# ---- the browser


def test_a_named_browser_that_does_not_run(ready: Path) -> None:
    restore_modules(ready)
    done = runner(ready)("test", CHROMIUM="/nowhere/chrome")
    assert done.returncode == 1
    assert "CHROMIUM=/nowhere/chrome does not run" in done.stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="/Applications cannot be hidden")
def test_no_browser(ready: Path, tmp_path: Path) -> None:
    restore_modules(ready)
    python = f'exec "{REAL_PYTHON}" "$@"'
    path = only(tmp_path / "bin", python3=python, chromium="exit 1")
    done = runner(ready)("test", PATH=path, CHROMIUM="", PLAYWRIGHT_BROWSERS_PATH=str(tmp_path))
    assert done.returncode == 1
    assert "apt-get install chromium" in done.stderr


def test_no_font_for_chinese(ready: Path, tmp_path: Path) -> None:
    restore_modules(ready)
    python = f'exec "{REAL_PYTHON}" "$@"'
    programs = {"python3": python, "chromium": "exit 0", "fc-list": "exit 0", "apt-get": "exit 1"}
    path = only(tmp_path / "bin", **programs)
    done = runner(ready)("test", PATH=path, CHROMIUM="")
    assert done.returncode == 1
    assert "apt-get install fonts-noto-cjk" in done.stderr


# ---- the steps of a build


def write_room(folder: Path, module: str, source: str) -> None:
    path = folder / f"{module}.py"
    path.parent.mkdir(exist_ok=True)
    (path.parent / "__init__.py").touch()
    path.write_text(source)


def test_a_build_makes_the_layers_then_the_project(ready: Path) -> None:
    restore_modules(ready)
    note = "import sys\nopen('built', 'a').write(f'{__package__} {sys.argv[1:]}\\n')\n"
    write_room(ready, "geo/__main__", note)
    write_room(ready, "layers/qgis", note)
    assert runner(ready)("build").returncode == 0
    assert (ready / "built").read_text() == "geo ['build']\nlayers []\n"
    (ready / "built").unlink()
    write_room(ready, "geo/__main__", note + "sys.exit(2)\n")
    assert runner(ready)("build").returncode == 1
    assert (ready / "built").read_text() == "geo ['build']\n"


# ---- words and files


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "吉林产业带地图集"),
        ({"LANG": "zh_TW.UTF-8"}, "吉林产业带地图集"),
        ({"LANG": "en_GB.UTF-8"}, "Jilin Belt Atlas"),
        ({"LANG": ""}, "Jilin Belt Atlas"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "Jilin Belt Atlas"),
        ({"LANG": "C", "LC_ALL": "zh_CN.UTF-8"}, "吉林产业带地图集"),
    ],
)
def test_the_shell_chooses_the_language(
    fresh: Path, variables: dict[str, str], expected: str
) -> None:
    assert runner(fresh)("help", **variables).stdout.startswith(expected)


def test_a_shell_without_unicode_breaks_nothing(fresh: Path) -> None:
    done = runner(fresh)("help", LANG="zh_CN", PYTHONIOENCODING="ascii")
    assert done.returncode == 0


def test_a_command_that_is_none(fresh: Path) -> None:
    done = runner(fresh)("fly")
    assert done.returncode == 1
    assert "make help" in done.stderr


def test_clean_leaves_what_people_wrote(fresh: Path) -> None:
    kept = fresh / "data" / "parks.csv"
    kept.parent.mkdir()
    kept.write_text("id\n")
    (fresh / "node_modules").mkdir()
    assert runner(fresh)("clean").returncode == 0
    assert kept.is_file()
    assert not (fresh / "node_modules").exists()


@pytest.mark.parametrize("key", TEXTS)
def test_each_message_says_the_same_in_both_languages(key: str) -> None:
    chinese, english = ({name for _, name, _, _ in Formatter().parse(t)} for t in TEXTS[key])
    assert chinese - {None} == english - {None}


def test_the_app_itself_needs_leaflet_esbuild_and_a_font_only() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    needed = {
        folder.removeprefix("node_modules/").split("/")[0]
        for folder, package in packages.items()
        if folder and not package.get("dev")
    }
    assert needed == {"leaflet", "esbuild", "@esbuild", "@embedpdf"}


def test_the_lock_names_no_registry() -> None:
    lock = (ROOT / "package-lock.json").read_text()
    assert '"integrity"' in lock
    assert "resolved" not in lock
    assert "://" not in lock


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.txt")), ids=lambda path: path.name)
def test_requirements_are_pinned(path: Path) -> None:
    lines = [line.split("#")[0].strip() for line in path.read_text().splitlines()]
    assert [line for line in lines if line and "==" not in line] == []


def test_streamlit_knows_each_option_we_set() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "streamlit", "config", "show"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "not a valid config option" not in shown.stdout + shown.stderr
    ours = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    effective = tomllib.loads(shown.stdout[shown.stdout.index("[") :])
    assert ours["browser"]["gatherUsageStats"] is effective["browser"]["gatherUsageStats"] is False
