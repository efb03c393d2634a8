"""The areas that sources give of a park, side by side, and the date that each value holds for."""

from collections.abc import Iterator
from dataclasses import dataclass

from geo.i18n import Translate
from geo.tables import rows_where


@dataclass(frozen=True)
class Area:
    """An area of a park: hectares of a kind, what date it holds for, where it is said."""

    kind: str
    hectares: float
    as_of: str | None
    sources: tuple[str, ...]

    def tell(self, say: Translate) -> str:
        """Return it in words with its date."""
        kind = say(f"area.{self.kind}")
        number = f"{self.hectares:,.2f}".rstrip("0").rstrip(".")
        hectares = say("{n} ha ({kind})").format(n=number, kind=kind)
        return date_value(say, hectares, self.as_of)


def list_areas(park: str) -> Iterator[Area]:
    """Yield the approved area of the catalogue, then each area that another source gives.

    They are of different kinds and dates: never to be added up, and none replaces another. A park
    without an area has none from the catalogue either: the zone there is its predecessor.
    """
    row = rows_where("parks", "id", park).iloc[0]
    code = row.catalogue_code if row.area_ha == row.area_ha else None  # NaN is not itself
    for zone in rows_where("catalogue_2018", "code", code).itertuples():
        yield Area("approved", zone.area_ha, zone.as_of, zone.sources)
    for area in rows_where("park_areas", "park", park).itertuples():
        yield Area(area.kind, area.area_ha, area.as_of, area.sources)


def list_dated_values(park: str, say: Translate) -> list[str]:
    """Return a park's areas, and what date its industries and its point hold for, in words."""
    row = rows_where("parks", "id", park).iloc[0]
    lines = [area.tell(say) for area in list_areas(park)]
    if row.lead_industries_zh:
        lines.append(date_value(say, say("Industries"), row.industries_as_of))
    return [*lines, date_value(say, say("Position"), row.location_as_of)]


def date_value(say: Translate, value: str, as_of: str | None) -> str:
    """Return a value with the date it holds for, or with the word that none is noted."""
    dated = say("as of {date}").format(date=as_of) if as_of else say("date not noted")
    return f"{value} · {dated}"
