"""Titles tell records apart."""

from __future__ import annotations

from world import World


def test_twin_two_records_with_one_title_are_named(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/other.yml", title="label EVERY box")
    assert (world.check(), world.codes()) == (
        [
            "content/lessons/other.yml:1:8: title: “label-every-box” has the same title. Readers cannot tell them apart. Change one of them."
        ],
        ["twin"],
    )


def test_near_twin_two_titles_that_are_almost_the_same_are_named(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/other.yml", title="Label every boxes")
    assert (world.check(), world.codes()) == (
        [
            "warning: content/lessons/other.yml:1:8: title: this title is almost the one of “label-every-box”: “Label every box”. "
            "If they are the same, keep one. If not, make the difference plain."
        ],
        ["near-twin"],
    )


def test_records_of_two_kinds_may_share_a_title(world: World):
    world.change("products/van.yml", "title: Van", "title: Driver")
    assert world.check() == []


def test_titles_of_sources_may_be_alike_as_their_publishers_chose_them(world: World):
    world.copy("sources/town-report.yml", "sources/second.yml", title="Report on the move 2")
    world.change("activities/count-the-books.yml", "  - source: practice", "  - source: second")
    assert world.check() == []


def test_look_alike_a_title_with_a_letter_of_another_alphabet_is_named(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/other.yml", title="L\u0430bel every box")
    assert (
        "look-alike",
        "warning: content/lessons/other.yml:1:8: title: this title looks like the one of “label-every-box”: "
        "“\u0430” is CYRILLIC SMALL LETTER A (U+0430). "
        "Readers cannot tell them apart. Type one of them again, or change it.",
    ) in world.found()
