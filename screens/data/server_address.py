"""Where this server is, as the reader's browser knows it."""

from urllib.parse import urlsplit

import streamlit as st


def find_server() -> str:
    """Return scheme and host of the page's address; empty where there is no browser."""
    parts = urlsplit(str(st.context.url or ""))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
