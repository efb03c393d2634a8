"""Tables become frames: lists are tuples, what is unknown stays unknown."""

from pathlib import Path

import pandas as pd
import pytest
from pydantic import ValidationError

from geo.errors import DataError
from geo.layers import built_models
from geo.models import TABLES, Ref, Sector
from geo.tables import load_table, read_rows, read_table

SECTORS = "id,name_zh,name_en,phrase,sort\n"


def sectors(folder: Path, *rows: str, header: str = SECTORS) -> Path:
    path = folder / "sectors.csv"
    path.write_text(header + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def test_a_table_is_a_frame_of_its_models_columns(tmp_path) -> None:
    sectors(tmp_path, "wood,木材,Wood,wood,2", "textiles,纺织,Textiles,textiles,11")
    found = read_table("sectors", tmp_path)
    assert list(found) == list(Sector.model_fields)
    assert found.to_dict("list") == {
        "id": ["wood", "textiles"],
        "name_zh": ["木材", "纺织"],
        "name_en": ["Wood", "Textiles"],
        "phrase": ["wood", "textiles"],
        "sort": [2, 11],
    }


def test_columns_may_stand_in_any_order(tmp_path) -> None:
    sectors(tmp_path, "2,wood,Wood,木材,wood", header="sort,phrase,name_en,name_zh,id\n")
    assert read_table("sectors", tmp_path).name_zh.to_list() == ["木材"]


def test_lists_are_tuples_and_codes_keep_their_form() -> None:
    industries = load_table("industries").set_index("id")
    codes = ("33", "34", "35", "37", "38", "40")
    assert industries.gbt4754["equipment-manufacturing-general"] == codes
    assert industries.gbt4754["advanced-manufacturing"] == ()
    assert load_table("places").adcode.iloc[0] == "220000"


def test_unknown_is_never_zero() -> None:
    parks = load_table("parks").set_index("id")
    unknown = parks.loc["changchun-beihu"]
    assert pd.isna(unknown.area_ha)
    assert pd.isna(unknown.area_kind)
    assert unknown.lead_industries_zh == ()
    assert (parks.area_ha.dropna() > 0).all()
    assert pd.isna(load_table("policies").set_index("id").date["characteristic-parks"])


def test_every_fault_of_a_file_is_carried(tmp_path) -> None:
    sectors(tmp_path, "Wood,木材,,wood,2", "textiles,纺织,Textiles,textiles,many", "short,短")
    with pytest.raises(DataError) as caught:
        read_table("sectors", tmp_path)
    found = [(problem.line, problem.field) for problem in caught.value.problems]
    assert sorted(found) == [(2, "id"), (2, "name_en"), (3, "sort"), (4, "")]
    assert "'many' is not a whole number" in str(caught.value)


def test_a_line_is_where_the_row_begins(tmp_path) -> None:
    path = sectors(tmp_path, 'wood,木材,"Wood\nand more",wood,2', "textiles,纺织,,textiles,3")
    found = read_rows(path, Sector)
    assert [item.line for item in found.rows] == [2]
    assert [problem.line for problem in found.problems] == [4]
    assert len(found.records) == 2


def test_a_table_is_read_once() -> None:
    assert load_table("parks") is load_table("parks")


@pytest.mark.parametrize("name", TABLES)
def test_a_misspelt_key_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        TABLES[name](nmae="x")


@pytest.mark.parametrize(("name", "model"), (TABLES | built_models()).items())
def test_every_column_says_what_it_holds(name: str, model) -> None:
    for column, field in model.model_fields.items():
        assert field.description, (name, column)
        assert field.description.endswith(".")
        for ref in (mark for mark in field.metadata if isinstance(mark, Ref)):
            assert ref.table in TABLES
