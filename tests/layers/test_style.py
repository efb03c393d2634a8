import itertools
import re
from dataclasses import asdict

import pytest

from geo.models import ParkKind
from layers import style
from tests.contrast import contrast

GROUNDS = ("land", "neighbour", "sea", "panel")


@pytest.mark.parametrize("theme", style.PALETTES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_outlines_stand_out_from_every_ground(theme, ground):
    palette = asdict(style.PALETTES[theme])
    for line in ("outline", "province_line", "selected", "hub_glyph"):
        assert contrast(palette[line], palette[ground]) >= 3, line


@pytest.mark.parametrize("theme", style.PALETTES)
def test_lines_and_shades_stand_out_from_the_land(theme):
    palette = style.PALETTES[theme]
    for colour in (*palette.belts, palette.shade, palette.seat, palette.prefecture_line):
        assert contrast(colour, palette.land) >= 3, colour


@pytest.mark.parametrize("theme", style.PALETTES)
def test_text_can_be_read(theme):
    palette = style.PALETTES[theme]
    for ground, text in itertools.product(
        (palette.land, palette.panel, palette.halo), (palette.text, palette.text_soft)
    ):
        assert contrast(text, ground) >= 4.5


def test_numbers_on_printed_signs_can_be_read():
    palette = style.PALETTES["light"]
    for ground in (palette.national, palette.caution):
        assert contrast(palette.on_national, ground) >= 4.5


@pytest.mark.parametrize("theme", style.PALETTES)
def test_outline_holds_against_what_it_surrounds(theme):
    palette = style.PALETTES[theme]
    lightest = {"light": palette.provincial, "dark": palette.provincial}[theme]
    assert contrast(palette.outline, lightest) >= 3
    assert contrast(palette.national, palette.provincial) >= 2


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_every_kind_of_the_tables_has_its_own_shape():
    kinds = ParkKind.__args__
    assert set(style.PARK_SHAPES) == set(kinds)
    assert len(set(style.PARK_SHAPES.values())) == len(kinds)
    assert set(style.PARK_SHAPES.values()) <= set(style.SHAPES)


def test_every_hub_has_a_glyph():
    assert set(style.GLYPHS) == set(style.HUB_KINDS)


def test_belts_differ_without_colour():
    assert len({belt.dash for belt in style.BELT_STYLES}) == 4
    assert len({belt.hatch for belt in style.BELT_STYLES}) == 4


@pytest.mark.parametrize("path", [*style.SHAPES.values(), *style.GLYPHS.values()])
def test_outlines_are_closed_paths_in_their_box(path):
    assert path.startswith("M")
    assert path.endswith("Z")
    assert max(abs(float(number)) for number in re.findall(r"-?\d*\.?\d+", path)) <= 1.25
