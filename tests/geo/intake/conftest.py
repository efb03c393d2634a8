"""What the tests of the intake share."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from geo.intake.judging.interpretation import suggest_interpretation
from geo.intake.judging.row_judgement import judge_rows
from geo.intake.judging.upload_verdicts import Verdicts
from geo.intake.reading import readers
from geo.paths import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
Judge = Callable[..., Verdicts]


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return FIXTURES


@pytest.fixture
def judge() -> Judge:
    """Read a fixture, or text as CSV, and judge its rows as the file itself suggests."""

    def judge(source: str, *, name: str = "", system: str = "WGS 84", **choice: object) -> Verdicts:
        path = FIXTURES / source
        known = "\n" not in source and path.is_file()
        data = path.read_bytes() if known else source.encode()
        upload = readers.read_upload(path.name if known else name or "table.csv", data)
        asked = suggest_interpretation(upload)
        return judge_rows(upload, replace(asked, system=asked.system or system, **choice))

    return judge


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
