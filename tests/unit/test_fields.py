"""The type of a field decides what may stand in it."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.model.fields import (
    Listed,
    Markdown,
    Model,
    Slug,
    Text,
    Title,
    TrueFalse,
    WebAddress,
    When,
    WhenKnown,
    field,
)
from macros.model.validators import MAX_ID, RESERVED


def taken(kind: Any, value: Any) -> Any:
    """The value as a field of this type holds it, or what is wrong with it."""

    class Box(Model):
        it: kind = field("What is in the box.")

    try:
        return Box.model_validate({"it": value}).it
    except ValidationError as error:
        return [detail["msg"] for detail in error.errors()]


@pytest.mark.parametrize("id", ["a", "7", "book-list", "2009-04", "a1-b2-c3", "x" * MAX_ID])
def test_an_id_has_small_letters_digits_and_single_hyphens(id):
    assert taken(Slug, id) == id


@pytest.mark.parametrize(
    "id",
    [
        "",
        "Alpha",
        "a_b",
        "a b",
        "a--b",
        "-a",
        "a-",
        "a.b",
        "a.",
        "a/b",
        "../x",
        "/x",
        "a#b",
        "a%20b",
        "é",
        "e\u0301",
        "а",
        "a\nb",
        "C:",
        "~",
        "a?b",
        "a\\b",
        "٣",
    ],
)
def test_an_id_has_nothing_else(id):
    assert taken(Slug, id) == ["an id has lower-case letters, digits and single hyphens only"]


def test_an_id_is_short_enough_for_every_disk():
    assert taken(Slug, "x" * (MAX_ID + 1)) == ["an id has at most 48 characters"]


@pytest.mark.parametrize("id", sorted(RESERVED))
def test_an_id_is_not_a_name_that_windows_or_the_site_keeps(id):
    assert taken(Slug, id) == ["this id is reserved by Windows or by the site"]


def test_the_reserved_names_are_those_of_windows_and_the_index_page():
    assert {"con", "prn", "aux", "nul", "com0", "com9", "lpt1", "lpt9", "index"} <= RESERVED


def test_a_text_is_stripped_and_otherwise_kept():
    assert taken(Text, "  <b>007</b> {{ x }} & co  ") == "<b>007</b> {{ x }} & co"


@pytest.mark.parametrize("kind", [Text, Title])
def test_a_text_stands_on_one_line(kind):
    assert taken(kind, "one\ntwo") == ["this text must fit on one line"]


@pytest.mark.parametrize("kind", [Text, Title, Markdown])
@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_text_is_not_empty(kind, blank):
    assert taken(kind, blank) == ["String should have at least 1 character"]


@pytest.mark.parametrize(("kind", "limit"), [(Title, 120), (Text, 600), (Markdown, 20_000)])
def test_a_text_has_a_limit(kind, limit):
    assert (taken(kind, "x" * limit), len(taken(kind, "x" * (limit + 1)))) == ("x" * limit, 1)


def test_markdown_may_have_many_lines():
    assert taken(Markdown, "one\n\ntwo") == "one\n\ntwo"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "http://example.org/a?b=c&d#e",
        "https://example.org/%C3%A9",
        "https://[::1]:8000/x",
    ],
)
def test_a_web_address_is_an_address_of_the_web(url):
    assert taken(WebAddress, url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://a b",
        "https://a\nb",
        'https://a"b',
        "https://a<b>",
        "https://{{ x }}",
        "HTTPS://example.org",
        "https://a'b",
        "https://a\\b",
    ],
)
def test_a_web_address_is_nothing_else(url):
    assert taken(WebAddress, url) == ["a web address starts with https:// and has no spaces"]


@pytest.mark.parametrize(("typed", "held"), [("true", True), ("false", False), (True, True)])
def test_true_and_false_are_written_so(typed, held):
    assert taken(TrueFalse, typed) is held


@pytest.mark.parametrize("typed", ["yes", "no", "True", "1", "on", ""])
def test_true_and_false_are_not_written_otherwise(typed):
    assert taken(TrueFalse, typed) == ["write true or false"]


def test_a_date_keeps_its_precision():
    assert [taken(When, text) for text in ("2009", "2007-Q3", "2009-04", "2009-04-01")] == [
        "2009",
        "2007-Q3",
        "2009-04",
        "2009-04-01",
    ]


def test_a_date_that_the_source_does_not_give_is_said_only_where_that_may_be():
    assert taken(WhenKnown, "not-given") == "not-given"
    assert taken(When, "not-given") == ["a date is written 2009-04-01, 2009-04, 2007-Q3 or 2007"]


def test_one_value_may_stand_for_a_list_of_one():
    assert (taken(Listed[Slug], "a"), taken(Listed[Slug], ["a", "b"]), taken(Listed[Slug], [])) == (
        ("a",),
        ("a", "b"),
        (),
    )


def test_every_entry_of_a_list_is_checked():
    assert taken(Listed[Slug], ["a", "B", "con"]) == [
        "an id has lower-case letters, digits and single hyphens only",
        "this id is reserved by Windows or by the site",
    ]


def test_a_field_that_does_not_exist_is_refused():
    class Box(Model):
        it: Text = field("What is in the box.")

    with pytest.raises(ValidationError, match="Extra inputs"):
        Box.model_validate({"it": "a", "of": "b"})


def test_nothing_changes_once_it_is_read():
    class Box(Model):
        it: Text = field("What is in the box.")

    with pytest.raises(ValidationError, match="frozen"):
        Box(it="a").it = "b"


def test_a_field_carries_its_meaning_and_an_example():
    info = TypeAdapter(Annotated[str, field("What it is.", "a box")]).json_schema()
    assert (info["description"], info["examples"]) == ("What it is.", ["a box"])


@given(
    st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True).filter(
        lambda name: name not in RESERVED
    )
)
def test_every_id_of_the_pattern_is_one(id):
    assert taken(Slug, id) == id


@given(st.text(max_size=60))
def test_no_text_becomes_an_id_that_leaves_its_folder(text):
    held = taken(Slug, text)
    assert isinstance(held, list) or not set(held) & set("/\\.:%# ")
