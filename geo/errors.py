"""The few errors that a user can meet; anything else is a defect and should be seen."""

from collections.abc import Sequence
from dataclasses import dataclass


class AtlasError(Exception):
    """Base of every error whose text is meant for the user."""

    def say(self, lang: str) -> str:  # noqa: ARG002
        """Return the message in `lang`, where it has several languages."""
        return str(self)


class UnknownId(AtlasError):
    """An id that the atlas does not know."""


class MissingCRS(AtlasError):
    """A frame without CRS; nothing is guessed."""


class WrongCondition(AtlasError):
    """A condition in CQL2 that cannot be read, or not be answered by the rows at hand."""


@dataclass(frozen=True)
class Problem:
    """One fault of a data file, with its address and remedy."""

    file: str
    line: int | None
    field: str
    message: str

    def __str__(self) -> str:
        """Return `file:line field: message`."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where} {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


class DataError(AtlasError):
    """Data files that cannot be used as they are; carries every fault found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))
