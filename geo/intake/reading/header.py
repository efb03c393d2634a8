"""Which row of a table names its columns: below titles, and across merged cells."""

from collections.abc import Sequence

from geo.intake.reading.heading_words import find_role

LOOKED_AT = 15  # rows among which the header is looked for
NONE = -1


def find_header(rows: Sequence[Sequence[str]], header_row: int | None = None) -> int:
    """Return the number of the row that names the columns, from 0; `NONE` when no row does.

    The row with most words that name a role wins; without any, the first that fills most cells
    and holds no number. `header_row` is the reader's own word and is taken as it is.
    """
    if header_row is not None:
        return min(header_row, len(rows) - 1)

    def fit(number: int) -> tuple[int, int, int]:
        cells = [cell for cell in rows[number] if cell and cell.strip()]
        roles = {role for cell in cells if (role := find_role(cell))}
        worded = 0 if any(map(_is_number, cells)) else len(cells)
        return len(roles), worded, -number

    best = max(range(min(len(rows), LOOKED_AT)), key=fit, default=NONE)
    if best == NONE or not any(fit(best)[:2]):
        return NONE
    # Headings merged over two rows: "position" above "longitude" and "latitude".
    roles, worded, _ = fit(best + 1) if best + 1 < len(rows) else (0, 0, 0)
    return best + 1 if roles and worded else best


def name_columns(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the names in row `at`; where a cell is empty, that of the merged cell above it.

    Without a header there are as many empty names as the widest row has cells.
    """
    if at == NONE:
        return [""] * max((len(row) for row in rows), default=0)
    width = max(len(row) for row in rows[: at + 1])
    *above, last = [list(row) + [""] * (width - len(row)) for row in rows[: at + 1]]
    for row in reversed(above):
        # A title over the whole sheet names no column: it stands alone in its row.
        if sum(bool(cell.strip()) for cell in row) > 1:
            last = [name or upper for name, upper in zip(last, row, strict=True)]
    while last and not last[-1].strip():
        last.pop()
    return last


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
