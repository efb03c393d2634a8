"""The API on a real port of this machine, without the app around it."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import requests
import uvicorn
from starlette.applications import Starlette

from api import ROUTES

Ask = Callable[..., requests.Response]


@pytest.fixture(scope="session")
def api_url() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(Starlette(routes=ROUTES), port=port, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/api"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def ask(api_url: str) -> Iterator[Ask]:
    with requests.Session() as session:

        def ask(path: str = "", accept: str = "*/*", **params: object) -> requests.Response:
            headers = {"Accept": accept}
            return session.get(f"{api_url}{path}", params=params, headers=headers, timeout=60)

        yield ask
