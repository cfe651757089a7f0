"""Labels with their plurals, and dates in the language of the content."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup
from world import World

from macros.loading.handbook import Handbook
from macros.model.words.labels import Plural
from macros.pages.wording import Words


@pytest.fixture
def words(book: Handbook):
    """A function that gives the words of the world in a language."""

    def speak(language: str) -> Words:
        return Words(book.site.model_copy(update={"language": language}))

    return speak


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en-GB", "2009-04-01", "1 April 2009"),
        ("en-GB", "2009-04", "April 2009"),
        ("en-GB", "2007-Q3", "Q3 2007"),
        ("en-GB", "2007", "2007"),
        ("cy", "2009-04-01", "1 Ebrill 2009"),
        ("cy", "2009-04", "Ebrill 2009"),
        ("cy", "2007-Q3", "Ch3 2007"),
        ("cy", "2007", "2007"),
        ("de", "2009-03-01", "1 März 2009"),
        ("fr-CA", "2009-08", "août 2009"),
    ],
)
def test_a_date_is_said_in_the_language_and_no_more_precisely_than_written(words, language, text, said):
    assert words(language).when(text) == said


def test_a_date_that_the_source_does_not_give_is_said_so(words):
    assert words("en-GB").when("not-given") == words("en-GB").labels.not_given


@pytest.mark.parametrize(("language", "said"), [("en-GB", "Apr 2009"), ("cy", "Ebr 2009")])
def test_a_month_is_said_short(words, language, said):
    assert words(language).month(date(2009, 4, 7)) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 books"), (1, "1 book"), (2, "2 books"), (11, "11 books")]
)
def test_a_number_takes_its_plural(words, number, said):
    assert words("en-GB").count(Plural(one="{n} book", other="{n} books"), number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "dim gwersi"),
        (1, "1 wers"),
        (2, "2 wers"),
        (3, "3 gwers"),
        (6, "6 gwers!"),
        (4, "4 gwersi"),
        (20, "20 gwersi"),
    ],
)
def test_welsh_has_six_plurals(words, number, said):
    welsh = Plural(
        zero="dim gwersi",
        one="{n} wers",
        two="{n} wers",
        few="{n} gwers",
        many="{n} gwers!",
        other="{n} gwersi",
    )
    assert words("cy").count(welsh, number) == said


def test_a_plural_that_is_not_given_is_the_common_one(words):
    assert words("cy").count(Plural(other="{n} o wersi"), 2) == "2 o wersi"


def test_the_blanks_of_a_label_are_filled(words):
    assert words("en-GB").fill("Showing {n} of {all}", n=3, all=7) == "Showing 3 of 7"


def test_what_fills_a_blank_is_escaped_unless_it_is_markup(words):
    assert words("en-GB").fill("<{a}> {b}", a="<b>", b=Markup("<i>")) == "&lt;&lt;b&gt;&gt; <i>"


def test_what_fills_a_blank_is_never_filled_again(words):
    assert words("en-GB").fill("{a} and {b}", a="{b}", b="c") == "{b} and c"


@pytest.mark.parametrize("language", ["klingon", "xx-YY", "en_GB.UTF-8", "../en"])
def test_a_language_that_nobody_knows_is_refused_with_its_line(world: World, language):
    world.change("site.yml", "language: en-GB", f"language: {language}")
    assert world.check() == [
        "content/site.yml:4:11: language: a language is written as its code, such as en-GB or cy."
    ]
