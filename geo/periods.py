"""The period for which a document or a target was meant, and whether it is over on a day."""

from datetime import date

from geo.i18n import Language, translator


def is_over(ends: str | None, today: date) -> bool:
    """Return whether a period that ends with this year, month or day is past on `today`.

    A period without a known end is not known to be over.

    >>> is_over("2017", date(2017, 12, 31)), is_over("2017", date(2018, 1, 1))
    (False, True)
    """
    return bool(ends) and today.isoformat()[: len(str(ends))] > str(ends)


def name_period(
    begins: str | None, ends: str | None, lang: Language, today: date | None = None
) -> str | None:
    """Return a period and, if so, that it is over; None where the text states none.

    >>> name_period("2006", "2010", "en", date(2026, 1, 1))
    '2006–2010 (over)'
    """
    if not ends:
        return None
    say = translator(lang)
    period = f"{begins}–{ends}" if begins else say("to {when}").format(when=ends)
    if is_over(ends, today or date.today()):
        return say("{period} (over)").format(period=period)
    return period
