"""The ranking as CSV, GeoJSON and JSON, with every criterion's raw value, bounds and score."""

import json
from typing import Any

import pandas as pd
from geopandas import GeoDataFrame
from pandas import DataFrame

from geo import store
from geo.csvout import csv_bytes
from geo.export.extract import LICENCE, SOURCES, USES
from geo.export.feature_collection import MEDIA_TYPE, build_features, dump_json
from geo.names import get_text
from geo.siting.criteria import IDS
from geo.siting.question import Question
from geo.siting.ranking import Ranking
from geo.siting.verdicts import OUT

FORMATS = ("table", "csv", "geojson", "json")
MEDIA_TYPES = {"csv": "text/csv", "geojson": MEDIA_TYPE, "json": "application/json"}
NAMES = ("name_zh", "name_en", "prefecture_adcode", "county_adcode", "level", "kind")
PLACE = ("location_precision", "status", "source")


def tabulate_ranking(ranking: Ranking) -> GeoDataFrame:
    """Return the parks that stay, best first, EPSG:4326.

    A reader's own rows have the status `own`; with any, a last column `own` says so of each.
    Columns: rank, id, names, place, score, worst and best (0 to 100); for each criterion
    `<id>` (raw value in its unit), `<id>_low`, `<id>_high`, `<id>_scaled` (0 to 1), `<id>_points`
    and, for distances, `<id>_nearest`; then precision, status, source, and `doubts`: limits that
    the park is not certain to meet.
    """
    table = ranking.table
    parks = ranking.parks.loc[table.index]
    columns: dict[str, Any] = {"rank": table["rank"], "id": table.index}
    columns |= {name: parks[name] for name in NAMES} | {
        name: table[name] for name in ("score", "worst", "best")
    }
    for name in IDS:
        columns |= _criterion(ranking, name)
    columns |= {name: parks[name] for name in PLACE} | {"doubts": list_doubts(ranking)}
    if (ranking.parks.status == "own").any():
        columns["own"] = parks.status == "own"
    frame = DataFrame(columns, index=table.index).reset_index(drop=True)
    return GeoDataFrame(frame, geometry=parks.geometry.to_numpy(), crs=parks.crs)


def _criterion(ranking: Ranking, name: str) -> dict[str, Any]:
    values, stay = ranking.values, ranking.table.index
    points = ranking.scaled.middle[name] * ranking.question.weight(name)
    columns = {
        name: values.value[name],
        f"{name}_low": values.low[name],
        f"{name}_high": values.high[name],
        f"{name}_scaled": ranking.scaled.middle[name],
        f"{name}_points": points,
    }
    if values.nearest[name].notna().any():
        columns[f"{name}_nearest"] = values.nearest[name]
    return {key: column.loc[stay] for key, column in columns.items()}


def list_doubts(ranking: Ranking) -> pd.Series:
    """Return, for each park that stays, the limits it is not certain to meet, `; `-joined."""
    verdicts = ranking.verdicts.loc[ranking.table.index]
    doubts = [
        "; ".join(limit for limit in verdicts.columns if verdicts.at[park, limit] != "meets")
        for park in verdicts.index
    ]
    return pd.Series(doubts, index=verdicts.index, dtype=object)


def list_exclusions(ranking: Ranking) -> dict[str, dict[str, str]]:
    """Return, for each excluded park, the limits that exclude it and their verdicts."""
    return {
        str(park): {limit: verdict for limit, verdict in row.items() if verdict in OUT}
        for park, row in ranking.excluded.to_dict("index").items()
    }


def describe_question(question: Question) -> dict[str, Any]:
    """Return a question as plain data."""
    return {
        "industries": list(question.industries),
        "weights": dict(question.weights),
        "ideals": dict(question.ideals),
        "limits": [str(limit) for limit in question.limits],
        "prefer": {"belt": list(question.belts), "kind": list(question.kinds)},
        "radius_km": question.radius_km,
        "unverified": question.unverified,
    }


def to_csv(ranking: Ranking, top: int | None = None) -> bytes:
    """Return the ranking as CSV for spreadsheets; unknown values are empty cells."""
    return csv_bytes(DataFrame(tabulate_ranking(ranking).iloc[:top].drop(columns="geometry")))


def to_geojson(ranking: Ranking, top: int | None = None) -> str:
    """Return the ranking as RFC 7946 GeoJSON with the question and what it excludes."""
    collection = _head(ranking) | {
        "type": "FeatureCollection",
        "features": build_features(tabulate_ranking(ranking).iloc[:top]),
    }
    return dump_json(collection)


def to_json(ranking: Ranking, top: int | None = None) -> str:
    """Return the ranking as JSON: the question, the parks best first, and what is excluded."""
    features = build_features(tabulate_ranking(ranking).iloc[:top])
    parks = [{"id": feature["id"]} | feature["properties"] for feature in features]
    return json.dumps(_head(ranking) | {"parks": parks}, ensure_ascii=False, indent=1) + "\n"


def _head(ranking: Ranking) -> dict[str, Any]:
    return {
        "title": "Jilin Belt Atlas: ranking of parks",
        "question": describe_question(ranking.question),
        "license": LICENCE,
        "sources": [SOURCES[name] for name in USES["parks"]],
        "data_version": store.data_version(),
        "excluded": list_exclusions(ranking),
    }


def to_table(ranking: Ranking, lang: str, top: int | None = None) -> str:
    """Return the ranking as lines of text: rank, score, bounds, name, id; tab-separated."""
    rows = tabulate_ranking(ranking).iloc[:top]
    lines = [
        f"{row.rank}\t{row.score:.1f}\t{row.worst:.1f}–{row.best:.1f}\t"
        f"{get_text(row, 'name', lang)}\t{row.id}"
        for row in rows.itertuples()
    ]
    return "\n".join(lines) + "\n"
