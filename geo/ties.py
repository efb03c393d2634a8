"""The rule for ties: what is equal when rounded is equal, and then the first by name leads.

The last bits of a computed number differ between processors. Numbers are therefore rounded to
`DECIMALS` before they are compared, and equal ones follow the order of their ids, or the stated
order of a table of ours (criteria, sectors). The same question so gives the same answer anywhere.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

DECIMALS = 9


def round_off(numbers: ArrayLike) -> NDArray[np.float64]:
    """Return numbers as they are compared: rounded to `DECIMALS`, without a negative zero."""
    rounded: NDArray[np.float64] = np.round(np.asarray(numbers, dtype=float), DECIMALS) + 0.0
    return rounded
