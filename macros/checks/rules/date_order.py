"""Ends follow starts, milestones are in order, and nothing in the past has a day in the future."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.checks.rules.context import World, rules_in
from macros.loading.problem import Problem
from macros.model import Activity, Lesson, Migration, Record, Source
from macros.model.fields import NOT_GIVEN, FieldPath
from macros.model.migration import Span
from macros.model.partial_date import PartialDate

STALE_AFTER_DAYS = 3 * 366  # three years
FUTURE = "this day has not come yet."
IN_ORDER = "Put the {parts} in the order of their dates."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each date that contradicts another, and for each lesson or rule that nobody checked
    for three years.
    """
    for migration in world.handbook.all(Migration):
        yield from _spans(world, migration)
        yield from _milestones(world, migration)
    for record in world.handbook:
        for path, day in _past_days(record):
            if PartialDate.parse(day).first > world.today:
                yield world.problem(record, path, "future", FUTURE)
    for lesson in world.handbook.all(Lesson):
        if _is_stale(world, lesson.reviewed):
            message = "nobody has checked this lesson against its sources for three years."
            hint = "Read its sources again, then set the date."
            yield world.problem(lesson, ("reviewed",), "stale", message, hint, "warning")
    for activity in world.handbook.all(Activity):
        for path, day in _days_of_rules(activity):
            if _is_stale(world, day):
                message = "nobody has read this rule for three years."
                hint = "Read it again, then set the date."
                yield world.problem(activity, path, "stale", message, hint, "warning")


def _is_stale(world: World, day: str) -> bool:
    return (world.today - PartialDate.parse(day).last).days > STALE_AFTER_DAYS


def _past_days(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Yield the days on which something happened or was done to the record, which are therefore past."""
    for name in ("added", "reviewed", "checked"):
        if day := getattr(record, name, None):
            yield (name,), day
    for index, note in enumerate(getattr(record, "notes", ())):
        yield ("notes", index, "date"), note.date
    if isinstance(record, Activity):
        yield from _days_of_rules(record)
    if isinstance(record, Source) and record.date:
        yield ("date",), record.date
    if isinstance(record, Lesson):
        yield from _days_of_lesson(record)


def _days_of_lesson(lesson: Lesson) -> Iterator[tuple[FieldPath, str]]:
    """Yield the days on which it happened, was seen again and was applied."""
    if lesson.when:
        yield ("when",), lesson.when
    for name in ("seen_again", "used"):
        for index, part in enumerate(getattr(lesson, name)):
            if part.when:
                yield (name, index, "when"), part.when


def _days_of_rules(activity: Activity) -> Iterator[tuple[FieldPath, str]]:
    """Yield the days on which somebody read the rules in an activity."""
    for path, part in rules_in(activity):
        if part.checked:
            yield (*path, "checked"), part.checked


def _spans(world: World, migration: Migration) -> Iterator[Problem]:
    spans = migration.timeline.spans
    for index, span in enumerate(spans):
        path = ("timeline", "spans", index)
        if NOT_GIVEN not in (span.start, span.end) and _ends_before(span.end, span.start):
            yield world.problem(migration, (*path, "end"), "wrong-order", "this ends before it starts.")
        above = _latest(spans[:index])
        if above is None:
            continue
        if span.start != NOT_GIVEN and _ends_before(span.start, above.start):
            message = f"this starts before “{above.title}”, which is above it."
            yield world.problem(
                migration, (*path, "start"), "wrong-order", message, IN_ORDER.format(parts="spans")
            )
        elif span.end != NOT_GIVEN and _ends_before(span.end, above.start):
            message = f"this ends before “{above.title}” starts, which is above it."
            yield world.problem(
                migration, (*path, "end"), "wrong-order", message, IN_ORDER.format(parts="spans")
            )


def _latest(spans: Sequence[Span]) -> Span | None:
    """Return the span that starts last, of all whose start is known."""
    known = [span for span in spans if span.start != NOT_GIVEN]
    return max(known, key=lambda span: PartialDate.parse(span.start).first, default=None)


def _milestones(world: World, migration: Migration) -> Iterator[Problem]:
    milestones = migration.timeline.milestones
    for index, milestone in enumerate(milestones[1:], 1):
        above = max(milestones[:index], key=lambda other: PartialDate.parse(other.when).first)
        if _ends_before(milestone.when, above.when):
            yield world.problem(
                migration,
                ("timeline", "milestones", index, "when"),
                "wrong-order",
                f"this comes before “{above.title}”, which is above it.",
                IN_ORDER.format(parts="milestones"),
            )


def _ends_before(date: str, other: str) -> bool:
    """Return whether the last day that `date` can mean is before the first that `other` can mean."""
    return PartialDate.parse(date).last < PartialDate.parse(other).first
