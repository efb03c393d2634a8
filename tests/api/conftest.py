"""The API on a port of this machine, in a process of its own, without the app around it.

Of its own: GDAL, as a client, holds the interpreter while it waits for an answer.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from scripts.server import free_port

ROOT = Path(__file__).resolve().parents[2]
Ask = Callable[..., requests.Response]
SERVE = """
import sys, uvicorn
from starlette.applications import Starlette
from api import ROUTES
uvicorn.run(Starlette(routes=ROUTES), port=int(sys.argv[1]), log_level="critical")
"""


@pytest.fixture(scope="session")
def api_url() -> Iterator[str]:
    port = free_port()
    server = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], cwd=ROOT)
    url = f"http://127.0.0.1:{port}/api"
    while server.poll() is None:
        try:
            requests.get(f"{url}/", timeout=60)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield url
    server.terminate()
    server.wait()


@pytest.fixture(scope="session")
def ask(api_url: str) -> Iterator[Ask]:
    with requests.Session() as session:

        def ask(path: str = "", accept: str = "*/*", **params: object) -> requests.Response:
            headers = {"Accept": accept}
            return session.get(f"{api_url}{path}", params=params, headers=headers, timeout=60)

        yield ask
