"""What a print page gathers: everything about a phase, a role or a route in one document."""

from __future__ import annotations

from dataclasses import dataclass

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase, Role, Route
from macros.pages.views.navigation import belongs_to
from macros.pages.views.registry import view
from macros.pages.views.roles import part_in

# What a sheet holds, and what headings and the line of evidence take, in letters. Measured on A4 in Chromium.
SHEET = 1750
HEADINGS = 500
BRIEF = 250
PROOF = 80


@dataclass(frozen=True)
class Chapter:
    """One phase of the document, with its activities in order, and the ones that are only listed."""

    phase: Phase
    activities: tuple[Activity, ...]
    listed: tuple[Activity, ...]


@dataclass(frozen=True)
class Gathered:
    """The document: its chapters, and every lesson that is told in them, once."""

    chapters: tuple[Chapter, ...]
    lessons: tuple[Lesson, ...]

    @property
    def activities(self) -> list[Activity]:
        """The activities that are told in full."""
        return [activity for chapter in self.chapters for activity in chapter.activities]


@view
def gathered(handbook: Handbook, flow: Flow, record: Phase | Role | Route) -> Gathered:
    """Return everything about `record`, in the order of the work. An activity that a role is only informed
    about is listed, and one that it contributes to is told in brief. Its lessons are told where it leads.
    """
    activities = [activity for activity in flow.order if _belongs(activity, record)]
    chapters = [_chapter(phase, activities, record) for phase in handbook.all(Phase)]
    kept = tuple(
        chapter for chapter in chapters if chapter.activities or chapter.listed or chapter.phase is record
    )
    whole = Gathered(kept, ())
    telling = (activity for activity in whole.activities if tells_lessons(activity, record))
    lessons = (lesson for activity in telling for lesson in lessons_of(handbook, activity))
    return Gathered(kept, tuple(lessons))


@view
def told_whole(activity: Activity, record: Phase | Role | Route) -> bool:
    """Return whether the document about `record` tells more of `activity` than its steps: for a role, where
    it leads or approves.
    """
    return not isinstance(record, Role) or part_in(activity, record.id) in ("lead", "approve")


@view
def tells_lessons(activity: Activity, record: Phase | Role | Route) -> bool:
    """Return whether the document about `record` tells the mistakes and lessons of `activity`: for a role,
    where it leads.

    Elsewhere their titles are enough. The documents of those who approve would be twice as long.
    """
    return not isinstance(record, Role) or part_in(activity, record.id) == "lead"


@view
def lessons_of(handbook: Handbook, activity: Activity) -> list[Lesson]:
    """Return the lessons that count most at `activity`: each lesson has one such place."""
    return [
        lesson
        for lesson in handbook.linked_from(activity, Lesson, "at")
        if lesson.activities[0] == activity.id
    ]


@view
def sheets(handbook: Handbook, flow: Flow, record: Phase | Role | Route) -> int:
    """Return about how many sheets of paper the document takes."""
    document = gathered(handbook, flow, record)
    texts = (chapter.phase.purpose for chapter in document.chapters)
    letters = sum(map(len, texts)) + sum(_letters(activity, record) for activity in document.activities)
    letters += sum(len(lesson.title) + len(lesson.action) + PROOF for lesson in document.lessons)
    return max(1, round(letters / SHEET))


def _letters(activity: Activity, record: Phase | Role | Route) -> int:
    """Return the length of what is printed of an activity in the document about `record`."""
    steps = sum(len(step.told) for step in activity.steps)
    if not told_whole(activity, record):
        return BRIEF + steps
    texts = [activity.purpose, *activity.done_when]
    if tells_lessons(activity, record):
        texts += [*activity.mistakes, activity.if_skipped.effect]
    return HEADINGS + steps + sum(map(len, texts))


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
    return belongs_to(activity, record)
