"""The rows that can be used, as a layer that behaves as the atlas's own parks do."""

import geopandas as gpd
import numpy as np
import pandas as pd
from geopandas import GeoDataFrame, GeoSeries

from geo import store
from geo.crs import STORED
from geo.evidence import park_documents
from geo.i18n import translator
from geo.intake.rows import Checked
from geo.tables import table

PREFIX = "user-"
STATUS = "user"
BASIS = {
    "site": "Position as in the file {name}, line {line} ({system})",
    "shape": "Point on the shape in the file {name}, line {line} ({system}), for which it stands",
    "county_seat": "Seat of the county that the file {name}, line {line}, names",
}


def is_user(key: str) -> bool:
    """Return whether an id is that of a row of the reader's own."""
    return key.startswith(PREFIX)


def layer(checked: Checked) -> GeoDataFrame:
    """Return usable rows with the columns of ``geo.store.layer("parks")``, EPSG:4326.

    Ids are ``user-`` and the line; status is ``user``; level, kind, area, year and confidence are
    unknown. A park that a document speaks of is so by its industries and place, as ours are.
    """
    rows, ours = checked.rows, store.layer("parks")
    places = table("places").set_index("adcode")
    members = table("belt_members").groupby("adcode").belt.agg(tuple).to_dict()
    prefectures = rows.county.map(places.parent)
    known = {
        "id": [f"{PREFIX}{line}" for line in rows.line.tolist()],
        "name_zh": rows.name,
        "name_en": rows.name,
        "aliases": _empty(len(rows)),
        "prefecture_adcode": prefectures,
        "county_adcode": rows.county,
        "lead_industries_zh": rows.words,
        "lon": rows.lon,
        "lat": rows.lat,
        "location_precision": rows.precision,
        "location_basis_zh": _basis(checked, "zh"),
        "location_basis_en": _basis(checked, "en"),
        "source": checked.upload.name,
        "status": STATUS,
        "industries": rows.industries,
        "belts": [members.get(one, ()) for one in prefectures],
    }
    frame = pd.DataFrame(known, index=rows.index)
    for column in ours.columns:
        if column not in frame and column not in {"geometry", "documents"}:
            frame[column] = np.nan if ours[column].dtype.kind == "f" else None
    frame["documents"] = _documents(frame)
    made = GeoDataFrame(frame, geometry=gpd.points_from_xy(frame.lon, frame.lat), crs=STORED)
    return made[list(ours.columns)]


def outlines(checked: Checked) -> GeoSeries:
    """Return by id the true shapes of the rows that are more than a point, EPSG:4326.

    The layer has for each a point on it, by which it is counted, filtered and ranked.
    """
    rows = checked.rows[checked.rows["outline"].notna()]
    ids = [f"{PREFIX}{line}" for line in rows.line.tolist()]
    return GeoSeries(rows["outline"].to_numpy(), index=ids, crs=STORED)


def _empty(count: int) -> list[tuple[str, ...]]:
    return [()] * count


def _basis(checked: Checked, lang: str) -> list[str]:
    say, rows = translator(lang), checked.rows
    words = {basis: say(text) for basis, text in BASIS.items()}
    name, system = checked.upload.name, checked.choice.system or ""
    bases = rows.precision.mask(rows["outline"].notna(), "shape")
    return [
        words[basis].format(name=name, line=line, system=system)
        for basis, line in zip(bases.tolist(), rows.line.tolist(), strict=True)
    ]


def _documents(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """Return the documents of each row; worked out once for each county and list of industries."""
    if frame.empty:
        return []
    alike = list(zip(frame.county_adcode, frame.industries, strict=True))
    first = frame[~pd.Series(alike, index=frame.index).duplicated()]
    found = park_documents(first)
    known = dict(zip(zip(first.county_adcode, first.industries, strict=True), found, strict=True))
    return [known[one] for one in alike]
