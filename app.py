"""The entry: the server's routes, and the shell around every page."""

import sys
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.starlette import App

import api
from components import front_page, shell
from components.contents import ASIDES, CONTENTS, HELP, find_script
from geo.errors import AtlasError
from layers.assets import Asset, assets
from layers.own_payload import find_asset, find_hits

ROOT = Path(__file__).parent
MOST_HITS = 50
LONGEST_TEXT = 200  # signs that are looked for


@cache
def list_served() -> dict[str, Asset]:
    """Return every file below `/atlas`, made once."""
    return assets() | shell.list_assets()


async def serve_asset(request: Request) -> Response:
    """Serve a file of the map or the page, gzipped where the browser takes it."""
    path = request.path_params["path"]
    asset = list_served().get(path) or find_asset(path)
    if asset is None:
        return Response(status_code=404)
    zipped = asset.zipped if "gzip" in request.headers.get("accept-encoding", "") else None
    headers = {"Cache-Control": asset.cache_control, "Vary": "Accept-Encoding"}
    if zipped is not None:
        headers["Content-Encoding"] = "gzip"
    return Response(zipped or asset.content, media_type=asset.media_type, headers=headers)


def find_own_rows(request: Request) -> Response:
    """Answer the search of the one reader who knows the address of their rows."""
    try:
        limit = int(request.query_params.get("limit", MOST_HITS))
    except ValueError:
        return Response(status_code=400)
    text = request.query_params.get("text", "")[:LONGEST_TEXT]
    hits = find_hits(request.path_params["path"], text, min(max(limit, 0), MOST_HITS))
    if hits is None:
        return Response(status_code=404)
    return JSONResponse(hits, headers={"Cache-Control": "private, no-store"})


def main() -> None:
    """Draw the shell and the chosen page."""
    pages = {
        content: st.Page(
            ROOT / find_script(content),
            title=content.title,
            url_path=content.name,
            default=content is CONTENTS[0],
        )
        for content in (*CONTENTS, *ASIDES)
    }
    page = st.navigation(list(pages.values()), position="hidden")  # the shell draws it
    shell.set_up_page(page)
    shell.show_page(page, {pages[content]: content.icon for content in CONTENTS}, pages[HELP])


if get_script_run_ctx(suppress_warning=True) is None:
    try:
        list_served()  # what is missing or damaged shows at the start, not on a page
    except AtlasError as error:
        sys.exit(str(error))
    fronts = front_page.list_routes(content.name for content in (*CONTENTS, *ASIDES))
    routes = [
        Route("/atlas/{path:path}/find", find_own_rows),
        Route("/atlas/{path:path}", serve_asset),
        *api.ROUTES,
        *fronts,
    ]
    app = App(__file__, routes=routes)
else:
    main()
