"""The atlas as OGC API - Features, below `/api` of the app's own server.

pygeoapi answers; `provider` hands it what `geo.select` shows, so that an address, a page, a file
and the command line give the same rows. Nothing of it is loaded before the first request.
"""

from api.server import ROUTES

__all__ = ["ROUTES"]
