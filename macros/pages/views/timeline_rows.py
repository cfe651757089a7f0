"""What a timeline says beside its drawing: spans that share a row, their length, moves to show first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.loading.handbook import Handbook
from macros.model import Migration
from macros.model.fields import NOT_GIVEN
from macros.model.migration import Span
from macros.model.partial_date import PartialDate
from macros.pages.views.registry import view
from macros.pages.views.timeline import Bar, Drawing

FIRST = 8  # as many moves as fit on one screen
DAYS_IN_A_MONTH = 30.436875


@dataclass(frozen=True)
class Length:
    """How long a span took. It is `exact` when both its days are known."""

    years: int
    months: int
    exact: bool


@view
def lanes(drawing: Drawing) -> list[tuple[Bar, ...]]:
    """Return the bars of a drawing row by row: those without any date that follow each other share one."""
    rows: list[tuple[Bar, ...]] = []
    for dated, bars in groupby(drawing.bars, key=lambda bar: bar.dated):
        together = tuple(bars)
        rows += [(bar,) for bar in together] if dated else [together]
    return rows


@view
def length(span: Span) -> Length | None:
    """Return how long a span took, or None when an end has no date or it took less than half a month."""
    if NOT_GIVEN in (span.start, span.end):
        return None
    start = PartialDate.parse(span.start)
    end = PartialDate.parse(span.end)
    days = (_middle(end) - _middle(start)) / 2
    months = round(days / DAYS_IN_A_MONTH)
    if months < 1:
        return None
    exact = start.precision == end.precision == "day"
    return Length(*divmod(months, 12), exact) if months >= 24 else Length(0, months, exact)


@view
def stretch(migration: Migration) -> tuple[str, str]:
    """Return the first and the last date that a migration gives, as they are written; empty without dates."""
    dates = sorted(_written(migration), key=lambda text: _middle(PartialDate.parse(text)))
    return (dates[0], dates[-1]) if dates else ("", "")


@view
def moves_first(handbook: Handbook, drawings: Sequence[Drawing]) -> tuple[list[Drawing], list[Drawing]]:
    """Return the drawings to show first, and all others: the framework's own move, then those whose go-live
    is known and that have the most dates. Each part keeps its order.
    """
    key = handbook.framework.key_migration

    def weight(drawing: Drawing) -> tuple[bool, bool, int]:
        live = any(mark.milestone.go_live for mark in drawing.marks)
        return drawing.migration.id != key, not live, -len(list(_written(drawing.migration)))

    chosen = {drawing.migration.id for drawing in sorted(drawings, key=weight)[:FIRST]}
    return (
        [drawing for drawing in drawings if drawing.migration.id in chosen],
        [drawing for drawing in drawings if drawing.migration.id not in chosen],
    )


def _middle(known: PartialDate) -> int:
    """Return twice the middle of the days that a date may be."""
    return known.first.toordinal() + known.last.toordinal()


def _written(migration: Migration) -> Iterable[str]:
    """Yield every date of a migration."""
    yield from (milestone.when for milestone in migration.timeline.milestones)
    for span in migration.timeline.spans:
        yield from (text for text in (span.start, span.end) if text != NOT_GIVEN)
