"""The median of a few cases, with an interval that is exact whatever the cases look like.

The interval lies between two of the cases themselves. How sure it is follows from tossing a coin for each
case, whether it lies below the true median or above: no average and no assumed shape is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

ENOUGH = 8  # cases; fewer say more about chance than about the work
SURE = 0.95


@dataclass(frozen=True)
class Median:
    """The median of cases that are ranges themselves, each from a lowest to a highest value.

    `low` to `high` is where it lies, as exactly as the cases are known. `least` to `most` is the interval,
    and `sure` how likely such an interval holds the true median.
    """

    low: float
    high: float
    least: float
    most: float
    sure: float


def ranks(cases: int, sure: float = SURE) -> tuple[int, int, float] | None:
    """Return the narrowest pair of cases, counted from 1 and as far from both ends, that is `sure` enough.

    The third value is how sure it really is. None where even the two outermost cases are not enough.
    """
    found = None
    for rank in range(1, cases // 2 + 1):
        reached = 1 - 2 * sum(comb(cases, below) for below in range(rank)) / 2**cases
        if reached < sure:
            break
        found = rank, cases + 1 - rank, reached
    return found


def median(cases: Sequence[tuple[float, float]]) -> Median | None:
    """Return the median of cases given as lowest and highest value; None for fewer than enough."""
    between = ranks(len(cases)) if len(cases) >= ENOUGH else None
    if between is None:
        return None
    lowest = sorted(low for low, _ in cases)
    highest = sorted(high for _, high in cases)
    first, last, sure = between
    return Median(_middle(lowest), _middle(highest), lowest[first - 1], highest[last - 1], sure)


def _middle(values: Sequence[float]) -> float:
    """Return the middle of sorted values: the one in the middle, or what lies half-way between the two."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
