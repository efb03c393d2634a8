"""What the reader decided about an upload, and what is still to be decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.crs import parse_datum
from geo.intake.judging.columns import detect
from geo.intake.reading.upload import Upload

REPEATED = 2_000  # words for which the nearest spelling is looked up, the most frequent first


@dataclass(frozen=True)
class Choice:
    """How an upload is to be understood.

    Attributes
    ----------
    columns
        Role → column, roles of `geo.intake.vocabulary.ROLES`.
    system
        System of coordinates by name, such as ``GCJ-02``; None while nobody has named it.
    swap, repair
        Whether swapped coordinates and invalid areas are mended.
    words
        The reader's own mapping: word → industry, None for none.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    system: str | None = None
    swap: bool = False
    repair: bool = False
    words: Mapping[str, str | None] = field(default_factory=dict)


def suggested(upload: Upload) -> Choice:
    """Return what the file itself says: its columns, and its CRS where it states one."""
    return Choice(columns=detect(upload), system=parse_datum(upload.crs) if upload.crs else None)


def missing(upload: Upload, choice: Choice) -> tuple[str, ...]:
    """Return what the reader must still say: name, position, system; empty when all is said."""
    has = choice.columns
    points = upload.shapes is not None or "pair" in has or {"lon", "lat"} <= set(has)
    asked = {
        "name": "name" not in has,
        "position": not points and not {"county", "address"} & set(has),
        "system": points and choice.system is None,
    }
    return tuple(one for one, needed in asked.items() if needed)
