"""The content is easy to read: short sentences, short lessons, and nothing that needs more than school English."""

from __future__ import annotations

import pytest

from macros.checks.readability import length, sentences, words
from macros.checks.stats import Numbers
from macros.loading.handbook import Handbook

pytestmark = pytest.mark.ours
OLDEST = 14
LONGEST_SENTENCE = 30
LESSON = range(50, 201)


@pytest.mark.parametrize("kind", ["lesson", "activity"])
def test_half_of_all_records_can_be_read_at_the_age_of_fourteen(numbers: Numbers, kind: str):
    found = numbers["reading age"][kind]
    hardest = "\n".join(f"{age:5} {id}" for id, age in found["hardest"].items())
    assert found["median"] <= OLDEST, f"the hardest of kind {kind}:\n{hardest}"


@pytest.mark.parametrize("kind", ["lesson", "activity"])
def test_no_sentence_is_longer_than_thirty_words(handbook: Handbook, kind: str):
    long = [
        f"{handbook.file(record)}: {len(words(said))} words: {said}"
        for record in handbook.all(kind)
        for said in sentences(record)
        if len(words(said)) > LONGEST_SENTENCE
    ]
    assert not long, "\n".join(long)


def test_every_lesson_has_fifty_to_two_hundred_words(handbook: Handbook):
    assert {
        lesson.id: length(lesson) for lesson in handbook.all("lesson") if length(lesson) not in LESSON
    } == {}
