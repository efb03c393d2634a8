"""What the browser is given first: Streamlit's own page, with our look in it from the beginning.

Streamlit sends a style sheet to its page no sooner than the first run of a script; until then
everything would stand elsewhere, and then move. Nor does it keep a theme for all pages.
An address that is none of the pages leads to a page that says so, in the reader's language.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Match, Route
from starlette.types import Scope
from streamlit import file_util

from components.contents import LOST
from components.early_scripts import write_early_scripts
from components.link import LOST_ADDRESS
from components.shell import style_path
from geo.i18n import LANGUAGE_IDS, translator
from layers.markup import render_template

STATIC = Path(file_util.get_static_dir())
#: Where Streamlit itself answers, below the root.
STREAMLIT = ("_stcore", "component", "media", "static")
LONGEST = 100  # signs of a wrong address that are told


@cache
def write_front_page() -> str:
    """Return Streamlit's page with our theme, and our style sheet after all that it adds itself."""
    text = (STATIC / "index.html").read_text("utf-8")
    title = " · ".join(translator(lang)("Jilin Belt Atlas") for lang in LANGUAGE_IDS)
    text = text.replace("<title>Streamlit</title>", f"<title>{title}</title>")
    scripts = [
        render_template(f"components/templates/{name}.html", LANGUAGE_IDS[0])
        for name in ("theme", "standing")
    ]
    text = text.replace("<head>", "<head>" + "".join(scripts), 1)
    text = text.replace("</head>", write_early_scripts(STATIC, text) + "</head>", 1)
    return text.replace(
        "</body>", f'<link rel="stylesheet" href="./atlas/{style_path()}" /></body>'
    )


class WrongAddress(Route):
    """Takes what a reader asks for and nobody answers; it must be the last of our routes."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return a match for a page that there is not."""
        match, inner = super().matches(scope)
        wrong = match is Match.FULL and _is_wrong(scope)
        return (match, inner) if wrong else (Match.NONE, {})


def _is_wrong(scope: Scope) -> bool:
    request = Request(scope)
    path = str(scope["path"]).strip("/")
    wants_page = "text/html" in request.headers.get("accept", "")
    return wants_page and path.split("/")[0] not in STREAMLIT and not (STATIC / path).is_file()


def list_routes(pages: Iterable[str]) -> list[Route]:
    """Return the routes of the pages, by their paths; the first page stands at the root alone."""
    first, *others = pages

    def lead_on(request: Request) -> RedirectResponse:
        """Lead to the page that is meant, however it is written, else to the one that says so."""
        path = request.path_params["path"]
        meant = path.strip("/").lower()
        up = "./" + "../" * path.count("/")
        if meant in (first, *others):
            return RedirectResponse(up + (meant if meant in others else "") + _query(request))
        told = {LOST_ADDRESS: f"/{path}"[:LONGEST]}
        return RedirectResponse(up + LOST.name + _query(request, **told))

    return [
        Route("/", _serve),
        *(Route(f"/{name}", _serve) for name in others),
        WrongAddress("/{path:path}", lead_on),
    ]


def _serve(request: Request) -> HTMLResponse:
    status = 404 if request.url.path.endswith(f"/{LOST.name}") else 200
    return HTMLResponse(write_front_page(), status, headers={"Cache-Control": "no-cache"})


def _query(request: Request, **more: str) -> str:
    """Return what an address asks, and `more`, as the end of another."""
    query = request.url.include_query_params(**more).query
    return f"?{query}" if query else ""
