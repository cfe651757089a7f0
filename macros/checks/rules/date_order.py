"""Ends follow starts, milestones lie in order, and nothing in the past lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Lesson, Migration, Record
from macros.model.fields import NOT_GIVEN, FieldPath
from macros.model.partial_date import PartialDate

STALE_AFTER_DAYS = 3 * 366
FUTURE = "this day has not come yet."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each date that contradicts another."""
    for migration in world.handbook.all(Migration):
        yield from _spans(world, migration)
        yield from _milestones(world, migration)
    for record in world.handbook:
        for path, when in _days(record):
            if PartialDate.parse(when).first > world.today:
                yield world.problem(record, path, "future", FUTURE)
    for lesson in world.handbook.all(Lesson):
        if (world.today - PartialDate.parse(lesson.reviewed).last).days > STALE_AFTER_DAYS:
            yield world.problem(
                lesson,
                ("reviewed",),
                "stale",
                "nobody has checked this lesson against its sources for three years.",
                "Read its sources again, then set the date.",
                "warning",
            )


def _days(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """The days on which somebody did something to the record, which are therefore past."""
    for name in ("added", "reviewed"):
        if when := getattr(record, name, None):
            yield (name,), when
    for index, note in enumerate(getattr(record, "notes", ())):
        yield ("notes", index, "date"), note.date


def _spans(world: World, migration: Any) -> Iterator[Problem]:
    dated = [(i, s) for i, s in enumerate(migration.timeline.spans)]
    for index, span in dated:
        if (
            NOT_GIVEN not in (span.start, span.end)
            and PartialDate.parse(span.end).last < PartialDate.parse(span.start).first
        ):
            yield world.problem(
                migration, ("timeline", "spans", index, "end"), "wrong-order", "this ends before it starts."
            )
    above: Any = None
    for index, span in dated:
        for name in ("start", "end"):
            known = getattr(span, name)
            if (
                above
                and known != NOT_GIVEN
                and PartialDate.parse(known).last < PartialDate.parse(above.start).first
            ):
                verb, then = ("starts", "") if name == "start" else ("ends", " starts")
                yield world.problem(
                    migration,
                    ("timeline", "spans", index, name),
                    "wrong-order",
                    f"this {verb} before “{above.title}”{then}, which stands above it.",
                    "Put the spans in the order of their dates.",
                )
                break
        above = max(
            [s for s in (above, span) if s and s.start != NOT_GIVEN],
            key=lambda s: PartialDate.parse(s.start).first,
            default=None,
        )


def _milestones(world: World, migration: Any) -> Iterator[Problem]:
    above: Any = None
    for index, stone in enumerate(migration.timeline.milestones):
        if above and PartialDate.parse(stone.when).last < PartialDate.parse(above.when).first:
            yield world.problem(
                migration,
                ("timeline", "milestones", index, "when"),
                "wrong-order",
                f"this comes before “{above.title}”, which stands above it.",
                "Put the milestones in the order of their dates.",
            )
        above = max([m for m in (above, stone) if m], key=lambda m: PartialDate.parse(m.when).first)
