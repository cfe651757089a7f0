"""Each lesson of ours has the question that a reviewer asks about it, and no cause that says nothing."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from macros.loading.handbook import Handbook

pytestmark = pytest.mark.ours
SILENT = re.compile(
    r"the [\w ]+ (does not|do not|gives? no) ([\w ]+ )??(why|how|reason)[^.]*\.?|neither [\w ]+ says why[^.]*\.?",
    re.IGNORECASE,
)


def test_every_lesson_has_a_question(handbook: Handbook) -> None:
    assert [lesson.id for lesson in handbook.all("lesson") if not lesson.question] == []


def test_no_two_lessons_ask_the_same(handbook: Handbook) -> None:
    asked = Counter(lesson.question.casefold() for lesson in handbook.all("lesson") if lesson.question)
    assert [question for question, count in asked.items() if count > 1] == []


def test_no_cause_only_says_that_a_source_is_silent(handbook: Handbook) -> None:
    causes = {lesson.id: lesson.cause for lesson in handbook.all("lesson") if lesson.cause}
    assert {id: cause for id, cause in causes.items() if SILENT.fullmatch(cause.strip())} == {}


@pytest.mark.parametrize(
    ("cause", "silent"),
    [
        ("The source does not say why.", True),
        ("The account does not give the reason for the order.", True),
        ("Neither text says why the two changes were kept apart.", True),
        ("The policies did not say how to find a conflict.", False),
        ("The leader names the fixed price.", False),
    ],
)
def test_silence_is_told_from_a_cause(cause: str, silent: bool) -> None:
    assert bool(SILENT.fullmatch(cause)) is silent
