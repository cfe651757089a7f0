"""How long it took elsewhere, and how much it cost: every migration whose sources give both ends is one case.

A date may be known to the month or the year only, so each case is itself a range. Cases are never a forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.loading.handbook import Handbook
from macros.loading.planning.median import ENOUGH, Median, median
from macros.model import Migration
from macros.model.fields import NOT_GIVEN
from macros.model.partial_date import PartialDate

DAYS_IN_A_MONTH = 30.44
# Each question: its name in the labels, and the types of milestone from which and to which it counts.
LENGTHS = (("to_live", "decided", "live"), ("late", "planned", "live"), ("in_use", "live", "ended"))
COST = "cost"


@dataclass(frozen=True)
class Case:
    """One case: a value in months, or in planned costs, of which the least and the most are known."""

    migration: Migration
    least: float
    most: float

    @property
    def middle(self) -> float:
        """Half-way between the least and the most, where a dot is drawn."""
        return (self.least + self.most) / 2


@dataclass(frozen=True)
class Cases:
    """One question by its name, with all its cases in order, the smallest first."""

    name: str
    cases: tuple[Case, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough to speak of a range."""
        return len(self.cases) >= ENOUGH

    @property
    def half(self) -> tuple[float, float]:
        """The values between which the middle half of the cases lie."""
        quarter = len(self.cases) // 4
        return self.cases[quarter].least, self.cases[-1 - quarter].most

    @property
    def median(self) -> Median | None:
        """The median with its interval; None where the cases are too few."""
        return median([(case.least, case.most) for case in self.cases])


def lasted(handbook: Handbook, phase: str) -> Cases:
    """Return how long the phase lasted in each migration that dates its start and its end."""
    return _cases(
        "lasted",
        (
            _months(move, PartialDate.parse(span.start), PartialDate.parse(span.end), at_least=0)
            for move in handbook.all(Migration)
            for span in move.timeline.spans
            if span.phase == phase and NOT_GIVEN not in (span.start, span.end)
        ),
    )


def to_go_live(handbook: Handbook, phase: str) -> Cases:
    """Return how long it was from the first dated moment in the phase to the go-live."""
    found = []
    for move in handbook.all(Migration):
        here = _moments(move, phase)
        live = [PartialDate.parse(stone.when) for stone in move.timeline.milestones if stone.go_live]
        if here and live and here[0].last <= live[0].first:
            found.append(_months(move, here[0], live[0], at_least=0))
    return _cases("to_go_live", found)


def questions(handbook: Handbook) -> list[Cases]:
    """Return every question about whole migrations with its cases, those about time first."""
    lengths = [_cases(name, _lengths(handbook, start, end)) for name, start, end in LENGTHS]
    return [*lengths, _cases(COST, _costs(handbook))]


def _cases(name: str, cases: Iterable[Case]) -> Cases:
    return Cases(name, tuple(sorted(cases, key=lambda case: (case.middle, case.migration.title))))


def _months(move: Migration, start: PartialDate, end: PartialDate, at_least: float | None = None) -> Case:
    """Return the months from one date to another. They are less than none where the second came first."""
    least = (end.first - start.last).days / DAYS_IN_A_MONTH
    most = (end.last - start.first).days / DAYS_IN_A_MONTH
    return Case(move, least if at_least is None else max(at_least, least), most)


def _moments(move: Migration, phase: str) -> list[PartialDate]:
    dates = [stone.when for stone in move.timeline.milestones if stone.phase == phase and not stone.go_live]
    dates += [span.start for span in move.timeline.spans if span.phase == phase and span.start != NOT_GIVEN]
    return sorted(map(PartialDate.parse, dates), key=lambda date: date.first)


def _lengths(handbook: Handbook, start: str, end: str) -> Iterator[Case]:
    """Yield the months from the first milestone of one type to the first of another."""
    for move in handbook.all(Migration):
        first = _first(move, start)
        last = _first(move, end)
        if first and last:
            yield _months(move, first, last)


def _first(move: Migration, sort: str) -> PartialDate | None:
    dates = [PartialDate.parse(stone.when) for stone in move.timeline.milestones if stone.type == sort]
    return min(dates, key=lambda date: date.first, default=None)


def _costs(handbook: Handbook) -> Iterator[Case]:
    """Yield how many times the planned cost the final cost was, where both are in one currency."""
    for move in handbook.all(Migration):
        if move.budget is None:
            continue
        currency, planned = _sum(move.budget.planned.amount)
        other, final = _sum(move.budget.final.amount)
        if currency == other and planned:
            yield Case(move, float(final / planned), float(final / planned))


def _sum(amount: str) -> tuple[str, Decimal]:
    """Return the currency and the millions of an amount."""
    currency, _, millions = amount.partition(" ")
    return currency, Decimal(millions.removesuffix("m"))
