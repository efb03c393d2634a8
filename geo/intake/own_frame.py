"""The rows that can be used, as a layer that behaves as the atlas's parks do."""

from typing import Any

import geopandas as gpd
import numpy as np
from geopandas import GeoDataFrame, GeoSeries
from numpy.typing import NDArray
from pandas import DataFrame, Series

from geo import store
from geo.crs import STORED
from geo.evidence import park_documents
from geo.i18n import translator
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.own_layer import PREFIX, STATUS, OwnLayer
from geo.tables import load_table

BASIS = {
    "site": "Position as in the file {name}, line {line} ({system})",
    "shape": "Point on the shape in the file {name}, line {line} ({system}), for which it stands",
    "county_seat": "Seat of the county that the file {name}, line {line}, names",
}


def make_own_layer(verdicts: Verdicts) -> OwnLayer:
    """Return usable rows as a layer, columns as ``geo.store.load_layer("parks")``, EPSG:4326.

    Ids are ``own-`` and the line; status is ``own``; level, kind, area, year and confidence are
    unknown. A park that a document speaks of is so by its industries and place, as the atlas's are.
    """
    return OwnLayer(_make_frame(verdicts), _collect_outlines(verdicts))


def _make_frame(verdicts: Verdicts) -> GeoDataFrame:
    parks, columns = store.load_layer("parks"), _make_columns(verdicts)
    index, count = verdicts.rows.index, len(verdicts.rows)
    # With the types of the atlas: other ones would be converted each time that both are joined.
    frame = DataFrame(
        {
            name: Series(columns.get(name, [_unknown(kind)] * count), index, kind)
            for name, kind in parks.drop(columns="geometry").dtypes.items()
        }
    )
    frame["documents"] = _find_documents(frame)
    points = gpd.points_from_xy(frame.lon, frame.lat)
    return GeoDataFrame(frame, geometry=points, crs=STORED)[list(parks.columns)]


def _make_columns(verdicts: Verdicts) -> dict[str, Any]:
    """Return the columns of which something is known."""
    rows = verdicts.rows
    parents = load_table("places").set_index("adcode").parent.to_dict()
    members = load_table("belt_members").groupby("adcode").belt.agg(tuple).to_dict()
    prefectures = [parents[county] for county in rows.county]
    return {
        "id": [f"{PREFIX}{line}" for line in rows.line.tolist()],
        "name_zh": rows.name,
        "name_en": rows.name,
        "aliases": [()] * len(rows),
        "prefecture_adcode": prefectures,
        "county_adcode": rows.county,
        "lead_industries_zh": rows.words,
        "lon": rows.lon,
        "lat": rows.lat,
        "location_precision": rows.precision,
        "location_basis_zh": _explain_positions(verdicts, "zh"),
        "location_basis_en": _explain_positions(verdicts, "en"),
        "source": verdicts.upload.name,
        "status": STATUS,
        "industries": rows.industries,
        "belts": [members.get(prefecture, ()) for prefecture in prefectures],
    }


def _collect_outlines(verdicts: Verdicts) -> GeoSeries:
    """Return by id the true shapes of the rows that are more than a point, EPSG:4326.

    The layer has for each a point on it, by which it is counted, filtered and ranked.
    """
    rows = verdicts.rows[verdicts.rows["outline"].notna()]
    ids = [f"{PREFIX}{line}" for line in rows.line.tolist()]
    return GeoSeries(rows["outline"].to_numpy(), index=ids, crs=STORED)


def _unknown(kind: np.dtype[Any]) -> float | None:
    return np.nan if kind.kind == "f" else None


def _explain_positions(verdicts: Verdicts, lang: str) -> list[str]:
    say, rows = translator(lang), verdicts.rows
    values = {"name": verdicts.upload.name, "system": verdicts.interpretation.system or ""}
    parts = {
        basis: [part.format(**values) for part in say(text).split("{line}")]
        for basis, text in BASIS.items()
    }
    bases = rows.precision.mask(rows["outline"].notna(), "shape")
    return [
        str(line).join(parts[basis])
        for basis, line in zip(bases.tolist(), rows.line.tolist(), strict=True)
    ]


def _find_documents(frame: DataFrame) -> NDArray[np.object_]:
    """Return the documents of each row; worked out once for each county and list of industries."""
    if frame.empty:
        return np.empty(0, dtype=object)
    alike = frame.groupby(["county_adcode", "industries"], sort=False).ngroup()
    documents = park_documents(frame[~alike.duplicated()])
    return documents.to_numpy()[alike]
