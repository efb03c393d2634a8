"""The legend of the map in a real browser; run by `tests/browser/test_made_up_legend.py`."""

from geo import store
from geo.tables import load_table
from layers.atlas_layer import MapState
from layers.payload import build_payload
from tests.browser.conftest import *  # noqa: F403 - the browser's fixtures
from tests.browser.test_map_harness import Start, frames_of_the_atlas, start  # noqa: F401


def test_legend_and_map_show_it(start: Start) -> None:  # noqa: F811
    content = build_payload(frames_of_the_atlas(), load_table("industries"), "made-up")
    harness = start(content=content)
    harness.apply(MapState(lang="en", shown={"depots": [0, 2]}))
    entry = harness.open_legend().locator(".atlas-entry", has_text="layer.depots")
    assert entry.locator(".atlas-count").inner_text() == "2 of 3"
    assert harness.drawn()["depots"] == store.load_layer("depots").id.iloc[[0, 2]].tolist()
    entry.get_by_role("checkbox").uncheck()
    assert "depots" not in harness.drawn()
