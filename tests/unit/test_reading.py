"""The words of a record are those that a reader meets, and their reading age follows the formula."""

from __future__ import annotations

import subprocess
import sys

import pytest
from world import World

from macros.checks.readability import length, reading_age, sentences, words

# Each process would load the dictionary of sounds again.
pytestmark = pytest.mark.xdist_group("reading")
EVENT = "event: Forty boxes were lost."


def lesson(world: World, event: str = "Forty boxes were lost."):
    world.change("lessons/label-every-box.yml", EVENT, f"event: |\n  {event}")
    return world.handbook().get("lesson", "label-every-box")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It cost £1.5 million. Nobody knew.", ["It cost £1.5 million.", "Nobody knew."]),
        ("See [the plan](/phases/plan.md) *first*.", ["See the plan first."]),
        ("“Was it late?” 7 of 9 said so.", ["“Was it late?”", "7 of 9 said so."]),
        ("It opened at 9 a.m. and closed.", ["It opened at 9 a.m. and closed."]),
        (
            "## Why\n\n  It\n  was full:\n\n  - of books\n  - of boxes",
            ["Why", "It was full:", "of books", "of boxes"],
        ),
    ],
)
def test_sentences_are_plain_words_and_end_where_the_eye_stops(world: World, text: str, said: list[str]):
    assert sentences(lesson(world, text))[:-5] == said


def test_ids_are_no_words_of_a_record(world: World):
    assert sentences(lesson(world)) == [
        "Forty boxes were lost.",
        "Nobody had labels.",
        "A label costs less than a book.",
        "Put a label on each box before it leaves.",
        "There is more than one box.",
        "Forty boxes were lost.",
    ]


def test_evidence_is_a_note_and_makes_no_record_longer(world: World):
    assert length(lesson(world)) == 4 + 3 + 7 + 9 + 6


def test_marks_that_stand_alone_are_no_words():
    assert words("Loss – of £130 million & more") == ["Loss", "of", "£130", "million", "more"]


def test_the_reading_age_is_five_years_above_the_grade_of_the_formula(world: World):
    stops = 6
    total = 4 + 3 + 7 + 9 + 6 + 4
    syllables = 6 + 6 + 8 + 11 + 6 + 6
    assert reading_age(lesson(world)) == round(0.39 * total / stops + 11.8 * syllables / total - 15.59 + 5, 1)


def test_longer_sentences_and_words_are_for_older_readers(world: World):
    easy = reading_age(lesson(world))
    world.restore()
    assert (
        reading_age(
            lesson(
                world,
                "Organisational accountability arrangements deteriorated considerably throughout implementation.",
            )
        )
        > easy
    )


def test_a_point_in_a_number_makes_nothing_easier(world: World):
    whole = reading_age(lesson(world, "The books of the whole town cost it 15 million pounds in all."))
    world.restore()
    assert (
        reading_age(lesson(world, "The books of the whole town cost it 1.5 million pounds in all.")) == whole
    )


def test_no_other_command_waits_for_the_dictionary_of_sounds():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, macros.commands.cli; sys.exit('textstat' in sys.modules)"],
        check=False,
    )
    assert done.returncode == 0
