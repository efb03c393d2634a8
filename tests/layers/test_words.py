import re

import pytest

from layers import style
from layers.words import word_keys, words


@pytest.mark.parametrize("key", word_keys())
def test_each_language_speaks_for_itself(key):
    chinese, english = words("zh")[key], words("en")[key]
    assert re.search(r"[\u4e00-\u9fff]", chinese) or key == "count"
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", english)


def test_everything_that_can_be_shown_has_a_word():
    needed = {f"layer.{name}" for name in style.LAYERS}
    needed |= {f"group.{layer.group}" for layer in style.LAYERS.values()}
    needed |= {f"kind.{kind}" for kind in (*style.PARK_SHAPES, *style.HUB_KINDS)}
    needed |= {f"kind.{kind}" for kind in style.BRAND_KINDS}
    needed |= {f"level.{level}" for level in style.PARK_LEVELS}
    needed |= {f"precision.{precision}" for precision in style.PRECISIONS}
    assert needed <= set(words("zh"))
    assert set(words("zh")) == set(words("en"))
