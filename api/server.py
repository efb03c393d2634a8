"""The routes below `/api`: negotiation, entity tags and compression around pygeoapi's answers."""

import hashlib
import json
import re
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from api.paths import PATHS, PREFIX

STAMP = re.compile(rb'"timeStamp": "[^"]*"')
OFFERED = {
    "text/html",
    "application/json",
    "application/geo+json",
    "application/schema+json",
    "application/vnd.oai.openapi+json",
}
CODES = {404: "NotFound", 405: "MethodNotAllowed", 406: "NotAcceptable", 500: "NoApplicableCode"}


async def _serve(request: Request, name: str) -> Response:
    if "f" not in request.query_params and not acceptable(request.headers.get("accept", "*/*")):
        raise HTTPException(406, "Offered are JSON (application/json, application/geo+json), HTML.")
    response = await run_in_threadpool(_answer, request, name)
    if response.status_code != 200:
        return response
    response.headers["ETag"] = tag(bytes(response.body))
    response.headers["Cache-Control"] = "no-cache"
    if response.headers["ETag"] in _known(request):
        kept = {"ETag": response.headers["ETag"], "Cache-Control": "no-cache"}
        return Response(status_code=304, headers=kept)
    return response


def _answer(request: Request, name: str) -> Response:
    from api.answers import answer  # half a second and more: only who asks for data waits for it

    status, media_type, body = answer(
        str(request.base_url).rstrip("/") + PREFIX,
        name,
        request.path_params,
        request,
    )
    headers = {"Vary": "Accept, Accept-Language, Accept-Encoding"}
    if media_type.split(";")[0] not in OFFERED:  # a file, see api/files.py
        name = f"jilin-{request.path_params['collection']}.{request.query_params['f']}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Response(body, status, headers, media_type)


def acceptable(accept: str) -> bool:
    """Return whether one of the media types we offer is among those asked for."""
    asked = {part.split(";")[0].strip().lower() for part in accept.split(",")}
    return bool(asked & (OFFERED | {"*/*", "text/*", "application/*", ""}))


def tag(body: bytes) -> str:
    """Return the entity tag of an answer, whatever the time at which it was given."""
    return f'W/"{hashlib.sha256(STAMP.sub(b"", body)).hexdigest()[:16]}"'


def _known(request: Request) -> set[str]:
    return {one.strip() for one in request.headers.get("if-none-match", "").split(",")}


async def _refuse(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    reason = error.detail if isinstance(error, HTTPException) else "The log of the server says why."
    code = CODES.get(status, "InvalidParameterValue")
    body = json.dumps({"code": code, "type": code, "description": reason})
    headers = getattr(error, "headers", None)
    return Response(body, status, headers, "application/json")


APP = Starlette(
    routes=[
        Route(path, partial(_serve, name=name), methods=["GET", "HEAD"])
        for name, path in PATHS.items()
    ],
    middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)],
    exception_handlers={HTTPException: _refuse, 404: _refuse, 405: _refuse, 500: _refuse},
)


async def _root(request: Request) -> Response:
    """Answer `/api` itself; a mount begins with the slash after it."""
    try:
        return await _serve(request, "landing")
    except HTTPException as error:
        return await _refuse(request, error)


MOUNT = Mount(PREFIX, app=APP)
# Starlette's `.` knows no line break: an id with one would get the page for readers, not a 404.
MOUNT.path_regex = re.compile(f"^{PREFIX}/(?P<path>.*)$", re.DOTALL)
ROUTES: list[BaseRoute] = [Route(PREFIX, _root, methods=["GET", "HEAD"]), MOUNT]
