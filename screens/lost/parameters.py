"""What the address said that led to no page."""

from dataclasses import dataclass
from typing import ClassVar

from components.linked import ScreenChoices, parsed_by

LONGEST = 100  # signs


@dataclass(frozen=True)
class Choices(ScreenChoices):
    """The address that a reader came by."""

    SCREEN: ClassVar[str] = "lost"
    SHARED: ClassVar = ()

    address: str = parsed_by(lambda raw: raw[:LONGEST], "")
