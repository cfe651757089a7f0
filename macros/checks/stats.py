"""Stats: what the content holds, in numbers. Everything is counted from the records; nothing is written down.

The result is plain data, so that a program gets as JSON exactly what a person reads as text. Ids stand for phases,
workstreams and records, because they are what an editor types next.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from statistics import median
from typing import Any

from macros.checks.readability import NEEDED, length, measurable, reading_age
from macros.loading.handbook import Handbook
from macros.model import SINGLES, Activity, Lesson, Phase, Source, Workstream
from macros.pages.views.evidence import strength
from macros.pages.views.products import proof

HARDEST = 10
ONE_OF_EACH = {cls.kind for cls in SINGLES}
Numbers = dict[str, Any]


def stats(handbook: Handbook) -> Numbers:
    """Every number of `handbook`, by what it counts."""
    return {
        "records": {
            kind: len(records) for kind, records in handbook.records.items() if kind not in ONE_OF_EACH
        },
        "steps": sum(len(a.steps) for a in handbook.all(Activity)),
        "lessons": _lessons(handbook),
        "activities": _activities(handbook),
        "flow": _flow(handbook),
        "sources by how they were read": _count(s.read for s in handbook.all(Source)),
        "reading age": {kind: _reading(handbook.all(kind)) for kind in ("lesson", "activity")}
        if measurable()
        else NEEDED,
    }


def _lessons(handbook: Handbook) -> Numbers:
    lessons = handbook.all(Lesson)
    return {
        "by type": _count(lesson.type for lesson in lessons),
        "by state": _count(lesson.state for lesson in lessons),
        "by strength of evidence": _count(strength(handbook, lesson) for lesson in lessons),
        "by phase": _spread(handbook, "phase", (id for lesson in lessons for id in lesson.phases)),
        "by workstream": _spread(
            handbook, "workstream", (id for lesson in lessons for id in lesson.workstreams)
        ),
        "share that went well": round(sum(lesson.type == "repeat" for lesson in lessons) / len(lessons), 2)
        if lessons
        else 0.0,
        "median words": _median(lessons, length),
    }


def _activities(handbook: Handbook) -> Numbers:
    activities = handbook.all(Activity)
    return {
        "by phase": _spread(handbook, "phase", (a.phase for a in activities)),
        "by workstream": _spread(handbook, "workstream", (a.workstream for a in activities)),
        "empty cells": _empty_cells(handbook),
    }


def _empty_cells(handbook: Handbook) -> Numbers:
    """Each place on the map without an activity, and why; an empty text where no reason is given."""
    full = {(a.phase, a.workstream) for a in handbook.all(Activity)}
    why = {(p.id, cell.workstream): cell.why for p in handbook.all(Phase) for cell in p.empty_cells}
    return {
        f"{p.id}, {w.id}": why.get((p.id, w.id), "")
        for p in handbook.all(Phase)
        for w in handbook.all(Workstream)
        if (p.id, w.id) not in full
    }


def _flow(handbook: Handbook) -> Numbers:
    found = proof(handbook)
    return {
        "inputs": found.inputs,
        "outputs": found.outputs,
        "external products": found.external,
        "end products": found.ends,
        "exit criteria": found.criteria,
    }


def _reading(records: list[Any]) -> Numbers:
    """The median reading age of `records`, and those that are hardest to read, the hardest first."""
    ages = {record.id: reading_age(record) for record in records}
    hardest = sorted(ages, key=lambda id: (-ages[id], id))[:HARDEST]
    return {
        "median": round(median(ages.values()), 1) if ages else 0.0,
        "hardest": {id: ages[id] for id in hardest},
    }


def _spread(handbook: Handbook, kind: str, ids: Iterable[str]) -> dict[str, int]:
    """How often each record of `kind` is named, in the order of the framework, those never named included."""
    counted = Counter(ids)
    return {record.id: counted[record.id] for record in handbook.all(kind)}


def _count(values: Iterable[str]) -> dict[str, int]:
    """How often each value stands, the most frequent first."""
    return dict(Counter(values).most_common())


def _median(records: list[Any], measure: Callable[[Any], int]) -> float:
    return median(measure(record) for record in records) if records else 0


def as_text(numbers: Numbers) -> str:
    """One line a number, indented under what it belongs to."""
    return "\n".join(_lines(numbers))


def as_json(numbers: Numbers) -> str:
    """The same as one JSON object."""
    return json.dumps(numbers, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Numbers], str]] = {"text": as_text, "json": as_json}


def _lines(numbers: Numbers, indent: str = "") -> Iterator[str]:
    for name, value in numbers.items():
        if isinstance(value, dict):
            yield f"{indent}{name}"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{name}: {value}"
