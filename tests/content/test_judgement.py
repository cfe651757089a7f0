"""What we judged ourselves is complete, and follows the rule that the handbook gives its readers."""

from __future__ import annotations

import pytest

from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase

pytestmark = pytest.mark.ours


def test_every_activity_says_whether_it_may_be_left_out(handbook: Handbook):
    ways = {activity.id: activity.tailoring.drop for activity in handbook.all(Activity)}
    assert [name for name, drop in ways.items() if not drop or not (drop.never or drop.when)] == []


def test_every_activity_says_for_whom_it_may_be_smaller_and_with_which_it_may_be_joined(handbook: Handbook):
    ways = {activity.id: activity.tailoring for activity in handbook.all(Activity)}
    assert [name for name, way in ways.items() if not (way.shrink and way.shrink.when)] == []
    assert [
        name for name, way in ways.items() if not (way.merge and way.merge.when and way.merge.with_)
    ] == []


def test_the_five_activities_that_matter_most_follow_the_written_rule(handbook: Handbook):
    named = {phase.id: {one.activity for one in phase.matters_most} for phase in handbook.all(Phase)}
    assert named == {phase.id: _by_the_rule(handbook, phase) for phase in handbook.all(Phase)}


def _by_the_rule(handbook: Handbook, phase: Phase) -> set[str]:
    """Five activities, sorted by the rule in docs/about/evidence.md; of equals, the one with more lessons first."""
    activities = [one for one in handbook.linked_from(phase, Activity, "phase") if not one.applies_to]
    ordered = sorted(activities, key=lambda activity: _weight(handbook, phase, activity), reverse=True)
    return {activity.id for activity in ordered[:5]}


def _weight(handbook: Handbook, phase: Phase, activity: Activity) -> tuple[bool, bool, bool, bool, int, int]:
    drop = activity.tailoring.drop
    proven = [criterion for criterion in phase.exit_criteria if activity.id in criterion.activities]
    lessons = handbook.linked_from(activity, Lesson, "at")
    return (
        bool(drop and drop.never),
        bool(proven),
        activity.if_skipped.severity == "high",
        any(len(criterion.activities) == 1 for criterion in proven),
        len({body for lesson in lessons for body in lesson.bodies}),
        len(lessons),
    )
