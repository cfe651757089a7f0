"""What a print page gathers: everything about a phase, a role or a route in one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Lesson, Phase
from macros.pages.views.roles import part_in


@dataclass(frozen=True)
class Chapter:
    """One phase of the document, with its activities in order."""

    phase: Any
    activities: tuple[Any, ...]


@dataclass(frozen=True)
class Gathered:
    """The whole document: its chapters, then every lesson that it speaks of, once."""

    chapters: tuple[Chapter, ...]
    lessons: tuple[Any, ...]


def gathered(handbook: Handbook, flow: Flow, record: Any) -> Gathered:
    """Everything about `record`, which is a phase, a role or a route. A role that is only told of an activity is spared its lessons."""
    mine = [a for a in flow.order if _belongs(a, record)]
    chapters = [
        Chapter(phase, tuple(a for a in mine if a.phase == phase.id)) for phase in handbook.all(Phase)
    ]
    told = {
        lesson.id
        for a in mine
        if record.kind != "role" or part_in(a, record.id) != "inform"
        for lesson in handbook.linked_from(a, Lesson, "at")
    }
    if record.kind == "phase":
        told |= {lesson.id for lesson in handbook.linked_from(record, Lesson, "phases")}
    return Gathered(
        tuple(c for c in chapters if c.activities or c.phase is record),
        tuple(x for x in handbook.all(Lesson) if x.id in told),
    )


def _belongs(activity: Any, record: Any) -> bool:
    if record.kind == "role":
        return bool(part_in(activity, record.id))
    return activity.phase == record.id if record.kind == "phase" else activity.phase in record.phases
