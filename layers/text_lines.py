"""Lines of text where nothing breaks them for us: a drawing knows no paragraphs."""

from typing import Final

WIDE_SIGNS: Final = 0x2E7F  # Chinese ones come after it
SHARE: Final = 0.56  # width of a Latin sign by its size, on average of the fonts we name


def measure_text(text: str, size: float) -> float:
    """Return about how wide a text of a size is."""
    return size * sum(1 if ord(sign) > WIDE_SIGNS else SHARE for sign in text)


def break_lines(text: str, width: float, size: float) -> list[str]:
    """Return a text in lines no wider than `width`, broken at spaces and between Chinese signs."""
    lines, line = [], ""
    for piece in _list_pieces(text):
        if line and measure_text(line + piece.rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def _list_pieces(text: str) -> list[str]:
    pieces = [""]
    for sign in text:
        if ord(sign) > WIDE_SIGNS or pieces[-1].endswith(" "):
            pieces.append(sign)
        else:
            pieces[-1] += sign
    return pieces
