"""How long it took elsewhere: ranges of dated cases, never a middle value and never a forecast.

Two questions have an answer in the dates of migrations: how long a phase lasted, and how long it was from the
first dated moment in a phase to the go-live. A date may be known to the month or the year only, so each case
is itself a range.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.loading.handbook import Handbook
from macros.loading.planning.median import ENOUGH
from macros.model import Migration
from macros.model.fields import NOT_GIVEN
from macros.model.partial_date import PartialDate

DAYS_IN_A_MONTH = 30.44


@dataclass(frozen=True)
class Case:
    """One dated case: the months that it took at least and at most."""

    migration: Migration
    least: int
    most: int


@dataclass(frozen=True)
class Cases:
    """Every dated case of one question, the shortest first."""

    cases: tuple[Case, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough to speak of a range."""
        return len(self.cases) >= ENOUGH

    @property
    def half(self) -> tuple[int, int]:
        """The months between which the middle half of the cases lie."""
        quarter = len(self.cases) // 4
        return self.cases[quarter].least, self.cases[-1 - quarter].most


def lasted(handbook: Handbook, phase: str) -> Cases:
    """Return how long the phase lasted in each migration that dates its start and its end."""
    return _sorted(
        _case(move, PartialDate.parse(span.start), PartialDate.parse(span.end))
        for move in handbook.all(Migration)
        for span in move.timeline.spans
        if span.phase == phase and NOT_GIVEN not in (span.start, span.end)
    )


def to_go_live(handbook: Handbook, phase: str) -> Cases:
    """Return how long it was from the first dated moment in the phase to the go-live."""
    found = []
    for move in handbook.all(Migration):
        here = _moments(move, phase)
        live = [PartialDate.parse(stone.when) for stone in move.timeline.milestones if stone.go_live]
        if here and live and here[0].last <= live[0].first:
            found.append(_case(move, here[0], live[0]))
    return _sorted(found)


def _moments(move: Migration, phase: str) -> list[PartialDate]:
    dates = [stone.when for stone in move.timeline.milestones if stone.phase == phase and not stone.go_live]
    dates += [span.start for span in move.timeline.spans if span.phase == phase and span.start != NOT_GIVEN]
    return sorted(map(PartialDate.parse, dates), key=lambda date: date.first)


def _case(move: Migration, start: PartialDate, end: PartialDate) -> Case:
    least = (end.first - start.last).days
    most = (end.last - start.first).days
    return Case(move, max(0, round(least / DAYS_IN_A_MONTH)), round(most / DAYS_IN_A_MONTH))


def _sorted(cases: Iterable[Case]) -> Cases:
    return Cases(tuple(sorted(cases, key=lambda case: (case.least, case.most, case.migration.title))))
