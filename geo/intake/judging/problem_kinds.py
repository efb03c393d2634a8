"""What can be wrong with a row: in the reader's words, each with a remedy."""

from dataclasses import dataclass

from geo.i18n import translator


@dataclass(frozen=True)
class ProblemKind:
    """One kind of problem; a row with one that `blocks` is not used until it is mended."""

    blocks: bool
    what: str
    remedy: str


KINDS: dict[str, ProblemKind] = {
    "name": ProblemKind(True, "The name is empty.", "Fill in a name."),
    "cells": ProblemKind(
        True,
        "The row has {value} cells, more than the header.",
        "Check its separators and quotation marks.",
    ),
    "number": ProblemKind(
        True,
        "“{value}” is not a number.",
        "Write degrees with a decimal point, such as 125.32, or as 125°19′12″.",
    ),
    "half": ProblemKind(
        True,
        "Only one of longitude and latitude is given.",
        "Fill in the other, or clear both and give the county.",
    ),
    "swapped": ProblemKind(
        True,
        "Longitude and latitude are swapped ({value}).",
        "Let them be swapped here, or swap them in the file.",
    ),
    "outside": ProblemKind(
        True,
        "The position lies outside Jilin Province ({value}).",
        "Check the numbers and the system of coordinates.",
    ),
    "nowhere": ProblemKind(
        True,
        "There is neither a position nor a county.",
        "Fill in longitude and latitude, or the county.",
    ),
    "county": ProblemKind(
        True,
        "“{value}” names no county or district of Jilin, and there is no position.",
        "Write its full name or its six-digit code, or give a position.",
    ),
    "geometry": ProblemKind(
        True, "The shape cannot be read ({value}).", "Export it again from its source."
    ),
    "kind": ProblemKind(
        True, "A shape of this kind is not taken ({value}).", "Give a point, a line or an area."
    ),
    "polygon": ProblemKind(
        True,
        "The area is not valid: {value}.",
        "Let it be repaired here, or repair it where it was drawn.",
    ),
    "duplicate": ProblemKind(
        True, "Same name and place as in line {value}.", "Remove one of the two."
    ),
    "industry": ProblemKind(
        False,
        "“{value}” is no industry of the vocabulary.",
        "Choose an industry for it, or leave it: it then counts as unknown.",
    ),
    "differs": ProblemKind(
        False,
        "The county says “{value}”, but the position lies in another.",
        "Check which of the two is right; the position is used.",
    ),
    "mixed": ProblemKind(
        False,
        "The geometry type differs from most rows ({value}).",
        "It is used; check that it belongs here.",
    ),
    "vertex": ProblemKind(
        False,
        "Part of the shape has no place in the system of coordinates.",
        "A point of it is used, without its outline; check its corners.",
    ),
    "repaired": ProblemKind(
        False, "The area was repaired.", "Look at it on the map of the program it comes from."
    ),
}  # fmt: skip


def describe_problem(code: str, value: str, lang: str) -> str:
    """Return what is wrong with a row, in `lang`."""
    return translator(lang)(KINDS[code].what).format(value=value)


def describe_remedy(code: str, lang: str) -> str:
    """Return what to do about it, in `lang`."""
    return translator(lang)(KINDS[code].remedy)
