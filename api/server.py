"""The routes below `/api`: from a request to its answer, with entity tags and compression."""

import hashlib
import re
from functools import partial
from http import HTTPStatus

import orjson
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from api.answers import answer_question, render_page, stamp_features
from api.openapi import PATHS, PREFIX
from api.question import Question
from geo.errors import UnknownId, WrongCondition
from geo.export.formats import FORMATS

#: Error of a question → HTTP status; the router and `Question` raise HTTPException.
STATUS: dict[type[Exception], int] = {UnknownId: 400, WrongCondition: 400}
REFUSALS: tuple[type[Exception], ...] = (HTTPException, *STATUS)
#: HTTP status → code of the exception document, else the name of the status.
CODES = {400: "InvalidParameterValue", 500: "NoApplicableCode"}


async def _serve(request: Request, path: str) -> Response:
    """Answer a request to a path of `PATHS`."""
    try:
        return await run_in_threadpool(_answer, Question(request, path))
    except REFUSALS as error:
        return await _refuse(request, error)


def _answer(question: Question) -> Response:
    content, media_type = answer_question(question)
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-cache", "ETag": tag}
    if tag in re.split(r",\s*", question.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if question.format in FORMATS:
        file_name = f"jilin-{question.collection.id}.{question.format}"
        headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    if question.path == "items" and question.format == "json":
        content = stamp_features(content)
    return Response(content, headers=headers, media_type=media_type)


async def _refuse(request: Request, error: Exception) -> Response:
    """Say why a request is not answered; as a page to who asks for pages."""
    status, reason = STATUS.get(type(error), 500), str(error)
    if isinstance(error, HTTPException):
        status, reason = error.status_code, error.detail
    elif status == 500:
        reason = "The log of the server says why."
    code = CODES.get(status, HTTPStatus(status).phrase.replace(" ", ""))  # as in "NotFound"
    document = {"code": code, "type": code, "description": reason}
    question, headers = Question(request, "exception"), getattr(error, "headers", None)
    if question.accepted == "html":
        return Response(render_page(question, document), status, headers, "text/html")
    return Response(orjson.dumps(document), status, headers, "application/json")


APP = Starlette(
    routes=[
        Route(address, partial(_serve, path=path), methods=["GET", "HEAD"])
        for path, address in PATHS.items()
    ],
    middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)],
    exception_handlers={HTTPException: _refuse, Exception: _refuse},
)
MOUNT = Mount(PREFIX, app=APP)
# Starlette's `.` knows no line break: an id with one would get the page for readers, not a 404.
MOUNT.path_regex = re.compile(f"^{PREFIX}/(?P<path>.*)$", re.DOTALL)
# A mount begins with the slash after its prefix.
START = Route(PREFIX, partial(_serve, path="landing"), methods=["GET", "HEAD"])
ROUTES: list[BaseRoute] = [START, MOUNT]
