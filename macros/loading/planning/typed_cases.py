"""How long and how much: every migration whose sources give both ends, as one case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from macros.loading.handbook import Handbook
from macros.loading.planning.dated_cases import DAYS_IN_A_MONTH
from macros.loading.planning.median import Median, median
from macros.model import Migration
from macros.model.partial_date import PartialDate

# Each question: its name in the labels, and the types of milestone from which and to which it counts.
LENGTHS = (("to_live", "decided", "live"), ("late", "planned", "live"), ("in_use", "live", "ended"))
COST = "cost"


@dataclass(frozen=True)
class TypedCase:
    """One case: a value in months, or in planned costs, of which the least and the most are known."""

    migration: Migration
    least: float
    most: float

    @property
    def middle(self) -> float:
        """Half-way between the least and the most, where a dot is drawn."""
        return (self.least + self.most) / 2


@dataclass(frozen=True)
class Question:
    """One question, with all its cases in order, the smallest first."""

    name: str
    cases: tuple[TypedCase, ...]

    @property
    def median(self) -> Median | None:
        """The median with its interval; None where the cases are too few."""
        return median([(case.least, case.most) for case in self.cases])


def questions(handbook: Handbook) -> list[Question]:
    """Return every question with its cases, those about time first."""
    lengths = [
        _question(handbook, name, partial(_length, start=start, end=end)) for name, start, end in LENGTHS
    ]
    return [*lengths, _question(handbook, COST, _times)]


def _question(
    handbook: Handbook, name: str, measure: Callable[[Migration], tuple[float, float] | None]
) -> Question:
    found = [(move, measure(move)) for move in handbook.all(Migration)]
    cases = [TypedCase(move, *value) for move, value in found if value is not None]
    return Question(name, tuple(sorted(cases, key=lambda case: (case.middle, case.migration.title))))


def _length(move: Migration, start: str, end: str) -> tuple[float, float] | None:
    """Return the months from the first milestone of one type to the first of another.

    They are less than none where the second came first.
    """
    first = _first(move, start)
    last = _first(move, end)
    if first is None or last is None:
        return None
    least = (last.first - first.last).days / DAYS_IN_A_MONTH
    most = (last.last - first.first).days / DAYS_IN_A_MONTH
    return least, most


def _first(move: Migration, sort: str) -> PartialDate | None:
    dates = [PartialDate.parse(stone.when) for stone in move.timeline.milestones if stone.type == sort]
    return min(dates, key=lambda date: date.first, default=None)


def _times(move: Migration) -> tuple[float, float] | None:
    """Return how many times the planned cost the final cost was, where both are in one currency."""
    if move.budget is None:
        return None
    currency, planned = _sum(move.budget.planned.amount)
    other, final = _sum(move.budget.final.amount)
    if currency != other or not planned:
        return None
    return float(final / planned), float(final / planned)


def _sum(amount: str) -> tuple[str, Decimal]:
    """Return the currency and the millions of an amount."""
    currency, _, millions = amount.partition(" ")
    return currency, Decimal(millions.removesuffix("m"))
