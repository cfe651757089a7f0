"""How alike two texts are decides what is suggested and which titles are one; every limit is in one place."""

from __future__ import annotations

import pytest

from macros.similarity import suggest, twins

FIELDS = ["title", "summary", "audience", "contents", "evidence"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("audiense", "audience"), ("sumary", "summary"), ("Title", "title"), ("evidences", "evidence")],
)
def test_a_misspelt_word_gets_a_suggestion(typed: str, meant: str):
    assert suggest(typed, FIELDS) == f"Did you mean “{meant}”?"


@pytest.mark.parametrize("typed", ["colour", "", "x", "steps"])
def test_a_word_that_is_like_none_gets_no_suggestion(typed: str):
    assert suggest(typed, FIELDS) == ""


@pytest.mark.parametrize(
    "pair",
    [
        ("Label every box", "label EVERY box"),
        ("Label every box", "Label every boxes"),
        ("Ask the users before the systems go live", "Ask the user before the systems go live"),
        ("Ask the users before the systems go live", "Ask users before the systems go live"),
    ],
)
def test_titles_that_are_one_but_for_a_letter_or_a_small_word_are_twins(pair: tuple[str, str]):
    assert list(twins(pair)) == [(0, 1)]


@pytest.mark.parametrize(
    "pair", [("Label every box", "Open every box"), ("Plan", "Plans for a move"), ("Van", "Driver")]
)
def test_titles_that_say_different_things_are_no_twins(pair: tuple[str, str]):
    assert list(twins(pair)) == []


def test_a_title_is_named_once_with_the_earlier_one_that_is_most_like_it():
    assert list(twins(["Label every boxes", "Open the doors", "Label every box", "Label every box"])) == [
        (0, 2),
        (2, 3),
    ]


def test_ten_thousand_numbered_titles_are_compared_with_few_others():
    titles = [f"The lesson of the year with the number {n}" for n in range(10_000)]
    assert len(list(twins(titles))) == 9_999
