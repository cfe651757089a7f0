"""Lists that pages share."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.pages.views.lists import a_to_z, by_phase, hand_offs, in_order, layer_of, products_of


def test_before_and_after_stand_the_records_of_the_same_kind(book: Handbook):
    assert [r and r.id for r in in_order(book, book.get("product", "moved-books"))] == [
        "filled-rooms",
        "room-plan",
    ]
    assert [r and r.id for r in in_order(book, book.get("phase", "plan"))] == [None, "move"]
    assert [r and r.id for r in in_order(book, book.get("phase", "move"))] == ["plan", None]


@pytest.mark.parametrize(
    ("kind", "id", "made"),
    [
        ("phase", "plan", ["book-list", "room-plan"]),
        ("workstream", "rooms", ["filled-rooms", "room-plan"]),
    ],
)
def test_a_phase_and_a_workstream_know_what_is_made_in_them(book: Handbook, kind, id, made):
    assert [p.id for p in products_of(book, book.get(kind, id))] == made


def test_lessons_stand_by_the_phase_where_they_count_first_in_the_order_of_the_work(world: World):
    world.copy(
        "lessons/label-every-box.yml",
        "lessons/b.yml",
        title="Close the lids",
        at="[count-the-books, carry-the-books#pack]",
        phases="[plan, move]",
    )
    book = world.handbook()
    assert [
        (phase.id, [lesson.id for lesson in lessons]) for phase, lessons in by_phase(book, Flow(book))
    ] == [("plan", ["b"]), ("move", ["label-every-box"])]


def test_a_phase_without_lessons_is_left_out(book: Handbook):
    assert [phase.id for phase, _ in by_phase(book, Flow(book))] == ["move"]


def offs(world: World, phase: str) -> list[tuple[str, str, list[str]]]:
    book = world.handbook()
    return [
        (p.id, giver.id, [a.id for a in takers])
        for p, giver, takers in hand_offs(book, Flow(book), book.get("phase", phase))
    ]


def test_hand_offs_are_products_that_pass_from_one_side_to_another(world: World):
    assert (offs(world, "plan"), offs(world, "move")) == (
        [("book-list", "count-the-books", ["measure-the-rooms"])],
        [("moved-books", "carry-the-books", ["fill-the-rooms"])],
    )


def test_what_stays_on_one_side_is_not_handed_off(world: World):
    world.change("activities/measure-the-rooms.yml", "led_by: carrier", "led_by: library")
    assert offs(world, "plan") == [("room-plan", "measure-the-rooms", ["fill-the-rooms"])]


@pytest.mark.parametrize(("section", "layer"), [("lessons", "work"), ("products", "shelf"), ("glossary", "")])
def test_a_section_belongs_to_a_layer_or_to_none(book: Handbook, section, layer):
    assert layer_of(book, section) == layer


def test_everything_with_an_address_stands_under_its_letter(book: Handbook):
    found = {letter: [r.title for r in records] for letter, records in a_to_z(book)}
    assert found["B"] == ["Book list", "Books"] and found["S"] == ["Shelf mark"]
    assert sum(map(len, found.values())) == 20 and list(found) == sorted(found)


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("Ébène", "E"),
        ("ŵyth", "W"),
        ("9 vans", "0–9"),
        ("“Quiet”", "Q"),
        ("Ελλάδα", "Ε"),
        ("£5", "0–9"),
        ("…", "#"),
    ],
)
def test_a_letter_is_plain_and_numbers_share_one(world: World, title, letter):
    world.change("products/van.yml", "title: Van", f"title: {title}")
    assert [found for found, records in a_to_z(world.handbook()) if title in [r.title for r in records]] == [
        letter
    ]


def test_under_a_letter_accents_come_after_their_plain_letter_in_any_case(world: World):
    world.change("products/van.yml", "title: Van", "title: bóoks")
    assert [r.title for r in dict(a_to_z(world.handbook()))["B"]] == ["Book list", "Books", "bóoks"]
