"""Tables without geometry: which there are, and their rows, perhaps those that bear on a park."""

from typing import Any

from pandas import DataFrame

from api.documents import fill_document
from api.inquiry import Inquiry
from geo import datapackage, store
from geo.export.atlas import TABLES
from geo.export.package_files import describe_fields
from geo.export.plain_tables import list_records, select_table
from geo.tables import load_table


def describe_tables(inquiry: Inquiry) -> dict[str, Any]:
    """Return what each table is: its name, how many rows it has, and where they are."""
    tables = [
        {"name": name, "count": len(load_table(name)), "href": f"{inquiry.base}/tables/{name}"}
        for name in TABLES
    ]
    return {"tables": tables, "links": fill_document(inquiry, "tables")}


def find_rows(inquiry: Inquiry) -> dict[str, Any]:
    """Return the rows that an inquiry asks for, with the meaning of their columns."""
    name = inquiry.table
    rows = select_asked(inquiry)
    links = fill_document(inquiry, "table", table=name, as_csv=inquiry.write_query(f="csv"))
    return {
        "name": name,
        "license": datapackage.LICENCE["name"],
        "data_version": store.data_version(),
        "numberMatched": len(rows),
        "fields": describe_fields(rows, (name,)),
        "rows": list_records(rows),
        "links": links,
    }


def select_asked(inquiry: Inquiry) -> DataFrame:
    """Return the rows that an inquiry asks for, one value a cell."""
    return select_table(inquiry.table, inquiry.parameters.get("park"))
