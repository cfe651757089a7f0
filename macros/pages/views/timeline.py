"""Timelines drawn to scale, from dates that may be known to the day, the month, the quarter, the year, or not
at all.

A position is a per cent of the axis. What a source does not date has no place of its own: it is drawn over
the whole stretch in which it may be, and marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from macros.loading.handbook import Handbook
from macros.model import Migration
from macros.model.fields import NOT_GIVEN
from macros.model.migration import Milestone, Span
from macros.model.partial_date import PartialDate
from macros.pages.views.axis import Axis
from macros.pages.views.registry import view


@dataclass(frozen=True)
class Bar:
    """A span on the axis. Between `solid` it ran for certain; between `start` and `end` it may have.

    `dated` is False when the source gives no date at all, and `open` is True when it gives no end and nothing
    after it is dated.
    """

    span: Span
    start: float
    end: float
    solid: tuple[float, float] | None
    dated: bool
    open: bool


@dataclass(frozen=True)
class Mark:
    """A milestone on the axis, somewhere between `start` and `end`."""

    milestone: Milestone
    start: float
    end: float

    @property
    def middle(self) -> float:
        """Where its sign is drawn."""
        return round((self.start + self.end) / 2, 2)


@dataclass(frozen=True)
class Drawing:
    """One migration on an axis."""

    migration: Migration
    axis: Axis
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@view
def draw(migration: Migration, axis: Axis | None = None) -> Drawing:
    """Return a migration's timeline, on its own axis unless one is given."""
    axis = axis or axis_of([migration])
    spans = migration.timeline.spans
    bars = tuple(_bar(axis, span, spans[:index], spans[index + 1 :]) for index, span in enumerate(spans))
    marks = tuple(_mark(axis, milestone) for milestone in migration.timeline.milestones)
    return Drawing(migration, axis, bars, marks)


@view
def on_one_axis(handbook: Handbook, migration: Migration) -> Drawing:
    """Return a migration's timeline on the axis of them all."""
    return draw(migration, _axis_of_all(handbook))


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def _axis_of_all(handbook: Handbook) -> Axis:
    return axis_of(handbook.all(Migration))


@view
def compare(migrations: Sequence[Migration]) -> list[Drawing]:
    """Return every migration on one axis, the earliest first."""
    axis = axis_of(migrations)

    def order(drawing: Drawing) -> tuple[date, str]:
        days = [known.first for known in _dates(drawing.migration)]
        return min(days, default=axis.last), drawing.migration.title

    return sorted((draw(migration, axis) for migration in migrations), key=order)


def axis_of(migrations: Iterable[Migration]) -> Axis:
    """Return the whole years that hold everything that is dated."""
    dates = [known for migration in migrations for known in _dates(migration)]
    if not dates:
        return Axis(date(2000, 1, 1), date(2001, 1, 1))
    first = min(known.first for known in dates)
    last = max(known.last for known in dates)
    return Axis(date(first.year, 1, 1), date(last.year + 1, 1, 1))


def _mark(axis: Axis, milestone: Milestone) -> Mark:
    known = PartialDate.parse(milestone.when)
    return Mark(milestone, axis.at(known.first), axis.at(known.after))


def _bar(axis: Axis, span: Span, before: Sequence[Span], after: Sequence[Span]) -> Bar:
    start = _known(span.start)
    end = _known(span.end)
    early, late = _stretch(axis, span, before, after)
    surely = start is not None and end is not None and end.first > start.last
    return Bar(
        span,
        axis.at(early),
        axis.at(late),
        (axis.at(start.after), axis.at(end.first)) if start and end and surely else None,
        dated=bool(start or end),
        open=end is None and _earliest(after) is None,
    )


def _stretch(axis: Axis, span: Span, before: Sequence[Span], after: Sequence[Span]) -> tuple[date, date]:
    """Return the first and the last day on which `span` may have run, from its own dates and those around
    it.
    """
    start = _known(span.start)
    end = _known(span.end)
    early = start.first if start else _latest(before) or axis.first
    late = end.after if end else _earliest(after) or axis.last
    if late >= early:
        return early, late
    # The spans around it overlap, so nothing is known but its own dates.
    if start is None:
        early = min(early, end.first if end else late)
    if end is None:
        late = max(late, start.after if start else early)
    return early, late


def _known(text: str) -> PartialDate | None:
    return None if text == NOT_GIVEN else PartialDate.parse(text)


def _dates_of(span: Span) -> Iterator[PartialDate]:
    return filter(None, (_known(span.start), _known(span.end)))


def _latest(spans: Sequence[Span]) -> date | None:
    """Return the last day that the spans before are known to reach."""
    return max((known.first for span in spans for known in _dates_of(span)), default=None)


def _earliest(spans: Sequence[Span]) -> date | None:
    """Return the first day at which a later span is known to be under way."""
    return min((known.after for span in spans for known in _dates_of(span)), default=None)


def _dates(migration: Migration) -> list[PartialDate]:
    milestones = [PartialDate.parse(milestone.when) for milestone in migration.timeline.milestones]
    return milestones + [known for span in migration.timeline.spans for known in _dates_of(span)]
