"""Which terms a record uses, and which records use a term."""

from __future__ import annotations

import pytest
from world import World

from macros.pages.views.terms import abbreviations, uses

LESSON = "lessons/label-every-box.yml"


def found(world: World) -> tuple[list[str], list[str]]:
    """The abbreviations of the lesson, and the records that use the term."""
    book = world.handbook()
    return (
        [t.abbreviation for t in abbreviations(book, book.get("lesson", "label-every-box"))],
        [r.id for r in uses(book, book.get("term", "shelf-mark"))],
    )


def test_a_term_that_nobody_uses_is_used_by_nobody(world: World):
    world.change("products/book-list.yml", "summary: Every book by shelf mark.", "summary: Every book.")
    assert found(world) == ([], [])


@pytest.mark.parametrize(
    ("cause", "abbreviated", "used"),
    [
        ("No SM was kept.", True, True),
        ("The SM, of course.", True, True),
        ("(SM)", True, True),
        ("No sm was kept.", False, False),
        ("SMS was used.", False, False),
        ("A Shelf Mark was lost.", False, True),
        ("A shelf mark was lost.", False, True),
        ("Shelf marks were lost.", False, False),
        ("Bookshelf mark.", False, False),
    ],
)
def test_abbreviations_match_as_written_and_terms_in_any_case(world: World, cause, abbreviated, used):
    world.change(LESSON, "cause: Nobody had labels.", f"cause: {cause}")
    short, where = found(world)
    assert (short == ["SM"], "label-every-box" in where) == (abbreviated, used)


def test_a_term_that_is_broken_over_two_lines_is_found(world: World):
    world.change(LESSON, "cause: Nobody had labels.", "cause: |\n  Nobody kept the shelf\n  mark.")
    assert "label-every-box" in found(world)[1]


def test_a_term_inside_lists_and_groups_is_found(world: World):
    world.change(
        "activities/count-the-books.yml", "    text: Count it again.", "    text: Read the shelf mark."
    )
    assert "count-the-books" in found(world)[1]


def test_letters_that_only_look_alike_do_no_harm(world: World):
    world.add("glossary.yml", "  - {id: risk, title: Risk, summary: It may go wrong.}\n")
    world.change(LESSON, "cause: Nobody had labels.", "cause: A rıſK was taken.")
    assert found(world)[0] == []


def test_abbreviations_stand_in_their_order_each_once(world: World):
    world.add("glossary.yml", "  - {id: aa, title: All aboard, summary: Go., abbreviation: AA}\n")
    world.change(LESSON, "cause: Nobody had labels.", "cause: SM, AA and SM.")
    assert found(world)[0] == ["AA", "SM"]


def test_without_terms_nothing_is_found(world: World):
    world.write("glossary.yml", "title: Glossary\nsummary: None.\nterms: []\n")
    book = world.handbook()
    assert abbreviations(book, book.get("lesson", "label-every-box")) == []
