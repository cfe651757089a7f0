"""Everything for one role, and who answers to whom."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.pages.views.roles import chart, part_in, parts


def test_a_role_knows_its_activities_by_phase_and_what_it_does_in_each(book: Handbook):
    found = parts(book, Flow(book), book.get("role", "librarian"))
    assert [(phase.id, [(p.activity.id, p.part) for p in several]) for phase, several in found] == [
        ("plan", [("count-the-books", "lead"), ("measure-the-rooms", "approve")]),
        ("move", [("carry-the-books", "lead")]),
    ]


def test_what_a_role_leads_comes_before_earlier_work_of_others(world: World):
    world.change("activities/measure-the-rooms.yml", "lead: ", "lead: librarian # ")
    world.change(
        "activities/count-the-books.yml", "lead: librarian", "lead: driver\n  contribute: [librarian]"
    )
    handbook = world.handbook()
    found = dict(parts(handbook, Flow(handbook), handbook.get("role", "librarian")))
    plan = handbook.get("phase", "plan")
    assert [(p.activity.id, p.part) for p in found[plan]] == [
        ("measure-the-rooms", "lead"),
        ("count-the-books", "contribute"),
    ]


@pytest.mark.parametrize(
    ("roles", "part"),
    [
        ("lead: librarian\n  inform: [driver]", "inform"),
        ("lead: librarian\n  inform: [driver]\n  approve: [driver]", "approve"),
        ("lead: driver\n  approve: driver", "lead"),
        ("lead: librarian", ""),
    ],
)
def test_of_several_parts_the_weightiest_is_said(world: World, roles, part):
    world.change("activities/count-the-books.yml", "lead: librarian", roles)
    assert part_in(world.handbook().get("activity", "count-the-books"), "driver") == part


def test_the_chart_says_who_answers_to_whom(world: World):
    world.copy("roles/driver.yml", "roles/mate.yml", title="Mate", reports_to="driver")
    world.change("activities/carry-the-books.yml", "contribute: [driver]", "contribute: [driver, mate]")
    assert [(r.id, depth) for r, depth in chart(world.handbook())] == [
        ("librarian", 0),
        ("driver", 1),
        ("mate", 2),
    ]


def test_whoever_answers_to_nobody_that_is_known_stands_at_the_top(world: World):
    world.add("roles/librarian.yml", "reports_to: the-mayor\n")
    book = world.report().readable
    assert [(r.id, depth) for r, depth in chart(book)] == [("librarian", 0), ("driver", 1)]


def test_those_that_others_answer_to_come_first(world: World):
    world.copy("roles/librarian.yml", "roles/auditor.yml", title="Auditor")
    world.change("activities/carry-the-books.yml", "contribute: [driver]", "contribute: [driver, auditor]")
    assert [r.id for r, _ in chart(world.handbook())] == ["librarian", "driver", "auditor"]


@pytest.mark.parametrize("boss", ["driver", "librarian"])
def test_no_role_is_lost_from_the_chart_when_roles_answer_in_a_circle(world: World, boss):
    world.add("roles/librarian.yml", f"reports_to: {boss}\n")
    assert world.check() or {r.id for r, _ in chart(world.handbook())} == {"librarian", "driver"}
