"""The pieces of Streamlit that every page needs, asked for with the page itself.

Streamlit's script asks for the script of a kind of element when the first of the kind arrives, and
draws a grey box meanwhile. Asked for at once, they are there before the first run has answered.
"""

import re
from pathlib import Path

#: Kinds of element that the head of each page has, and the map of most.
KINDS = ("Html", "PageLink", "ButtonGroup", "BidiComponent", "ComponentInstance")
_IMPORT = re.compile(r'(?:from|import)"\./([^"]+\.js)"')


def write_early_scripts(static: Path, page: str) -> str:
    """Return the links that ask for the scripts of KINDS, but for those that the page asks for.

    Parameters
    ----------
    static
        The folder of Streamlit's own page. A kind that it has no script of is left out.
    page
        Text of that page.
    """
    folder = static / "static" / "js"
    starts = [path.name for kind in KINDS for path in folder.glob(f"{kind}.*.js")]
    names = sorted(name for name in _list_imports(folder, starts) if name not in page)
    return "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in names
    )


def _list_imports(folder: Path, starts: list[str]) -> set[str]:
    """Return scripts and all that they import."""
    names: set[str] = set()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name not in names:
            names.add(name)
            waiting += _IMPORT.findall((folder / name).read_text("utf-8"))
    return names
