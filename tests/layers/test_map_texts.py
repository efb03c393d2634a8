import re

import pytest

from layers import style
from layers.map_texts import list_text_keys, map_texts


@pytest.mark.parametrize("key", list_text_keys())
def test_each_language_speaks_for_itself(key):
    chinese, english = map_texts("zh")[key], map_texts("en")[key]
    assert re.search(r"[\u4e00-\u9fff]", chinese) or key == "count"
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", english)


def test_everything_that_can_be_shown_has_a_word():
    needed = {f"layer.{name}" for name in style.LAYERS}
    needed |= {f"group.{layer.group}" for layer in style.LAYERS.values()}
    needed |= {f"kind.{kind}" for kind in (*style.PARK_SHAPES, *style.HUB_KINDS)}
    needed |= {f"kind.{kind}" for kind in style.BRAND_KINDS}
    needed |= {f"level.{level}" for level in style.PARK_LEVELS}
    needed |= {f"precision.{precision}" for precision in style.PRECISIONS}
    assert needed <= set(map_texts("zh"))
    assert set(map_texts("zh")) == set(map_texts("en"))
