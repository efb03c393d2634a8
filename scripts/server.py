"""The Streamlit server: where it listens, how it starts."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Sequence

from scripts.bundle import ensure_bundles
from scripts.messages import SetupError, say
from scripts.processes import ROOT
from scripts.venv import PYTHON

APP = ("app.py",)


def listening_place() -> tuple[str, int]:
    """Return HOST and PORT of the environment, found fit to listen on.

    Raises
    ------
    SetupError
        When the port is no number, in use or forbidden, or the host is not ours.
    """
    host = os.environ.get("HOST") or "127.0.0.1"
    given = os.environ.get("PORT") or "8501"
    port = int(given) if given.isascii() and given.isdigit() else 0
    if not 1 <= port <= 65535:
        raise SetupError("bad-port", port=given)
    if _answers(host, port):
        raise SetupError("port-in-use", port=port, free=free_port(host, port))
    try:
        _try_to_bind(host, port)
    except PermissionError as error:
        raise SetupError("port-refused", port=port, detail=error.strerror) from error
    except OSError as error:
        if _is_ours(host):
            raise SetupError("port-in-use", port=port, free=free_port(host, port)) from error
        raise SetupError("bad-host", host=host, detail=error.strerror or error) from error
    return host, port


def free_port(host: str = "127.0.0.1", after: int = 0) -> int:
    """Return a port nobody listens on: one soon after `after`, or any."""
    for port in range(after + 1, min(after + 100, 65536)) if after else ():
        try:
            _try_to_bind(host, port)
        except OSError:
            continue
        return port
    return _try_to_bind(host, 0)


def server_command(
    host: str, port: int, python: str = str(PYTHON), script: Sequence[str] = APP
) -> list[str]:
    """Return the command line that serves the app, or another script with its options."""
    place = ["--server.address", host, "--server.port", str(port)]
    return [python, "-m", "streamlit", "run", *script, *place]


def serve(host: str, port: int) -> None:
    """Become the server, so that Ctrl+C and signals reach it and nothing else."""
    if not (ROOT / "app.py").is_file():
        raise SetupError("not-there", path="app.py")
    say("serving", host=host, port=port)
    os.chdir(str(ROOT))
    command = server_command(host, port)
    os.execv(command[0], command)


@contextmanager
def running_server(log: Path, seconds: float = 300, script: Sequence[str] = APP) -> Iterator[str]:
    """Start the real server on a free port, yield its address, stop it.

    Parameters
    ----------
    log
        File that receives what the server prints.
    seconds
        How long it may take to become healthy.
    script
        What to serve: a path from the root of the repository, and options of Streamlit.
    """
    ensure_bundles()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        # Tests and pictures run inside the environment already, whichever it is.
        command = server_command("127.0.0.1", port, sys.executable, script)
        server = subprocess.Popen(command, cwd=str(ROOT), stdout=output, stderr=output)
        try:
            _wait_until_healthy(server, url, log, seconds)
            yield url
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_healthy(
    server: subprocess.Popen[bytes], url: str, log: Path, seconds: float
) -> None:
    # Without proxies: a proxy that does not know this machine would answer for the server.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            with direct.open(url + "/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the server did not start:\n" + log.read_text("utf-8", "replace")[-2000:])


def _answers(host: str, port: int) -> bool:
    """Return whether somebody listens; macOS lets us bind beside a listener on 0.0.0.0."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    try:
        socket.create_connection((reachable, port), timeout=0.5).close()
    except (OSError, UnicodeError):
        return False
    return True


def _try_to_bind(host: str, port: int) -> int:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except UnicodeError as error:  # a name that cannot be one, such as "a..b"
        raise OSError(str(error)) from error
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
        bound: int = probe.getsockname()[1]
        return bound


def _is_ours(host: str) -> bool:
    try:
        _try_to_bind(host, 0)
    except OSError:
        return False
    return True
