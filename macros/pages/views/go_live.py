"""Migrations counted from their go-live, so that they can be compared whatever the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from macros.model import Migration
from macros.model.migration import Milestone
from macros.model.partial_date import PartialDate
from macros.pages.views.axis import TICKS
from macros.pages.views.registry import view

DAYS_IN_A_YEAR = 365.2425  # of the Gregorian calendar


@dataclass(frozen=True)
class Aligned:
    """A migration counted in years from its go-live: each milestone with its offset in years and its
    position.
    """

    migration: Migration
    marks: tuple[tuple[Milestone, float, float], ...]


@view
def align(migrations: Sequence[Migration]) -> tuple[list[Aligned], list[tuple[int, float]]]:
    """Return the migrations whose go-live is dated, aligned on it; and the years to mark on the axis, with
    positions.
    """
    dated = [(migration, day) for migration in migrations if (day := _go_live(migration))]
    offsets = [(migration, _offsets(migration, day)) for migration, day in dated]
    every = [years for _, marks in offsets for _, years in marks] or [0.0]
    low = floor(min(every))
    high = ceil(max(every))
    width = max(1, high - low)

    def place(years: float) -> float:
        return round((years - low) / width * 100, 2)

    step = max(1, round(width / TICKS))
    ticks = [(year, place(year)) for year in range(low, high + 1) if year % step == 0]
    # Adding nothing turns “-0.0” into “0.0”.
    aligned = [
        Aligned(
            migration, tuple((milestone, round(years, 1) + 0.0, place(years)) for milestone, years in marks)
        )
        for migration, marks in offsets
    ]
    return aligned, ticks


def _go_live(migration: Migration) -> date | None:
    days = (
        PartialDate.parse(milestone.when).first
        for milestone in migration.timeline.milestones
        if milestone.go_live
    )
    return next(days, None)


def _offsets(migration: Migration, go_live: date) -> list[tuple[Milestone, float]]:
    """Return each milestone with the years from the go-live to it."""
    return [
        (milestone, (PartialDate.parse(milestone.when).first - go_live).days / DAYS_IN_A_YEAR)
        for milestone in migration.timeline.milestones
    ]
