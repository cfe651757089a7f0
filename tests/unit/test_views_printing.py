"""What a print page gathers about a phase, a role or a route."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.flow import Flow
from macros.pages.views.printing import gathered, sheets, tells_lessons, told_whole


@pytest.mark.parametrize(
    ("kind", "id", "chapters"),
    [
        ("phase", "plan", {"plan": {"count-the-books", "measure-the-rooms"}}),
        ("route", "curious", {"plan": {"count-the-books", "measure-the-rooms"}}),
    ],
)
def test_a_document_has_one_chapter_a_phase_with_its_activities(world: World, kind, id, chapters):
    book = world.handbook()
    found = gathered(book, Flow(book), book.get(kind, id))
    assert {c.phase.id: {a.id for a in c.activities} for c in found.chapters} == chapters


def test_a_role_gathers_what_it_takes_part_in_and_lists_what_it_only_hears_of(world: World):
    world.change("activities/fill-the-rooms.yml", "lead: driver", "lead: librarian\n  inform: [driver]")
    book = world.handbook()
    found = gathered(book, Flow(book), book.get("role", "driver"))
    whole = {a.id for c in found.chapters for a in c.activities}
    assert whole == {
        a.id
        for a in book.all("activity")
        if "driver" in (a.roles.lead, *a.roles.contribute, *a.roles.approve)
    }
    listed = {a.id for c in found.chapters for a in c.listed}
    assert listed == {a.id for a in book.all("activity") if "driver" in a.roles.inform} - whole
    assert listed


def test_a_phase_gathers_its_lessons_once(world: World):
    book = world.handbook()
    told = [lesson.id for phase in book.all("phase") for lesson in gathered(book, Flow(book), phase).lessons]
    assert "label-every-box" in told


@pytest.mark.parametrize(
    ("part", "whole", "lessons"),
    [("lead", True, True), ("approve", True, False), ("contribute", False, False)],
)
def test_a_role_reads_all_of_what_it_leads_or_approves_and_the_steps_of_the_rest(
    world: World, part: str, whole: bool, lessons: bool
):
    if part != "lead":
        world.change("activities/fill-the-rooms.yml", "lead: driver", f"lead: librarian\n  {part}: [driver]")
    book = world.handbook()
    activity = book.get("activity", "fill-the-rooms")
    driver = book.get("role", "driver")
    assert told_whole(activity, driver) is whole
    assert tells_lessons(activity, driver) is lessons
    phase = book.get("phase", activity.phase)
    assert told_whole(activity, phase) and tells_lessons(activity, phase)
    assert sheets(book, Flow(book), driver) >= 1
