"""A relay in front of a server that counts what really travels to the browser."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from urllib.parse import urlsplit

PIECE = 1 << 16


@dataclass
class Relay:
    """Where the relay listens, and how many bytes it has handed to browsers."""

    url: str = ""
    sent: int = 0


@contextmanager
def counting(url: str) -> Iterator[Relay]:
    """Stand in front of the server at `url` on a port of our own."""
    server = urlsplit(url)
    relay = Relay()
    loop = asyncio.new_event_loop()

    async def serve(from_browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        from_server, to_server = await asyncio.open_connection(server.hostname, server.port)
        await asyncio.gather(
            _pass_on(from_browser, to_server), _pass_on(from_server, to_browser, relay)
        )

    listening = loop.run_until_complete(asyncio.start_server(serve, "127.0.0.1", 0))
    relay.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield relay
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _pass_on(
    source: asyncio.StreamReader, sink: asyncio.StreamWriter, relay: Relay | None = None
) -> None:
    with suppress(ConnectionError):
        while piece := await source.read(PIECE):
            if relay is not None:
                relay.sent += len(piece)
            sink.write(piece)
            await sink.drain()
    sink.close()
