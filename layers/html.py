"""Values as script text that nothing can break out of."""

from __future__ import annotations

import json
import re

# Beside the signs that HTML knows: U+2028 and U+2029 end a line inside a script, the backtick
# opens a template string, and the apostrophe would let text pass for one of Folium's references.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SCRIPT_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'`\u2028\u2029"}


def script_json(value: object) -> str:
    """JSON that is safe inside a ``<script>`` element and as a JavaScript expression.

    Raises
    ------
    ValueError
        If `value` holds a number that JSON has no word for, such as NaN.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Folium reads what an element renders as a template once more: a brace that opens an
    # expression there must not come from a name.
    text = _STRING.sub(lambda match: match[0].replace("{", "\\u007b"), text)
    return text.translate(_SCRIPT_ESCAPES)
