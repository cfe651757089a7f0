"""Ends follow starts, and nothing in the past lies in the future."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from test_rules_binding_rules import COUNT, ruled
from test_rules_crosswalk_pairs import FILE, WALK
from world import World

from macros.checks.check import latest_day

LESSON = "content/lessons/label-every-box.yml"
MOVE = "content/migrations/old-town.yml"
SPAN = """\
    - id: packing
      title: Packing
      start: not-given
      end: not-given
"""
SAID = """\
      evidence:
        - source: town-report
          says: They packed.
"""
STONE = """\
    - id: party
      title: Party
      when: {when}
      evidence:
        - source: town-report
          says: They danced.
"""


def test_future_a_day_that_has_not_come_is_named(world: World):
    assert world.found(date(2020, 1, 1)) == [
        ("future", f"{LESSON}:22:8: added: this day has not come yet."),
        ("future", f"{LESSON}:23:11: reviewed: this day has not come yet."),
    ]


def test_future_the_days_of_notes_and_of_every_kind_of_record_are_checked(world: World):
    world.add(
        "products/van.yml", "added: 2030-01-01\nnotes:\n  - {date: 2031, what: It got a fifth wheel.}\n"
    )
    assert [line.partition(" ")[2] for line in world.check()] == [
        "added: this day has not come yet.",
        "notes 1, date: this day has not come yet.",
    ]


def test_future_a_rule_is_not_read_before_its_day(world: World):
    ruled(world)
    world.change(COUNT, "2021-02-03", "2021-06-02")
    world.change(COUNT, "2021-02-04", "2022")
    assert [line.partition(" ")[2] for line in world.check(date(2021, 6, 1))] == [
        "steps 1, rules 1, checked: this day has not come yet.",
        "latest 1, checked: this day has not come yet.",
    ]
    world.change(COUNT, "'2022'", "2021-06-02")
    assert world.check(date(2021, 6, 2)) == []


def test_stale_a_rule_that_nobody_read_for_three_years_is_named(world: World):
    ruled(world)
    world.change("lessons/label-every-box.yml", "reviewed: 2020-01-02", "reviewed: 2024-02-01")
    assert world.found(date(2024, 2, 7)) == [
        (
            "stale",
            f"warning: content/{COUNT}:15:18: steps 1, rules 1, checked: nobody has read this rule for three "
            "years. Read it again, then set the date.",
        )
    ]
    assert len(world.check(date(2024, 2, 8))) == 2
    assert world.check(date(2024, 2, 6)) == []


def test_future_a_list_of_another_framework_is_not_checked_before_its_day(world: World):
    world.write(FILE, WALK.replace("ACTIVITY", "count-the-books").replace("2020-05", "2022"))
    assert [line.partition(" ")[2] for line in world.check()] == ["checked: this day has not come yet."]


def test_today_has_come(world: World):
    assert world.check(date(2020, 1, 2)) == []


def test_stale_a_lesson_that_nobody_checked_for_three_years_is_named(world: World):
    assert world.found(date(2023, 1, 5)) == [
        (
            "stale",
            f"warning: {LESSON}:23:11: reviewed: nobody has checked this lesson against its sources for three years. Read its sources again, then set the date.",
        )
    ]


def test_a_lesson_that_was_checked_within_three_years_is_not_stale(world: World):
    assert world.check(date(2023, 1, 4)) == []


def test_wrong_order_a_span_may_not_end_before_it_starts(world: World):
    world.change("migrations/old-town.yml", "end: 2008-03", "end: 2007-06")
    assert (world.check(), world.codes()) == (
        [f"{MOVE}:16:12: timeline, spans 1, end: this ends before it starts."],
        ["wrong-order"],
    )


@pytest.mark.parametrize("end", ["2007-Q3", "2007", "2007-07-01", "not-given"])
def test_a_span_may_end_in_the_stretch_in_which_it_starts(world: World, end):
    world.change("migrations/old-town.yml", "end: 2008-03", f"end: {end}")
    assert world.check() == []


def test_wrong_order_a_span_may_not_start_before_the_one_above_it(world: World):
    world.change("migrations/old-town.yml", SPAN, SPAN.replace("start: not-given", "start: 2007-06"))
    assert world.found() == [
        (
            "wrong-order",
            f"{MOVE}:22:14: timeline, spans 2, start: this starts before “Planning”, which is above it. Put the spans in the order of their dates.",
        )
    ]


def test_wrong_order_a_span_may_not_end_before_the_one_above_it_starts(world: World):
    world.change("migrations/old-town.yml", SPAN, SPAN.replace("end: not-given", "end: 2006"))
    assert world.found() == [
        (
            "wrong-order",
            f"{MOVE}:23:12: timeline, spans 2, end: this ends before “Planning” starts, which is above it. Put the spans in the order of their dates.",
        )
    ]


def test_wrong_order_a_span_is_compared_with_the_one_that_starts_last_of_those_above_it(world: World):
    longer = SPAN.replace("start: not-given", "start: 2008-06")
    third = SPAN.replace("packing", "driving").replace("Packing", "Driving")
    world.change(
        "migrations/old-town.yml",
        SPAN,
        longer + SAID + third.replace("start: not-given", "start: 2008-01"),
    )
    assert world.found() == [
        (
            "wrong-order",
            f"{MOVE}:29:14: timeline, spans 3, start: this starts before “Packing”, which is above it. "
            "Put the spans in the order of their dates.",
        )
    ]


@pytest.mark.parametrize("when", ["2009", "2009-Q2", "2009-04-01", "2010"])
def test_a_milestone_may_follow_in_the_same_stretch(world: World, when):
    world.change(
        "migrations/old-town.yml", "evidence:\n  - source", STONE.format(when=when) + "evidence:\n  - source"
    )
    assert world.check() == []


def test_wrong_order_a_milestone_may_not_come_before_the_one_above_it(world: World):
    world.change(
        "migrations/old-town.yml",
        "evidence:\n  - source",
        STONE.format(when="2009-03") + "evidence:\n  - source",
    )
    assert (world.check(), world.codes()) == (
        [
            f"{MOVE}:37:13: timeline, milestones 2, when: this comes before “Doors open”, which is above it. "
            "Put the milestones in the order of their dates."
        ],
        ["wrong-order"],
    )


def test_wrong_order_a_milestone_of_a_whole_year_in_between_hides_nothing(world: World):
    stones = STONE.format(when="2009") + STONE.format(when="2009-03").replace("party", "rain").replace(
        "Party", "Rain"
    )
    world.change("migrations/old-town.yml", "evidence:\n  - source", stones + "evidence:\n  - source")
    assert world.check() == [
        f"{MOVE}:43:13: timeline, milestones 3, when: this comes before “Doors open”, which is above it. "
        "Put the milestones in the order of their dates."
    ]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="This system cannot change its time zone.")
@pytest.mark.parametrize("zone", ["Etc/GMT+12", "UTC", "Pacific/Auckland", "Etc/GMT-14"])
def test_a_day_that_has_begun_anywhere_on_earth_has_come(
    monkeypatch: pytest.MonkeyPatch, world: World, zone: str
):
    newest = (datetime.now(UTC) + timedelta(hours=14)).date()
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert latest_day() == newest >= date.today()
    finally:
        monkeypatch.undo()
        time.tzset()
