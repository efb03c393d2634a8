"""Answers worked out once: about the atlas for all, about a reader's own rows with their holder.

So the latter go away with the rows and reach nobody else.
"""

from collections.abc import Callable
from functools import lru_cache, partial, wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 64  # answers of each function, the last ones asked for
_forget: dict[Callable[..., Any], Callable[[], None]] = {}


class AnswerHolder:
    """What holds rows of a reader's own, and with them every answer about them."""

    def __init__(self) -> None:
        self._answers: dict[Callable[..., Any], Callable[..., Any]] = {}

    def remember(self, compute: Callable[..., T]) -> Callable[..., T]:
        """Return `compute` for these rows, each answer worked out once."""
        if compute not in self._answers:
            self._answers[compute] = lru_cache(maxsize=KEPT)(partial(compute, own_rows=self))
        return self._answers[compute]


def remembered(compute: Callable[P, T]) -> Callable[P, T]:
    """Keep the answers of a function, by its arguments, which must be hashable.

    The function may take the keyword `own_rows`, an AnswerHolder: then the answer is kept there.
    What is returned is shared by all who ask, and to be read only.

    Examples
    --------
    >>> @remembered
    ... def count_parks(level: str, *, own_rows: AnswerHolder | None = None) -> list[str]:
    ...     return [level]
    >>> count_parks("national") is count_parks("national")
    True
    >>> mine, theirs = AnswerHolder(), AnswerHolder()
    >>> count_parks("national", own_rows=mine) is count_parks("national", own_rows=theirs)
    False
    """
    for_all = lru_cache(maxsize=KEPT)(compute)

    @wraps(compute)
    def answer(*arguments: P.args, **options: P.kwargs) -> T:
        own_rows = options.pop("own_rows", None)
        if own_rows is None:
            return for_all(*arguments, **options)  # type: ignore[arg-type]
        assert isinstance(own_rows, AnswerHolder)  # noqa: S101 - for the type checker
        return own_rows.remember(compute)(*arguments, **options)

    _forget[answer] = for_all.cache_clear
    return answer


def forget_shared_answers(*functions: Callable[..., Any]) -> None:
    """Forget what remembered functions keep for all: to measure how long an answer takes."""
    for function in functions:
        _forget[function]()
