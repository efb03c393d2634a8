"""What the reader decided about an upload, and what is still to be decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from geo.crs import parse_datum
from geo.intake.judging.column_roles import detect_columns
from geo.intake.reading.upload import Upload


@dataclass(frozen=True)
class Interpretation:
    """How an upload is to be understood.

    Attributes
    ----------
    columns
        Role → column, roles of `geo.intake.reading.heading_words.ROLES`.
    system
        System of coordinates by name, such as ``GCJ-02``; None while nobody has named it.
    swap, repair
        Whether swapped coordinates and invalid areas are mended.
    meanings
        The reader's own mapping: word → industry, None for none.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    system: str | None = None
    swap: bool = False
    repair: bool = False
    meanings: Mapping[str, str | None] = field(default_factory=dict)

    def read_column(self, upload: Upload, role: str) -> NDArray[np.object_]:
        """Return the cells of the column of a role; empty texts where there is none."""
        if role not in self.columns:
            return np.full(len(upload), "", dtype=object)
        return np.asarray(upload.cells[self.columns[role]], dtype=object)


def suggest_interpretation(upload: Upload) -> Interpretation:
    r"""Return what the file itself says: its columns, and its CRS where it states one.

    Examples
    --------
    >>> from geo.intake.reading.readers import read_upload
    >>> upload = read_upload("sites.csv", "园区,东经,北纬\n一号,125.32,43.88\n".encode())
    >>> interpretation = suggest_interpretation(upload)
    >>> interpretation.columns
    {'name': '园区', 'lon': '东经', 'lat': '北纬'}
    >>> list_missing(upload, interpretation)
    ('system',)
    """
    system = parse_datum(upload.crs) if upload.crs else None
    return Interpretation(columns=detect_columns(upload), system=system)


def list_missing(upload: Upload, interpretation: Interpretation) -> tuple[str, ...]:
    """Return what the reader must still say: name, position, system; empty when all is said."""
    roles = set(interpretation.columns)
    has_points = upload.shapes is not None or "pair" in roles or {"lon", "lat"} <= roles
    is_missing = {
        "name": "name" not in roles,
        "position": not has_points and not {"county", "address"} & roles,
        "system": has_points and interpretation.system is None,
    }
    return tuple(part for part, missing in is_missing.items() if missing)
