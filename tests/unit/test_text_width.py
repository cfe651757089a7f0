"""How wide a text may be, and where it breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.views.text_width import width, wrapped


def test_capitals_wide_letters_and_signs_of_east_asia_take_more_room():
    assert (
        width("iiii", 10) < width("aaaa", 10) < width("AAAA", 10) < width("mmmm", 10) <= width("漢字漢字", 10)
    )
    assert width("words", 10, bold=True) > width("words", 10)


def test_a_mark_above_a_letter_takes_no_room():
    assert width("e\u0301", 10) == width("e", 10)


def test_a_text_breaks_between_words():
    assert wrapped("Book list of the town", 80, 10) == ("Book list of", "the town")


def test_a_word_that_is_too_long_is_broken_with_a_hyphen():
    lines = wrapped("Bestandsverzeichnis", 60, 10)
    assert "".join(line.removesuffix("-") for line in lines) == "Bestandsverzeichnis"
    assert all(line.endswith("-") for line in lines[:-1])


def test_a_broken_word_does_not_end_in_a_stub():
    word = "Communications"
    assert wrapped(word, width(word[:-1], 10), 10) == ("Communica-", "tions")


@pytest.mark.parametrize("text", ["", "   "])
def test_no_words_are_no_lines(text: str):
    assert wrapped(text, 60, 10) == ()


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1, max_size=8))
def test_nothing_is_lost_and_every_line_fits(words: list[str]):
    text = " ".join(words)
    lines = wrapped(text, 60, 10)
    kept = "".join(
        line.removesuffix("-") if place < len(lines) - 1 else line for place, line in enumerate(lines)
    )
    assert kept.replace(" ", "") == "".join(text.split())
    assert all(width(line, 10) <= 60 for line in lines)
