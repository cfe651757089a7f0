"""What an activity page shows beyond the record: lessons at their steps, the other ends of its products, its neighbours."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.pages.views.activity_page import gates, inherited_sources, inputs, lessons_at, neighbours, outputs

LESSON = "lessons/label-every-box.yml"


def test_lessons_stand_at_their_step_or_at_the_whole(world: World):
    world.copy(LESSON, "lessons/b.yml", title="Close the lids", at="carry-the-books")
    book = world.handbook()
    steps, whole = lessons_at(book, book.get("activity", "carry-the-books"))
    assert ({step: [x.id for x in found] for step, found in steps.items()}, [x.id for x in whole]) == (
        {"pack": ["label-every-box"], "drive": []},
        ["b"],
    )


def test_a_lesson_at_two_steps_stands_at_both(world: World):
    world.change(LESSON, "at: carry-the-books#pack", "at: [carry-the-books#pack, carry-the-books#drive]")
    book = world.handbook()
    steps, whole = lessons_at(book, book.get("activity", "carry-the-books"))
    assert ([len(found) for found in steps.values()], whole) == ([1, 1], [])


def test_sources_of_the_lessons_are_inherited_unless_the_advice_names_them(world: World):
    book = world.handbook()
    activity = book.get("activity", "carry-the-books")
    assert [source.id for source in inherited_sources(book, activity)] == ["town-report"]
    world.change("activities/carry-the-books.yml", "basis:\n", "basis:\n  - {source: town-report}\n")
    book = world.handbook()
    assert inherited_sources(book, book.get("activity", "carry-the-books")) == []


def test_an_input_names_those_who_can_hand_it_over(book: Handbook):
    found = inputs(book, Flow(book), book.get("activity", "carry-the-books"))
    assert [(u.product.id, u.state, [a.id for a in u.others]) for u in found] == [
        ("book-list", "agreed", ["count-the-books"]),
        ("van", "agreed", []),
    ]


def test_an_input_names_those_who_give_exactly_the_state_if_any_do(world: World):
    world.change(
        "activities/measure-the-rooms.yml",
        "outputs:\n",
        "outputs:\n  - {product: book-list, state: updated}\n",
    )
    book = world.handbook()
    found = inputs(book, Flow(book), book.get("activity", "carry-the-books"))[0]
    assert [a.id for a in found.others] == ["count-the-books"]


def test_an_output_names_those_who_use_it_in_the_order_of_the_work(book: Handbook):
    (found,) = outputs(book, Flow(book), book.get("activity", "count-the-books"))
    assert [a.id for a in found.others] == ["measure-the-rooms", "carry-the-books"]


@pytest.mark.parametrize(
    ("id", "around"),
    [
        ("count-the-books", (None, "measure-the-rooms", None, "carry-the-books")),
        ("carry-the-books", ("measure-the-rooms", "fill-the-rooms", "count-the-books", None)),
        ("fill-the-rooms", ("carry-the-books", None, "measure-the-rooms", None)),
    ],
)
def test_neighbours_go_on_across_phases_along_the_whole_and_along_the_workstream(book: Handbook, id, around):
    found = neighbours(Flow(book), book.get("activity", id))
    assert (
        tuple(a and a.id for a in (found.previous, found.next, found.stream_previous, found.stream_next))
        == around
    )


def test_an_activity_knows_the_gates_that_it_gives_evidence_for(book: Handbook):
    assert [(p.id, c.id) for p, c in gates(book, book.get("activity", "count-the-books"))] == [
        ("plan", "counted")
    ]
    assert gates(book, book.get("activity", "measure-the-rooms")) == []
