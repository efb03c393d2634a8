"""What the reader of the Data page has chosen, kept in the link."""

from dataclasses import dataclass
from typing import ClassVar

from components import linked_widgets
from components.linked import ScreenChoices, one_of, yes_or_no
from geo.belts.belt_shapes import GEOMETRIES
from geo.export.formats import FORMATS
from geo.export.order import Order
from geo.models import TABLES

PARTS = ("take", "live", "quality", "own", "cite")


@dataclass(frozen=True)
class Choices(ScreenChoices):
    """One reader's choices in this run: of files and belts' `shape`, and the `table` looked at."""

    SCREEN: ClassVar[str] = "data"
    FORMER: ClassVar = {"part": "data-show"}

    part: str = one_of(PARTS)
    format: str = one_of(tuple(FORMATS), "geojson")
    zip: bool = yes_or_no()
    shape: str = one_of(GEOMETRIES)
    table: str = one_of(tuple(TABLES), "parks")

    def order(self, layer: str) -> Order:
        """Return the file of a layer that these choices ask for."""
        return Order(layer, self.filter, self.format, self.zip, self.shape, self.lang)


def show_parts(chosen: Choices) -> None:
    """Draw the choice of section."""
    say = chosen.say
    linked_widgets.show_segments(
        chosen, "part", say("Show"), lambda part: say(f"section.{part}"), wrap=True
    )


def show_formats(chosen: Choices) -> None:
    """Draw the choice of a file's format."""
    linked_widgets.show_segments(
        chosen, "format", chosen.say("Format"), lambda name: FORMATS[name].title, wrap=True
    )


def show_shapes(chosen: Choices) -> None:
    """Draw the choice of the shape of belts."""
    say = chosen.say
    linked_widgets.show_segments(
        chosen, "shape", say("Shape of belts"), lambda shape: say(f"layer.{shape}"), wrap=True
    )


def show_zip(chosen: Choices) -> None:
    """Draw the switch of the zip."""
    linked_widgets.show_toggle(
        chosen,
        "zip",
        chosen.say("Zip with sources"),
        help=chosen.say("With data package, list of sources, filter, data version and checksums."),
    )


def show_tables(chosen: Choices) -> None:
    """Draw the choice of a table of facts."""
    linked_widgets.show_list(chosen, "table", chosen.say("Table"), "{}.csv".format)
