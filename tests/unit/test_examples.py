"""An example of a field comes from the handbook's own records."""

from __future__ import annotations

from world import ROOT, World

from macros.authoring.examples import SHORT, Examples, examples
from macros.loading.loader import load
from macros.model import KINDS

LESSON = KINDS["lesson"]


def shown_in(world: World) -> Examples:
    return examples(load(world.content).handbook)


def test_the_first_record_that_uses_a_field_gives_its_example(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/a-first-one.yml")
    world.change(
        "lessons/a-first-one.yml", "organisation: Old Town library", "organisation: New Town library"
    )
    assert shown_in(world)[LESSON, "organisation"] == "New Town library"


def test_a_short_value_goes_before_a_long_one(world: World):
    world.copy("lessons/label-every-box.yml", "lessons/a-first-one.yml")
    world.change(
        "lessons/a-first-one.yml",
        "organisation: Old Town library",
        f"organisation: {'Very ' * 20}Old Town library",
    )
    assert shown_in(world)[LESSON, "organisation"] == "Old Town library"


def test_a_long_value_is_cut_between_words(world: World):
    world.change(
        "lessons/label-every-box.yml",
        "organisation: Old Town library",
        f"organisation: {'Very ' * 20}Old Town library",
    )
    assert shown_in(world)[LESSON, "organisation"] == " ".join(["Very"] * 14) + "…"


def test_a_list_shows_its_first_entry_as_a_list(world: World):
    assert shown_in(world)[LESSON, "phases"] == '["move"]'


def test_a_field_that_no_record_uses_and_a_truth_have_none(world: World):
    shown = shown_in(world)
    assert (LESSON, "formerly") not in shown and (KINDS["product"], "external") not in shown


def test_every_example_of_our_handbook_is_short_and_stands_in_it():
    handbook = load(ROOT / "content").handbook
    shown = examples(handbook)
    assert shown == examples(handbook) and max(map(len, shown.values())) <= SHORT
    assert shown[KINDS["phase"], "title"] in {phase.title for phase in handbook.all("phase")}


def test_content_that_cannot_be_read_gives_the_examples_that_it_can(world: World):
    world.change("framework.yml", "title: Moving a library", "tilte: Moving a library")
    assert (LESSON, "organisation") in shown_in(world)
