import json

import pytest

from layers import html, style


def test_escape_leaves_no_markup(hostile):
    escaped = html.escape(hostile)
    assert not set("<>'\"`") & set(escaped)


def test_escape_of_nothing_is_empty():
    assert html.escape(None) == ""
    assert html.escape(0) == "0"


def test_script_json_comes_back_and_cannot_leave_its_script(hostile):
    text = html.script_json({"name": hostile, "list": [1, None, True]})
    assert json.loads(text) == {"name": hostile, "list": [1, None, True]}
    assert not set("<>&'`\u2028\u2029") & set(text)


def test_script_json_refuses_numbers_without_a_word():
    with pytest.raises(ValueError, match="not JSON compliant"):
        html.script_json({"area": float("nan")})


@pytest.mark.parametrize("theme", style.PALETTES)
@pytest.mark.parametrize("kind", style.PARK_SHAPES)
def test_every_kind_has_a_swatch(kind, theme):
    for level in style.PARK_LEVELS:
        assert html.park_swatch(kind, level, theme).startswith("<svg aria-hidden")


@pytest.mark.parametrize("kind", style.HUB_KINDS)
def test_every_hub_has_a_swatch(kind):
    assert html.hub_swatch(kind).count("<path") == 2


@pytest.mark.parametrize("number", range(4))
def test_every_belt_has_a_swatch(number):
    assert style.PALETTES["dark"].belts[number] in html.belt_swatch(number, "dark")
