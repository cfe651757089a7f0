"""One YAML file as plain data: every value keeps its text and its place, and trouble is refused where it stands."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.loading.document import Document
from macros.loading.yaml_file import read

BIDI = [chr(c) for c in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]


@pytest.fixture
def taken(tmp_path: Path):
    """A function that reads a text as `box.yml`."""
    return lambda text: taken_from(tmp_path, text)


def taken_from(folder: Path, text: str | bytes) -> tuple[Document, list[str]]:
    file = folder / "box.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    document, problems = read(file, "box.yml")
    return document, [str(p) for p in problems]


# What is kept


@pytest.mark.parametrize(
    "typed",
    [
        "007",
        "no",
        "yes",
        "on",
        "1.10",
        "2009-04-01",
        "2008-03",
        "12:30:00",
        "0x1f",
        "1e3",
        "1_000",
        ".inf",
        "=",
        "true",
    ],
)
def test_a_text_is_kept_as_typed(taken, typed):
    assert taken(f"value: {typed}\n")[0].data == {"value": typed}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing(taken, typed):
    assert taken(f"value: {typed}\n")[0].data == {"value": None}


def test_nothing_in_quotes_is_a_text(taken):
    assert taken("a: ''\nb: \"null\"\nc: '~'\n")[0].data == {"a": "", "b": "null", "c": "~"}


def test_lists_and_groups_nest(taken):
    assert taken("a:\n  - b: 1\n    c: [2, {d: 3}]\n  - e\n")[0].data == {
        "a": [{"b": "1", "c": ["2", {"d": "3"}]}, "e"]
    }


def test_a_block_keeps_its_lines(taken):
    assert taken("a: |\n  one\n\n  two\n")[0].data == {"a": "one\n\ntwo\n"}


def test_a_folded_block_is_one_line(taken):
    assert taken("a: >-\n  one\n  two\n")[0].data == {"a": "one two"}


def test_an_empty_file_holds_nothing(taken):
    document, problems = taken("")
    assert (document.path, document.data, document.located.places, problems) == ("box.yml", None, {}, [])


def test_a_byte_order_mark_is_fine(taken):
    document, problems = taken(b"\xef\xbb\xbfa: 1\n")
    assert (document.data, str(document.place(("a",))), problems) == ({"a": "1"}, "box.yml:1:4", [])


def test_line_ends_of_windows_are_fine(taken):
    document, problems = taken("a: 1\r\nb: |\r\n  x\r\n  y\r\nc: 2\r\n")
    assert (document.data, str(document.place(("c",))), problems) == (
        {"a": "1", "b": "x\ny\n", "c": "2"},
        "box.yml:5:4",
        [],
    )


def test_a_tab_inside_a_text_is_fine(taken):
    assert taken("a: one\ttwo\n")[1] == []


def test_letters_of_every_script_are_fine(taken):
    text = "Tŷ, ŵyth, Škoda, Ελλάδα, 図書館, 👩‍👧"
    assert taken(f"a: {text}\n") == (taken(f"a: {text}\n")[0], []) and taken(f"a: {text}\n")[0].data == {
        "a": text
    }


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=80))
def test_every_readable_text_in_quotes_comes_back_unchanged(tmp_path_factory, text):
    quoted = text.replace("'", "''")
    document, problems = taken_from(tmp_path_factory.getbasetemp(), f"a: '{quoted}'\n")
    assert (document.data, problems) == ({"a": text}, [])


@given(
    st.one_of(st.binary(max_size=200), st.text("ab:-[]{}&*!|>'\"#%@` \n\t,?0", max_size=60).map(str.encode))
)
def test_no_file_whatsoever_raises(tmp_path_factory, raw):
    document, problems = taken_from(tmp_path_factory.getbasetemp(), raw)
    assert len(problems) <= 1 and (not problems or document.data is None)


# Where it stands

STEPS = (
    "# a box\ntitle: Box\nsteps:\n  - id: pack\n    side: us\n  - id: drive\n    side: them\ntags: [a, b]\n"
)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "box.yml:2:1"),
        (("title",), "box.yml:2:8"),
        (("steps",), "box.yml:4:3"),
        (("steps", 1), "box.yml:6:5"),
        (("steps", 1, "side"), "box.yml:7:11"),
        (("tags", 1), "box.yml:8:11"),
    ],
)
def test_every_value_has_its_place(taken, path, place):
    assert str(taken(STEPS)[0].place(path)) == place


def test_the_name_of_a_field_has_its_place(taken):
    assert str(taken(STEPS)[0].place(("steps", 1, "side"), key=True)) == "box.yml:7:5"


def test_a_value_that_is_missing_has_the_place_of_what_should_hold_it(taken):
    assert str(taken(STEPS)[0].place(("steps", 0, "text"))) == "box.yml:4:5"


def test_a_value_that_is_missing_at_the_top_has_the_place_of_the_record(taken):
    assert str(taken(STEPS)[0].place(("summary",))) == "box.yml:2:1"


def test_an_empty_file_has_a_place(taken):
    assert str(taken("")[0].place(("a", 1))) == "box.yml:1:1"


def test_columns_count_letters_not_bytes(taken):
    assert str(taken("a: {é: ŵ👍, b: c}\n")[0].place(("a", "b"))) == "box.yml:1:15"


def test_a_problem_has_the_place_and_the_name_of_its_field(taken):
    problem = taken(STEPS)[0].problem(("steps", 1, "side"), "odd", "this is odd.")
    assert str(problem) == "box.yml:7:11: steps 2, side: this is odd."
    assert (problem.code, problem.severity) == ("odd", "error")
    warning = taken(STEPS)[0].problem((), "odd", "this is odd.", "Change it.", "warning")
    assert str(warning) == "box.yml:2:1: this is odd. Change it."
    assert warning.severity == "warning"


# What is refused

HIDDEN = "there is an invisible character here"
REFUSED = {
    "a duplicate key": (
        "title: A\nid: x\ntitle: B\n",
        "box.yml:3:1: the field “title” is there twice. Keep one of the two.",
    ),
    "a duplicate key further in": (
        "a:\n  - b: 1\n    b: 2\n",
        "box.yml:3:5: the field “b” is there twice. Keep one of the two.",
    ),
    "a second document": (
        "a: 1\n---\nb: 2\n",
        "box.yml:2:1: a second document starts here (---). One file holds one record.",
    ),
    "a tab as indent": (
        "a:\n\tb: 1\n",
        "box.yml:2:1: a text may not start with this character, and a tab may not be used to indent. Use spaces, or put the text in quotes.",
    ),
    "a text that starts with a percent sign": (
        "a: %x\n",
        "box.yml:1:4: a text may not start with this character, and a tab may not be used to indent. Use spaces, or put the text in quotes.",
    ),
    "an anchor": (
        "a: &x 1\n",
        "box.yml:1:4: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
    ),
    "an anchor on a list": (
        "a: &x [1]\n",
        "box.yml:1:4: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
    ),
    "an alias": (
        "a: *x\n",
        "box.yml:1:4: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
    ),
    "an alias that merges": (
        "<<: *x\n",
        "box.yml:1:5: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
    ),
    "a star before a word in bold": (
        "a: **b** c\n",
        "box.yml:1:5: a text may not start with a star or an ampersand. Put the text in quotes.",
    ),
    "a tag": (
        "a: !!int 1\n",
        "box.yml:1:4: tags such as int are not used here. Leave out the word with the exclamation mark.",
    ),
    "a tag that would run code": (
        "a: !!python/object/apply:os.system ['true']\n",
        "box.yml:1:4: tags such as system are not used here. Leave out the word with the exclamation mark.",
    ),
    "a tag on a group": (
        "a: !!set {b, c}\n",
        "box.yml:1:4: tags such as set are not used here. Leave out the word with the exclamation mark.",
    ),
    "a tag of one's own": (
        "a: !ENV HOME\n",
        "box.yml:1:4: tags such as !ENV are not used here. Leave out the word with the exclamation mark.",
    ),
    "a list as the name of a field": ("[a]: 1\n", "box.yml:1:1: the name of a field must be a word."),
    "nothing as the name of a field": ("~: 1\n", "box.yml:1:1: the name of a field must be a word."),
    "a second colon": (
        "title: One: two\n",
        "box.yml:1:11: there is a second colon here. Put the whole text in quotes.",
    ),
    "a name without a colon": (
        "title: A\nsummary\nid: b\n",
        "box.yml:3:1: a colon is missing after the name of a field, here or on the line above.",
    ),
    "a field that is out of line": (
        "a:\n  b: 1\n c: 2\n",
        "box.yml:3:2: this line does not line up with the field above it. Check the spaces at its start, and that every quote is closed.",
    ),
    "a list that is out of line": (
        "a:\n  - b\n  c: d\n",
        "box.yml:3:3: this line does not line up with the list above it.",
    ),
    "a quote that is never closed": (
        "a: 'b\nc: d\n",
        "box.yml:1:4: a quote is opened here and never closed.",
    ),
    "a bracket that is never closed": (
        "a: [b, c\nd: e\n",
        "box.yml:1:4: a bracket is opened and never closed.",
    ),
    "a backslash in double quotes": (
        'a: "C:\\work"\n',
        "box.yml:1:7: a backslash in double quotes starts a special character. Use single quotes.",
    ),
    "windows-1252": (
        "a: 1\ncaf\xe9: 2\n".encode("cp1252"),
        "box.yml:2:4: this file is not saved as UTF-8. Save it again with the encoding UTF-8.",
    ),
    "UTF-16 with its mark": (
        "a: 1\n".encode("utf-16"),
        "box.yml:1:1: this file is saved as UTF-16, not as UTF-8. Save it again with the encoding UTF-8.",
    ),
    "UTF-16 without its mark": (
        "a: 1\n".encode("utf-16-le"),
        "box.yml:1:1: this file is saved as UTF-16, not as UTF-8. Save it again with the encoding UTF-8.",
    ),
    "a NUL": ("a: 1\nb: x\0y\n", f"box.yml:2:5: {HIDDEN} (U+0000). Delete it and type the text again."),
    "a control character": (
        "a: \x1b[31m\n",
        f"box.yml:1:4: {HIDDEN} (U+001B). Delete it and type the text again.",
    ),
    "a byte order mark in the middle": (
        "a: b\ufeffc\n",
        f"box.yml:1:5: {HIDDEN} (U+FEFF). Delete it and type the text again.",
    ),
    "a zero width space": (
        "a: b\u200bc\n",
        f"box.yml:1:5: {HIDDEN} (U+200B). Delete it and type the text again.",
    ),
    "a word joiner": ("a: b\u2060c\n", f"box.yml:1:5: {HIDDEN} (U+2060). Delete it and type the text again."),
    "an invisible plus": (
        "a: b\u2064c\n",
        f"box.yml:1:5: {HIDDEN} (U+2064). Delete it and type the text again.",
    ),
    "a line separator": (
        "a: b\u2028c\n",
        f"box.yml:1:5: {HIDDEN} (U+2028). Delete it and type the text again.",
    ),
    "letters that are written as tags": (
        "a: b\U000e0041c\n",
        f"box.yml:1:5: {HIDDEN} (U+E0041). Delete it and type the text again.",
    ),
    "a bidirectional override spelt as an escape": (
        'a: "b\\u202Ec"\n',
        f"box.yml:1:4: {HIDDEN} (U+202E). Delete it and type the text again.",
    ),
    "a NUL spelt as an escape": (
        'a: "b\\0c"\n',
        f"box.yml:1:4: {HIDDEN} (U+0000). Delete it and type the text again.",
    ),
    "a file that is too large": (
        "a: " + "x" * 200_000,
        "box.yml:1:1: this file is larger than 200 kB. Keep one record in a file, and long material outside the handbook.",
    ),
}


@pytest.mark.parametrize(("text", "line"), REFUSED.values(), ids=REFUSED)
def test_is_refused_where_it_stands(taken, text, line):
    document, problems = taken(text)
    assert (document.data, problems) == (None, [line])


@pytest.mark.parametrize("character", BIDI, ids=lambda c: f"U+{ord(c):04X}")
def test_characters_that_turn_the_direction_of_text_are_refused(taken, character):
    assert taken(f"title: a{character}b\n")[1] == [
        f"box.yml:1:9: {HIDDEN} (U+{ord(character):04X}). Delete it and type the text again."
    ]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)
COSTLY = {
    "an alias bomb": (
        BOMB,
        "box.yml:1:4: anchors and aliases (& and *) are not used here. Write the text out, or put it in quotes.",
    ),
    "4,000 opening brackets": ("[" * 4000, "box.yml:1:21: brackets or lists are nested too deeply here."),
    "4,000 opening braces": ("{a: " * 4000, "box.yml:1:81: brackets or lists are nested too deeply here."),
    "5,000 nested lists": ("- " * 5000, "box.yml:1:41: brackets or lists are nested too deeply here."),
    "21 nested groups": (
        "".join(" " * n + "a:\n" for n in range(21)) + " " * 21 + "b\n",
        "box.yml:21:21: brackets or lists are nested too deeply here.",
    ),
}


@pytest.mark.parametrize(("text", "line"), COSTLY.values(), ids=COSTLY)
def test_is_refused_before_it_costs_time(taken, text, line):
    start = time.perf_counter()
    assert taken(text)[1] == [line]
    assert time.perf_counter() - start < 0.5


def test_twenty_levels_are_not_too_deep(taken):
    assert taken("".join(" " * n + "a:\n" for n in range(20)) + " " * 20 + "b\n")[1] == []


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    problems = read(tmp_path / "gone.yml", "content/gone.yml")[1]
    assert [str(p) for p in problems] == [
        "content/gone.yml:1:1: this file cannot be opened. Check that it exists and that you may read it."
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "duplicate-key"),
        ("a: 1\n---\n", "documents"),
        ("a: *b\n", "alias"),
        ("a: !!int 1\n", "tag"),
        ("[" * 30, "too-deep"),
        ("a: b: c\n", "yaml"),
        ("[a]: b\n", "key"),
        (b"\xff", "encoding"),
        ("\0", "unseen-character"),
        ("x" * 200_001, "too-large"),
    ],
)
def test_every_refusal_has_a_code_that_never_changes(tmp_path, text, code):
    file = tmp_path / "box.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert [p.code for p in read(file, "box.yml")[1]] == [code]
