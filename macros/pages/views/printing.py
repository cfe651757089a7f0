"""What a print page gathers: everything about a phase, a role or a route in one document."""

from __future__ import annotations

from dataclasses import dataclass

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase, Role, Route
from macros.pages.views.registry import view
from macros.pages.views.roles import part_in


@dataclass(frozen=True)
class Chapter:
    """One phase of the document, with its activities in order, and the ones that are only listed."""

    phase: Phase
    activities: tuple[Activity, ...]
    listed: tuple[Activity, ...]


@dataclass(frozen=True)
class Gathered:
    """The document: its chapters, then every lesson that belongs to them, once."""

    chapters: tuple[Chapter, ...]
    lessons: tuple[Lesson, ...]


@view
def gathered(handbook: Handbook, flow: Flow, record: Phase | Role | Route) -> Gathered:
    """Return everything about `record`. An activity that a role is only informed about is listed, without its
    lessons.
    """
    activities = [activity for activity in flow.order if _belongs(activity, record)]
    chapters = [_chapter(phase, activities, record) for phase in handbook.all(Phase)]
    lessons = {
        lesson.id
        for chapter in chapters
        for activity in chapter.activities
        for lesson in handbook.linked_from(activity, Lesson, "at")
    }
    if isinstance(record, Phase):
        lessons |= {lesson.id for lesson in handbook.linked_from(record, Lesson, "phases")}
    return Gathered(
        tuple(
            chapter for chapter in chapters if chapter.activities or chapter.listed or chapter.phase is record
        ),
        tuple(lesson for lesson in handbook.all(Lesson) if lesson.id in lessons),
    )


def _chapter(phase: Phase, activities: list[Activity], record: Phase | Role | Route) -> Chapter:
    here = [activity for activity in activities if activity.phase == phase.id]
    whole = tuple(activity for activity in here if not _is_only_listed(activity, record))
    listed = tuple(activity for activity in here if _is_only_listed(activity, record))
    return Chapter(phase, whole, listed)


def _is_only_listed(activity: Activity, record: Phase | Role | Route) -> bool:
    return isinstance(record, Role) and part_in(activity, record.id) == "inform"


def _belongs(activity: Activity, record: Phase | Role | Route) -> bool:
    if isinstance(record, Role):
        return bool(part_in(activity, record.id))
    if isinstance(record, Phase):
        return activity.phase == record.id
    return activity.phase in record.phases
