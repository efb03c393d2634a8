"""The atlas as OGC API - Features, below `/api` of the app's own server.

A request becomes a `Inquiry`, a document answers it and goes out as JSON, as a page or as a file.
What is found is what `geo.select` finds for the map, the table, the files and the command line.
"""

from api.server import ROUTES as ROUTES
