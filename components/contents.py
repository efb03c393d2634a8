"""What pages there are: folder below `screens/`, which is their path, with name and icon."""

from typing import NamedTuple


class Content(NamedTuple):
    """One page; `title` is a message id."""

    name: str
    title: str
    icon: str = ""


#: As in the head of every page; the first is also at the root.
CONTENTS = (
    Content("explore", "Explore", ":material/map:"),
    Content("belts", "Belts", ":material/route:"),
    Content("industries", "Industries", ":material/factory:"),
    Content("policy", "Policy", ":material/gavel:"),
    Content("invest", "Invest", ":material/query_stats:"),
    Content("data", "Data", ":material/database:"),
)
HELP = Content("help", "Help", ":material/help:")
ABOUT = Content("about", "About", ":material/info:")
LOST = Content("lost", "Not found")
#: Beside them.
ASIDES = (HELP, ABOUT, LOST)


def find_script(content: Content) -> str:
    """Return the script of a page, as Streamlit calls it."""
    return f"screens/{content.name}/page.py"
