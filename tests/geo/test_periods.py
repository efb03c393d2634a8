"""Whether a period is over on a day, and how it is said."""

from datetime import date

import pytest

from geo.periods import is_over, name_period


@pytest.mark.parametrize(
    ("ends", "day", "wanted"),
    [
        ("2010", date(2010, 12, 31), False),
        ("2010", date(2011, 1, 1), True),
        ("2006-10", date(2006, 10, 31), False),
        ("2006-10", date(2006, 11, 1), True),
        ("2006-10-05", date(2006, 10, 5), False),
        ("2006-10-05", date(2006, 10, 6), True),
        (None, date(2999, 1, 1), False),  # no end is known
    ],
)
def test_a_period_is_over_when_its_last_day_is(ends, day, wanted) -> None:
    assert is_over(ends, day) is wanted


@pytest.mark.parametrize(
    ("begins", "ends", "lang", "day", "wanted"),
    [
        ("2006", "2010", "en", date(2010, 5, 1), "2006–2010"),
        ("2006", "2010", "zh", date(2026, 5, 1), "2006–2010（已届满）"),
        (None, "2017", "en", date(2026, 5, 1), "to 2017 (over)"),
        (None, "2006-10", "zh", date(2006, 5, 1), "至2006-10"),
        (None, None, "en", date(2026, 5, 1), None),
    ],
)
def test_a_period_in_words(begins, ends, lang, day, wanted) -> None:
    assert name_period(begins, ends, lang, day) == wanted
