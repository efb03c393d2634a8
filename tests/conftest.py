"""What all tests share."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from geopandas import GeoDataFrame, GeoSeries
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from geo import store
from scripts.bundle import ensure_bundles
from scripts.messages import SetupError

# The same examples on every machine, and no deadline: the cores may be shared.
settings.register_profile("atlas", deadline=None, derandomize=True)
settings.load_profile("atlas")

# What takes longest comes first, so that no worker is left alone with it at the end.
SLOW = ("browser", "test_setup.py", "screens", "api")


class ByFile(LoadScopeScheduling):
    """Give a worker a file at a time, for its tests share what they open; a test in a browser."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith("tests/browser/") else nodeid.split("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    config.option.loadscopereorder = False  # the order is that of SLOW
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def slowness(item: pytest.Item) -> int:
        return next((row for row, name in enumerate(SLOW) if name in item.path.parts), len(SLOW))

    items.sort(key=slowness)


def pytest_configure() -> None:
    """Bundle the browser's scripts when they have changed."""
    try:
        ensure_bundles()
    except SetupError as error:
        raise pytest.UsageError(str(error)) from error


@pytest.fixture(scope="session")
def my_rows() -> GeoDataFrame:
    """Three rows as a reader may bring them: a site, one known by its county, one of no industry.

    The first stands where `changchun-etdz` stands and lists its industries.
    """
    ours = store.load_layer("parks")
    like = ours[ours.id == "changchun-etdz"]
    made = pd.concat([like, like, like], ignore_index=True)
    made["id"] = ["own-2", "own-3", "own-4"]
    made["name_zh"] = made["name_en"] = ["**Mine** <b>", "Second", "Third"]
    made["status"], made["source"] = "own", "mine.csv"
    for column in ("level", "kind", "area_kind", "national_zone", "confidence"):
        made[column] = None
    for column in ("area_ha", "approved_year"):
        made[column] = np.nan
    made["location_precision"] = ["site", "county_seat", "site"]
    made["industries"] = [("auto-parts",), ("auto-parts",), ()]
    made["lead_industries_zh"] = [("汽车零部件",), ("汽车零部件",), ()]
    made.loc[1, "county_adcode"] = "220122"  # partly within 40 km of the axis to Songyuan
    # The third lies by Changbai, far from both: south-east of every belt's axis but one.
    made.loc[2, ["lon", "lat"]] = [128.2, 41.42]
    made.loc[2, ["prefecture_adcode", "county_adcode"]] = ["220600", "220623"]
    made.at[2, "belts"] = ()
    points = gpd.points_from_xy(made.lon, made.lat)
    return made.set_geometry(GeoSeries(points, crs=ours.crs))
