"""Timelines drawn to scale from dates that may be known to the day, the month, the quarter, the year, or not at all.

A position is a per cent of the axis. What a source does not date is never given a place of its own: it is drawn
over the whole stretch in which it may lie, and marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from macros.model.fields import NOT_GIVEN
from macros.model.partial_date import PartialDate

DAYS = 365.2425
FEW_YEARS = 2


@dataclass(frozen=True)
class Axis:
    """A stretch of whole years; `ticks` are the days to mark, with their positions: years, or months when there are few years."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """The position of a day, in per cent, kept on the axis."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(min(1.0, max(0.0, share)) * 100, 2)

    @property
    def in_years(self) -> bool:
        return self.last.year - self.first.year > FEW_YEARS

    @property
    def ticks(self) -> list[tuple[date, float]]:
        years = self.last.year - self.first.year
        step = 12 * max(1, round(years / 8)) if self.in_years else 3 * years
        days = (
            date(self.first.year + passed // 12, passed % 12 + 1, 1)
            for passed in range(0, 12 * years + 1, step)
        )
        return [(day, self.at(day)) for day in days]


@dataclass(frozen=True)
class Bar:
    """A span on the axis. Between `solid` it surely ran; between `start` and `end` it may have. `dated` is False when
    the source gives no date at all, `open` when it gives no end and nothing after it is dated.
    """

    span: Any
    start: float
    end: float
    solid: tuple[float, float] | None
    dated: bool
    open: bool


@dataclass(frozen=True)
class Mark:
    """A milestone on the axis, somewhere between `start` and `end`."""

    milestone: Any
    start: float
    end: float

    @property
    def middle(self) -> float:
        return round((self.start + self.end) / 2, 2)


@dataclass(frozen=True)
class Drawing:
    """One migration on an axis."""

    migration: Any
    axis: Axis
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


def draw(migration: Any, axis: Axis | None = None) -> Drawing:
    """A migration's timeline, on its own axis unless one is given."""
    axis = axis or axis_of([migration])
    spans = migration.timeline.spans
    bars = tuple(_bar(axis, spans, index) for index in range(len(spans)))
    marks = tuple(
        Mark(m, axis.at(d.first), axis.at(d.after))
        for m in migration.timeline.milestones
        for d in [PartialDate.parse(m.when)]
    )
    return Drawing(migration, axis, bars, marks)


def axis_of(migrations: Iterable[Any]) -> Axis:
    """Whole years that hold everything that is dated."""
    dates = [d for m in migrations for d in _dates(m)]
    if not dates:
        return Axis(date(2000, 1, 1), date(2001, 1, 1))
    return Axis(date(min(d.first for d in dates).year, 1, 1), date(max(d.last for d in dates).year + 1, 1, 1))


def compare(migrations: list[Any]) -> list[Drawing]:
    """Every migration on one axis, the earliest first."""
    axis = axis_of(migrations)
    return sorted(
        (draw(m, axis) for m in migrations),
        key=lambda d: (min([x.first for x in _dates(d.migration)], default=axis.last), d.migration.title),
    )


@dataclass(frozen=True)
class Aligned:
    """A migration counted in years from its go-live: each milestone with its offset in years and its position."""

    migration: Any
    marks: tuple[tuple[Any, float, float], ...]


def align(migrations: list[Any]) -> tuple[list[Aligned], list[tuple[int, float]]]:
    """Migrations whose go-live is dated, aligned on it; and the years to mark on the axis, with positions."""
    offsets: list[tuple[Any, list[tuple[Any, float]]]] = []
    for migration in migrations:
        live = next(
            (PartialDate.parse(m.when).first for m in migration.timeline.milestones if m.go_live), None
        )
        if live:
            offsets.append(
                (
                    migration,
                    [
                        (m, (PartialDate.parse(m.when).first - live).days / DAYS)
                        for m in migration.timeline.milestones
                    ],
                )
            )
    every = [years for _, marks in offsets for _, years in marks] or [0.0]
    low, high = int(min(every) // 1), int(-(-max(every) // 1))
    width = max(1, high - low)

    def place(years: float) -> float:
        return round((years - low) / width * 100, 2)

    step = max(1, round(width / 8))
    ticks = [(year, place(year)) for year in range(low, high + 1) if year % step == 0]
    # Adding nothing turns “-0.0” into “0.0”.
    return [
        Aligned(m, tuple((stone, round(years, 1) + 0.0, place(years)) for stone, years in marks))
        for m, marks in offsets
    ], ticks


def _bar(axis: Axis, spans: tuple[Any, ...], index: int) -> Bar:
    span = spans[index]
    start = None if span.start == NOT_GIVEN else PartialDate.parse(span.start)
    end = None if span.end == NOT_GIVEN else PartialDate.parse(span.end)
    early = start.first if start else _latest(spans[:index]) or axis.first
    late = end.after if end else _earliest(spans[index + 1 :]) or axis.last
    if late < early:  # what stands around overlaps: nothing is known but its own dates
        early = start.first if start else min(early, end.first if end else late)
        late = end.after if end else max(late, start.after if start else early)
    bar = Bar(
        span,
        axis.at(early),
        axis.at(late),
        None,
        bool(start or end),
        end is None and _earliest(spans[index + 1 :]) is None,
    )
    if start and end and end.first > start.last:
        return replace(bar, solid=(axis.at(start.after), axis.at(end.first)))
    return bar


def _latest(spans: tuple[Any, ...]) -> date | None:
    """The last day that the spans before are known to reach."""
    known = [PartialDate.parse(d).first for s in spans for d in (s.start, s.end) if d != NOT_GIVEN]
    return max(known, default=None)


def _earliest(spans: tuple[Any, ...]) -> date | None:
    """The first day at which a later span is known to be under way."""
    known = [PartialDate.parse(d).after for s in spans for d in (s.start, s.end) if d != NOT_GIVEN]
    return min(known, default=None)


def _dates(migration: Any) -> list[PartialDate]:
    written = [m.when for m in migration.timeline.milestones]
    written += [d for s in migration.timeline.spans for d in (s.start, s.end) if d != NOT_GIVEN]
    return [PartialDate.parse(text) for text in written]
