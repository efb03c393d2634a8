"""The page that the browser is given first asks at once for what every page needs."""

import re

from components.early_scripts import KINDS
from components.front_page import STATIC, write_front_page

PRELOAD = re.compile(r'<link rel="modulepreload" crossorigin href="\./(static/js/[^"]+)">')


def test_the_kinds_that_every_page_has_are_asked_for_with_all_they_import() -> None:
    page = write_front_page()
    paths = PRELOAD.findall(page)
    assert len(paths) == len(set(paths))
    for kind in KINDS:
        assert any(path.startswith(f"static/js/{kind}.") for path in paths)
    for path in paths:
        for imported in re.findall(r'(?:from|import)"\./([^"]+)"', (STATIC / path).read_text()):
            assert imported in page
