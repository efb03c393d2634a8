"""Colours of the pages: each from a palette, and text that can be read in both themes."""

import re
import tomllib
from dataclasses import asdict

import altair as alt
import pytest

from components import plot, shell
from geo.paths import ROOT
from layers.shades import DOCUMENT_SHADES
from layers.style import FONT, PALETTES, write_css_variables
from tests.contrast import contrast

THEMES = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
SHEET = shell.STYLE_SHEETS[0].read_text("utf-8")
SOFT = float(re.findall(r"--atlas-soft: color-mix\(in srgb, currentColor (\d+)%", SHEET)[0])
MARKS = (ROOT / "screens/industries/page.css").read_text("utf-8")
MARK = float(re.findall(r"var\(--document\) (\d+)%", MARKS)[0])


def mix(colour: str, percent: float, ground: str) -> str:
    """Return what `color-mix(in srgb, colour percent%, transparent)` gives on a ground."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    share = percent / 100
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@pytest.mark.parametrize("sheet", shell.STYLE_SHEETS, ids=lambda path: path.parent.name)
def test_a_page_names_no_colour_itself(sheet) -> None:
    text = sheet.read_text("utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)", text)
    used = set(re.findall(r"var\((--atlas-[a-z-]+)", text))
    own = set(re.findall(r"(--atlas-[a-z-]+):", SHEET + text))
    assert used <= own | set(re.findall(r"(--atlas-[a-z-]+):", write_css_variables()))


def test_each_colour_has_both_themes() -> None:
    text = write_css_variables()
    assert "--atlas-national: light-dark(#0072b2, #56b4e9);" in text
    names = [name for name, value in asdict(PALETTES["light"]).items() if isinstance(value, str)]
    assert text.count("light-dark(") == len(names)


@pytest.mark.parametrize("theme", PALETTES)
def test_text_on_the_pages_can_be_read(theme) -> None:
    palette, page = PALETTES[theme], THEMES[theme]
    text, ground = page["textColor"], page["backgroundColor"]
    pairs = {
        "badge and certain part": (palette.on_national, palette.national),
        "possible part": (text, mix(palette.national, 38, ground)),
        "chosen chip": (text, mix(palette.national, 18, ground)),
        "marked phrase": (text, mix(palette.brand, 28, ground)),
        **{
            f"mark of a document {shade}": (text, mix(shade, MARK, ground))
            for shade in DOCUMENT_SHADES
        },
        "sign of a difference": (palette.caution, mix(palette.brand, 8, ground)),
        "axis and legend": (palette.text_soft, ground),
        "soft words": (mix(text, SOFT, ground), ground),
        "soft words of a panel": (mix(text, SOFT, palette.panel), palette.panel),
        "main button": (palette.on_national, page["primaryColor"]),
    }
    faint = {name: contrast(*pair) for name, pair in pairs.items() if contrast(*pair) < 4.5}
    assert not faint


@pytest.mark.parametrize("theme", PALETTES)
def test_a_chart_has_the_colours_of_its_theme(theme) -> None:
    rows = alt.Chart(alt.Data(values=[{"x": 1, "y": "one"}]))
    text = plot.to_vega_lite(rows.mark_bar().encode(x="x:Q", y="y:N"))
    names = PALETTES[theme].text_soft
    config = plot.dress_chart(text, PALETTES[theme])["config"]
    assert {config[part]["labelColor"] for part in ("axis", "legend")} == {names}
    drawing = plot.render_svg(text, PALETTES[theme])
    assert f'fill="{names}"' in drawing
    assert FONT.partition(",")[0] in drawing


def test_the_font_is_one() -> None:
    assert THEMES["font"] == FONT
    assert FONT in (ROOT / "api/templates/base.html").read_text("utf-8")
    others = [
        path
        for room in ("api", "components", "layers", "screens")
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".py", ".html", ".css", ".svg", ".js"}
        and "YaHei" in path.read_text("utf-8")
    ]
    assert {path.relative_to(ROOT).as_posix() for path in others} == {
        "api/templates/base.html",
        "layers/style.py",
    }
