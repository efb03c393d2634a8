"""Bytes → text: the encodings that spreadsheets and web tools in China really write."""

from charset_normalizer import from_bytes

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "cp1252")
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SAMPLE = 1 << 16


def decode_text(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its encoding; `encoding` is the reader's own word.

    A byte that fits nowhere becomes U+FFFD: no row is lost for it.
    """
    mark = next((name for sign, name in MARKS.items() if data.startswith(sign)), None)
    for name in (encoding, mark, "utf-8", "gb18030", _guess_encoding(data)):
        try:
            if name:
                return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    name = encoding if encoding in ENCODINGS else "gb18030"
    return data.decode(name, errors="replace"), name


def _guess_encoding(data: bytes) -> str | None:
    best = from_bytes(data[:SAMPLE], cp_isolation=["big5", "cp1252"]).best()
    return best.encoding if best else None
