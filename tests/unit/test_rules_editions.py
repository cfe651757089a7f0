"""Editions have each a name and a day of their own, and the handbook is the newest of them."""

from __future__ import annotations

import pytest
from world import World

FRAMEWORK = "content/framework.yml"
LESSON = "content/lessons/label-every-box.yml"
FIRST = "  - {id: '0', date: 2019-01-01, summary: The first.}\n"
SECOND = "  - {id: '1', date: 2020-06, summary: The second.}\n"


def editions(world: World, *entries: str) -> list[str]:
    world.change("framework.yml", 'edition: "1"\n', 'edition: "1"\neditions:\n' + "".join(entries))
    return world.check()


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)])
def test_editions_may_stand_in_either_order(world: World, order):
    assert editions(world, *order) == []


def test_duplicate_edition_a_name_stands_once(world: World):
    assert editions(world, FIRST, SECOND, SECOND.replace("2020-06", "2020-03")) == [
        f"{FRAMEWORK}:7:10: editions 3, id: an edition above has “1” too. Each edition has a name and a day of its own."
    ]


def test_duplicate_edition_a_day_stands_once(world: World):
    assert editions(world, FIRST, SECOND, SECOND.replace("'1'", "'0.5'")) == [
        f"{FRAMEWORK}:7:23: editions 3, date: an edition above has “2020-06” too. Each edition has a name and a day of its own."
    ]
    assert world.codes() == ["duplicate-edition"]


def test_wrong_edition_the_handbook_is_the_newest(world: World):
    assert editions(world, FIRST) == [
        f"{FRAMEWORK}:3:10: edition: this is edition “1”, and the newest under editions is “0”. Add this edition under editions with its day, or correct its name."
    ]
    assert world.codes() == ["wrong-edition"]


def test_no_note_a_lesson_is_not_retired_in_silence(world: World):
    world.change("lessons/label-every-box.yml", "state: identified", "state: retired")
    assert (world.check(), world.codes()) == (
        [
            f"warning: {LESSON}:20:8: state: this lesson is retired, and nothing says when and why. Add a note with its day."
        ],
        ["no-note"],
    )
    world.add(
        "lessons/label-every-box.yml", "notes:\n  - {date: 2021-02-03, what: Boxes come with labels now.}\n"
    )
    assert world.check() == []
