"""Titles, brands and areas that are called parks and are none: where links to them lead."""

from functools import cache

from geo.tables import load_table

#: The layer of a place by its level.
LAYERS = {"prefecture": "prefectures", "county": "counties"}


@cache
def find_homes() -> dict[str, tuple[str, str]]:
    """Return by id of a designation the layer and code of the place whose card tells of it.

    >>> find_homes()["jingyu-water"]
    ('counties', '220622')
    """
    levels = load_table("places").set_index("adcode").level
    return {
        row.id: (LAYERS[levels[row.places[0]]], row.places[0])
        for row in load_table("designations").itertuples()
    }


def lead_home(selection: str) -> str:
    """Return what a link of before selects today, as `layer.id`: titles were parks then.

    >>> lead_home("parks.jingyu-water"), lead_home("parks.jilin-etdz")
    ('counties.220622', 'parks.jilin-etdz')
    """
    layer, _, key = selection.partition(".")
    home = find_homes().get(key) if layer == "parks" else None
    return ".".join(home) if home else selection
