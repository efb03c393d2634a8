"""What the browser is given first: Streamlit's own page, with our look in it from the beginning.

Streamlit sends a style sheet to its page no sooner than the first run of a script; until then
everything would stand elsewhere, and then move.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import file_util

from components.shell import style_path
from geo.i18n import LANGUAGE_IDS, translator


@cache
def write_front_page() -> str:
    """Return Streamlit's page with our style sheet after all that it adds to its head."""
    text = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
    title = " · ".join(translator(lang)("Jilin Belt Atlas") for lang in LANGUAGE_IDS)
    text = text.replace("<title>Streamlit</title>", f"<title>{title}</title>")
    return text.replace(
        "</body>", f'<link rel="stylesheet" href="./atlas/{style_path()}" /></body>'
    )


def list_routes(pages: Iterable[str]) -> list[Route]:
    """Return the routes of the pages, by their paths; the first page is also at the root."""
    return [Route(path, _serve) for path in ("/", *(f"/{name}" for name in pages))]


def _serve(request: Request) -> HTMLResponse:  # noqa: ARG001  a route is given its request
    return HTMLResponse(write_front_page(), headers={"Cache-Control": "no-cache"})
