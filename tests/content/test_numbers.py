"""The handbook holds as much as it promises, and no part of it is thin."""

from __future__ import annotations

import pytest

from macros.checks.stats import Numbers
from macros.loading.handbook import Handbook

pytestmark = pytest.mark.ours
AT_LEAST = {"activity": 110, "lesson": 500, "migration": 55, "product": 30}
SHARE_THAT_WENT_WELL = 0.3
STEPS = range(4, 10)
ALL_STEPS = 900


@pytest.mark.parametrize("kind", AT_LEAST)
def test_there_are_enough_records_of_each_kind(handbook: Handbook, kind: str):
    assert len(handbook.all(kind)) >= AT_LEAST[kind]


def test_many_lessons_tell_what_went_well(numbers: Numbers):
    assert numbers["lessons"]["share that went well"] >= SHARE_THAT_WENT_WELL


@pytest.mark.parametrize(("axis", "least"), [("phase", 15), ("workstream", 8)])
def test_every_phase_and_workstream_has_its_lessons(numbers: Numbers, axis: str, least: int):
    assert {id: n for id, n in numbers["lessons"][f"by {axis}"].items() if n < least} == {}


def test_every_activity_has_four_to_nine_steps(handbook: Handbook):
    assert {a.id: len(a.steps) for a in handbook.all("activity") if len(a.steps) not in STEPS} == {}


def test_there_are_enough_steps_in_all(numbers: Numbers):
    assert numbers["steps"] >= ALL_STEPS


def test_every_phase_has_exit_criteria(handbook: Handbook):
    assert [phase.id for phase in handbook.all("phase") if not phase.exit_criteria] == []


def test_every_empty_cell_of_the_map_says_why(numbers: Numbers):
    assert [cell for cell, why in numbers["activities"]["empty cells"].items() if not why] == []
