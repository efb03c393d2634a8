"""Rules for the built layers: features as their models say, shapes valid, edges shared."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import shapely
from geopandas import GeoDataFrame
from pydantic import ValidationError

from geo import store
from geo.check.facts import Facts
from geo.errors import DataError, Problem
from geo.i18n import Translate
from geo.layers import LAYERS, built_models
from geo.models import Row
from geo.paths import display_path


def layers_valid(facts: Facts, say: Translate) -> Iterator[Problem]:
    """Require every built layer, its features as their models say and its units known."""
    for name, model in built_models().items():
        path = facts.folder / "built" / f"{name}.geojson"
        try:
            frame = store.read_built(name, path.parent)
        except DataError as error:
            yield from error.problems
            continue
        yield from _features_valid(path, frame, model, say)
        yield from _coverage_valid(path, frame, say)
        yield from _units_known(path, frame, facts, say)


def _features_valid(
    path: Path, frame: GeoDataFrame, model: type[Row], say: Translate
) -> Iterator[Problem]:
    properties = frame.drop(columns="geometry").to_dict("records")
    # The first line opens the collection, then comes one feature a line.
    for line, (record, shape) in enumerate(zip(properties, frame.geometry, strict=True), start=2):
        stated = {name: value for name, value in record.items() if pd.notna(value)}
        try:
            model(**dict.fromkeys(model.model_fields) | stated)
        except ValidationError as error:
            message = say("is damaged; run `make build` or restore it from the repository")
            for fault in error.errors():
                yield Problem(display_path(path), line, str(fault["loc"][0]), message)
        if shape is None or not shape.is_valid:
            reason = say("no shape") if shape is None else shapely.is_valid_reason(shape)
            message = say("shape is invalid ({reason}); run `make build`").format(reason=reason)
            yield Problem(display_path(path), line, "geometry", message)


def _coverage_valid(path: Path, frame: GeoDataFrame, say: Translate) -> Iterator[Problem]:
    if not LAYERS[path.stem].level or not frame.is_valid.all():
        return
    shapes = frame.geometry.to_numpy()
    # A valid coverage has no overlaps but may have gaps: they are holes in its union.
    holes = shapely.get_num_interior_rings(shapely.get_parts(shapely.union_all(shapes))).sum()
    if holes or not shapely.coverage_is_valid(shapes):
        message = say("shapes overlap or leave gaps; run `make build`")
        yield Problem(display_path(path), None, "geometry", message)


def _units_known(
    path: Path, frame: GeoDataFrame, facts: Facts, say: Translate
) -> Iterator[Problem]:
    level = LAYERS[path.stem].level
    if not level or not facts.sound("places"):
        return
    units = {row.adcode for _, row in facts.each("places") if row.level == level}
    if different := units ^ set(frame.id):
        message = say("{ids}: only in the layer or only in places.csv; run `make build`")
        text = message.format(ids=", ".join(sorted(different)))
        yield Problem(display_path(path), None, "id", text)
