"""Stand-ins for the script hosts that a tutorial's map loads from: a benchmark needs no network.

Leaflet is the real one. Of jQuery only what Folium's popups call is there; Bootstrap, its icons,
Awesome Markers and the tiles are empty. All of it answers at once, so the tutorial's app is
measured faster than it would be anywhere else.
"""

from base64 import b64encode
from typing import Any

from playwright.sync_api import CDPSession

from layers.assets import LEAFLET

JQUERY = """
window.$ = window.jQuery = (html) => {
  const made = document.createElement("template");
  made.innerHTML = html.trim();
  return [made.content.firstElementChild];
};
"""
TYPES = {".js": "text/javascript", ".css": "text/css", ".png": "image/png"}
LEAFLET_FILES = ("/leaflet.js", "/leaflet.css")


def stand_in(session: CDPSession) -> None:
    """Answer what a page asks of other hosts; the page's own server is not touched.

    The protocol's own `Fetch` and not Playwright's `route`, which turns the browser's cache off.
    """

    def answer(event: dict[str, Any]) -> None:
        url = event["request"]["url"].split("?")[0]
        kind = next((TYPES[end] for end in TYPES if url.endswith(end)), "text/plain")
        headers = {"Content-Type": kind, "Cache-Control": "max-age=31536000"}
        headers["Access-Control-Allow-Origin"] = "*"
        session.send(
            "Fetch.fulfillRequest",
            {
                "requestId": event["requestId"],
                "responseCode": 200,
                "responseHeaders": [{"name": key, "value": headers[key]} for key in headers],
                "body": b64encode(_content(url)).decode(),
            },
        )

    session.on("Fetch.requestPaused", answer)
    session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})


def _content(url: str) -> bytes:
    if url.endswith(LEAFLET_FILES):
        return (LEAFLET / url.rsplit("/", 1)[1]).read_bytes()
    return JQUERY.encode() if "/jquery" in url else b""
