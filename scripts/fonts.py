"""See that the browser of the tests can write Chinese; a bare Debian has no font that does."""

from __future__ import annotations

import shutil

from scripts.messages import SetupError, say
from scripts.processes import install_with_apt, run

PACKAGE = "fonts-noto-cjk"


def has_chinese_font() -> bool:
    """Return whether a font for Chinese is there; where nobody lists fonts, the system has one."""
    program = shutil.which("fc-list")
    return program is None or bool(run([program, ":lang=zh", "family"]).output.strip())


def ensure_chinese_font() -> None:
    """Install a font for Chinese when there is none.

    Raises
    ------
    SetupError
        When there is none and none can be installed.
    """
    if has_chinese_font():
        return
    say("installing-font")
    outcome = install_with_apt(PACKAGE)
    if not has_chinese_font():
        raise SetupError("no-font", package=PACKAGE, detail=outcome.tail)
