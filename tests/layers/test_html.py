import json

import pytest

from layers import html


def test_script_json_comes_back_and_cannot_leave_its_script(hostile):
    text = html.script_json({"name": hostile, "list": [1, None, True]})
    assert json.loads(text) == {"name": hostile, "list": [1, None, True]}
    assert not set("<>&'`\u2028\u2029") & set(text)


def test_script_json_refuses_numbers_without_a_word():
    with pytest.raises(ValueError, match="not JSON compliant"):
        html.script_json({"area": float("nan")})
