"""The routes below `/api`; what answers them is loaded with the first request."""

import re
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from api.routing import PATHS, PREFIX


def _answer(request: Request, path: str) -> Response:
    from api.answers import answer_request  # half a second: only who asks for data waits for it

    return answer_request(request, path)


def _refuse(request: Request, error: Exception) -> Response:
    from api.answers import refuse_request

    return refuse_request(request, error)


APP = Starlette(
    routes=[
        Route(address, partial(_answer, path=path), methods=["GET", "HEAD"])
        for path, address in PATHS.items()
    ],
    middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)],
    exception_handlers={HTTPException: _refuse, Exception: _refuse},
)
MOUNT = Mount(PREFIX, app=APP)
# Starlette's `.` knows no line break: an id with one would get the page for readers, not a 404.
MOUNT.path_regex = re.compile(f"^{PREFIX}/(?P<path>.*)$", re.DOTALL)
# A mount begins with the slash after its prefix.
START = Route(PREFIX, partial(_answer, path="landing"), methods=["GET", "HEAD"])
ROUTES: list[BaseRoute] = [START, MOUNT]
