"""Where Policy shows what a document states, in the words of its link."""

#: What narrows its tables; all of it goes, or the row that was found might not be among those left.
FILTERS = ("documents", "kinds", "states", "subjects", "demands", "movements")
#: The part of the page, and what the link calls the selected row, by table.
SHOWN_IN = {
    "incentives": ("offered", "incentive"),
    "requirements": ("required", "requirement"),
    "measures": ("measures", "measure"),
    "institutions": ("bodies", "institution"),
}


def list_choices(table: str, key: str) -> dict[str, str | None]:
    """Return the parameters of a link that opens a row; None stands for none.

    >>> list_choices("incentives", "belts-2013-zone-awards")["policy-part"]
    'offered'
    """
    part, row = SHOWN_IN[table]
    wishes: dict[str, str | None] = dict.fromkeys(FILTERS)
    return {f"policy-{name}": wish for name, wish in (wishes | {"part": part, row: key}).items()}
