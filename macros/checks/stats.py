"""Stats: what the content holds, in numbers. Everything is counted from the records; nothing is written down.

The result is plain data, so that a program gets as JSON exactly what a person reads as text. Phases,
workstreams and records are named by their ids, because these are what an editor types next.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median
from typing import Any

from macros.checks.readability import NEEDED, length, measurable, reading_age
from macros.loading.handbook import Handbook
from macros.model import SINGLES, Activity, Lesson, Phase, Record, Source, Workstream
from macros.pages.views.evidence import strength
from macros.pages.views.products import proof

HARDEST = 10  # records in the list of the hardest to read
ONE_OF_EACH = {cls.kind for cls in SINGLES}
Numbers = dict[str, Any]


def stats(handbook: Handbook) -> Numbers:
    """Return every number of `handbook`, by what it counts."""
    records = {kind: len(group) for kind, group in handbook.records.items() if kind not in ONE_OF_EACH}
    return {
        "records": records,
        "steps": sum(len(activity.steps) for activity in handbook.all(Activity)),
        "lessons": _lessons(handbook),
        "activities": _activities(handbook),
        "flow": _flow(handbook),
        "sources by how they were read": _count(source.read for source in handbook.all(Source)),
        "reading age": _reading_ages(handbook) if measurable() else NEEDED,
    }


def as_text(numbers: Numbers) -> str:
    """Return one line a number, indented under what it belongs to."""
    return "\n".join(_lines(numbers))


def as_json(numbers: Numbers) -> str:
    """Return the numbers as one JSON object."""
    return json.dumps(numbers, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Numbers], str]] = {"text": as_text, "json": as_json}


def _lessons(handbook: Handbook) -> Numbers:
    lessons = handbook.all(Lesson)
    phases = (phase for lesson in lessons for phase in lesson.phases)
    workstreams = (workstream for lesson in lessons for workstream in lesson.workstreams)
    repeated = sum(lesson.type == "repeat" for lesson in lessons)
    return {
        "by type": _count(lesson.type for lesson in lessons),
        "by state": _count(lesson.state for lesson in lessons),
        "by strength of evidence": _count(strength(handbook, lesson) for lesson in lessons),
        "by phase": _spread(handbook.all(Phase), phases),
        "by workstream": _spread(handbook.all(Workstream), workstreams),
        "share that went well": round(repeated / len(lessons), 2) if lessons else 0.0,
        "median words": median(map(length, lessons)) if lessons else 0,
    }


def _activities(handbook: Handbook) -> Numbers:
    activities = handbook.all(Activity)
    return {
        "by phase": _spread(handbook.all(Phase), (activity.phase for activity in activities)),
        "by workstream": _spread(
            handbook.all(Workstream), (activity.workstream for activity in activities)
        ),
        "empty cells": _empty_cells(handbook),
    }


def _empty_cells(handbook: Handbook) -> Numbers:
    """Return each place on the map without an activity, and why; an empty text where no reason is given."""
    full = {(activity.phase, activity.workstream) for activity in handbook.all(Activity)}
    reasons = {
        (phase.id, cell.workstream): cell.why for phase in handbook.all(Phase) for cell in phase.empty_cells
    }
    cells = (
        (phase.id, workstream.id)
        for phase in handbook.all(Phase)
        for workstream in handbook.all(Workstream)
    )
    return {", ".join(cell): reasons.get(cell, "") for cell in cells if cell not in full}


def _flow(handbook: Handbook) -> Numbers:
    flow = proof(handbook)
    return {
        "inputs": flow.inputs,
        "outputs": flow.outputs,
        "external products": flow.external,
        "end products": flow.ends,
        "exit criteria": flow.criteria,
    }


def _reading_ages(handbook: Handbook) -> Numbers:
    return {kind: _reading(handbook.all(kind)) for kind in ("lesson", "activity")}


def _reading(records: Sequence[Record]) -> Numbers:
    """Return the median reading age of `records`, and the records that are hardest to read, the hardest
    first.
    """
    ages = {record.id: reading_age(record) for record in records}
    hardest = sorted(ages.items(), key=lambda entry: (-entry[1], entry[0]))[:HARDEST]
    return {"median": round(median(ages.values()), 1) if ages else 0.0, "hardest": dict(hardest)}


def _spread(records: Iterable[Record], ids: Iterable[str]) -> dict[str, int]:
    """Return how often each of `records` is named in `ids`, in their order, also if it never is."""
    times = Counter(ids)
    return {record.id: times[record.id] for record in records}


def _count(values: Iterable[str]) -> dict[str, int]:
    """Return how often each value occurs, the most frequent first."""
    return dict(Counter(values).most_common())


def _lines(numbers: Numbers, indent: str = "") -> Iterator[str]:
    for name, value in numbers.items():
        if isinstance(value, dict):
            yield f"{indent}{name}"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{name}: {value}"
