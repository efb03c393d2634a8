"""Words of a reader's or a link's inside Markdown of ours."""

import re


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: it may be anybody's."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>$~:])", r"\\\1", text)
