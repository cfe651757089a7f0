"""Every number is counted from the records, and people and programs get the same ones."""

from __future__ import annotations

import json
import sys

from click.testing import CliRunner
from world import World

from macros.checks.stats import FORMATS, stats
from macros.commands.cli import main
from macros.loading.handbook import Handbook
from macros.loading.loader import load


def test_every_number_is_counted(book: Handbook):
    found = stats(book)
    assert found["records"] == {kind: len(book.all(kind)) for kind in found["records"]}
    assert found["steps"] == sum(len(a.steps) for a in book.all("activity"))
    assert found["lessons"] == {
        "by type": {"avoid": 1},
        "by state": {"identified": 1},
        "by strength of evidence": {"verified": 1},
        "by phase": {"plan": 0, "move": 1},
        "by workstream": {"books": 1, "rooms": 0},
        "share that went well": 0.0,
        "median words": 29,
    }
    assert found["activities"] == {
        "by phase": {"plan": 2, "move": 2},
        "by workstream": {"books": 2, "rooms": 2},
        "empty cells": {},
    }
    assert found["sources by how they were read"] == {"whole": 1}
    assert found["flow"]["exit criteria"] == 2


def test_files_that_there_is_one_of_are_not_counted(book: Handbook):
    assert not {"site", "framework", "glossary"} & set(stats(book)["records"])


def test_an_empty_cell_says_why_or_that_nobody_knows(world: World):
    world.write("workstreams/cats.yml", world.read("workstreams/rooms.yml"))
    world.change("framework.yml", "workstreams: [books, rooms]", "workstreams: [books, rooms, cats]")
    world.add("phases/plan.yml", "empty_cells:\n  - {workstream: cats, why: They sleep.}\n")
    assert stats(load(world.content).handbook)["activities"]["empty cells"] == {
        "plan, cats": "They sleep.",
        "move, cats": "",
    }


def test_the_hardest_stand_first(book: Handbook):
    ages = list(stats(book)["reading age"]["activity"]["hardest"].values())
    assert ages == sorted(ages, reverse=True) and len(ages) == len(book.all("activity"))


def test_programs_get_what_people_get(book: Handbook):
    numbers = stats(book)
    assert json.loads(FORMATS["json"](numbers)) == numbers
    assert "lessons\n  by type\n    avoid: 1\n" in FORMATS["text"](numbers)


def test_a_handbook_without_lessons_has_numbers_too(world: World):
    world.delete("lessons/label-every-box.yml")
    found = stats(load(world.content).handbook)
    assert (
        found["lessons"]["median words"],
        found["lessons"]["share that went well"],
        found["reading age"]["lesson"]["median"],
    ) == (0, 0.0, 0.0)


def test_the_command_counts(world: World):
    done = CliRunner().invoke(main, ["stats", "--content", str(world.content), "--format", "json"])
    assert done.exit_code == 0 and json.loads(done.output) == stats(world.handbook())


def test_the_command_does_not_count_what_it_cannot_read(world: World):
    world.write("roles/broken.yml", "title: [\n")
    done = CliRunner().invoke(main, ["stats", "--content", str(world.content)])
    assert (done.exit_code, done.output) == (
        1,
        "Some records cannot be read, so the numbers would be wrong. Run `handbook check` to see what is wrong.\n",
    )


def test_the_command_says_when_there_is_no_content(world: World):
    assert CliRunner().invoke(main, ["stats", "--content", str(world.folder / "nowhere")]).exit_code == 2


def test_without_the_extra_the_other_numbers_are_there_and_the_reading_age_says_what_it_needs(
    book, monkeypatch
):
    monkeypatch.setitem(sys.modules, "textstat", None)
    found = stats(book)
    assert (
        found["reading age"]
        == "Needs more tools: run `make reading-tools`, or `python -m macros reading-tools`"
    )
    assert found["records"]["lesson"]
