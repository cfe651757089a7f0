"""No part of the content is thin, harm is ranked, and a rule says whom it binds and when it was checked."""

from __future__ import annotations

import re

import pytest

from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase, Workstream
from macros.pages.views.activity_page import inherited_sources

pytestmark = pytest.mark.ours
IN_A_CELL = 4
LATE = ("implement", "post-live")
IN_A_LATE_PHASE = 90
ABOUT_BUYING = 50
FIRST = {"cabinet-office-2009", "practice"}
CHECKED = re.compile(r"\bchecked \d{1,2} \w+ \d{4}")
# A number of days, weeks or months. What if a date slips is none, and nor is an amount of pay.
DURATION = re.compile(
    r"(?<!slips by )(?<!six and by )\b(?:\d+|two|three|four|five|six|eight|ten|twelve) (?:working )?"
    r"(?:hours?|days?|weeks?|months?|years?)\b(?! of pay|’ pay)"
)
RULES = re.compile(
    r"\b(?:UK|United Kingdom|Great Britain|Wales|Northern Ireland|HMRC|TUPE|COSOP|New Fair Deal|Procurement Act|Equality Act|Treasury|"
    r"National Archives|Information Commissioner|Real Time Information)\b"
)


def test_the_late_phases_and_buying_are_not_thin(handbook: Handbook):
    lessons = handbook.all(Lesson)
    assert [phase for phase in LATE if sum(phase in one.phases for one in lessons) < IN_A_LATE_PHASE] == []
    assert sum("procurement" in one.functions for one in lessons) >= ABOUT_BUYING


def test_no_cell_of_the_map_has_fewer_than_four_lessons(handbook: Handbook):
    lessons = handbook.all(Lesson)
    thin = [
        (phase.id, stream.id)
        for phase in handbook.all(Phase)
        for stream in handbook.all(Workstream)
        if sum(phase.id in one.phases and stream.id in one.workstreams for one in lessons) < IN_A_CELL
    ]
    assert thin == []


def test_at_most_a_third_of_the_activities_do_great_harm_when_skipped(handbook: Handbook):
    activities = handbook.all(Activity)
    high = [one.id for one in activities if one.if_skipped.severity == "high"]
    assert len(high) <= len(activities) / 3


def test_what_holds_in_one_country_is_a_rule_with_a_source_of_its_activity(handbook: Handbook):
    """A country, its law and its bodies stand in fields, and not in the text of a step, a time or a criterion."""
    steps = [(one, step) for one in handbook.all(Activity) for step in one.steps]
    texts = [(f"{one.id}#{step.id}", step.text) for one, step in steps]
    texts += [
        (one.id, limit.time) for one in handbook.all(Activity) for limit in one.latest if not limit.checked
    ]
    texts += [(one.id, criterion.text) for one in handbook.all(Phase) for criterion in one.exit_criteria]
    assert [where for where, text in texts if RULES.search(text)] == []
    rules = [(one, rule) for one, step in steps for rule in step.rules]
    told = [text for _, text in texts] + [rule.text for _, rule in rules]
    assert [text for text in told if CHECKED.search(text)] == []
    assert [
        one.id for one, rule in rules if not set(rule.sources) & {basis.source for basis in one.basis}
    ] == []
    assert len(rules) >= 17


def test_every_activity_shows_a_source_besides_its_first_case(handbook: Handbook):
    """Its own advice names one, or a lesson at one of its steps does."""
    bare = [
        activity.id
        for activity in handbook.all(Activity)
        if {basis.source for basis in activity.basis} <= FIRST and not inherited_sources(handbook, activity)
    ]
    assert bare == []


def test_no_activity_gives_a_duration_that_no_source_gives(handbook: Handbook):
    """How long something takes, or how long before an event it is due, stands in a field with its source."""
    told = [(one.id, text) for one in handbook.all(Activity) for text in _advice(one)]
    assert [(activity, text) for activity, text in told if DURATION.search(text)] == []


def _advice(activity: Activity) -> list[str]:
    ways = [way for _, way in activity.tailoring if way]
    return [
        *activity.done_when,
        *(step.text for step in activity.steps),
        *activity.mistakes,
        *(way.text for way in ways),
    ]
