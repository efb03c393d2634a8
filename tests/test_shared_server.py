"""The server that the workers of a run share is one, and ends when they end, however they end."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from scripts.processes import ROOT
from tests.shared_server import share_server

USER = """
import runpy, sys
from pathlib import Path
share_server = runpy.run_path("tests/shared_server.py")["share_server"]
with share_server(Path(sys.argv[1]), sys.argv[2]) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def start_user(folder: Path, script: Path) -> tuple[subprocess.Popen[str], str]:
    """Start a process that uses the server; return it with the address it was told."""
    user = subprocess.Popen(
        [sys.executable, "-c", USER, str(folder), str(script)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert user.stdout is not None
    return user, user.stdout.readline().strip()


def is_serving(url: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        opener.open(f"{url}/_stcore/health", timeout=60).close()
    except (urllib.error.URLError, ConnectionError):
        return False
    return True


def test_users_share_one_server_that_ends_when_they_are_killed(tmp_path: Path) -> None:
    script = tmp_path / "nothing.py"
    script.touch()
    first, url = start_user(tmp_path, script)
    second, told_second = start_user(tmp_path, script)
    assert told_second == url
    first.kill()
    first.communicate()
    assert is_serving(url)
    second.kill()
    second.communicate()
    end = time.monotonic() + 60
    while is_serving(url) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_serving(url)


def test_the_next_user_finds_a_server_of_its_own(tmp_path: Path) -> None:
    script = tmp_path / "nothing.py"
    script.touch()
    for _ in range(2):
        with share_server(tmp_path, str(script)) as url:
            assert is_serving(url)
        assert not is_serving(url)


def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="does not exist"),
        share_server(tmp_path, str(tmp_path / "absent.py")),
    ):
        pass
