"""What people type is taken for what they mean: names, dates, headings and lists; and what is not sure is not taken."""

from __future__ import annotations

from datetime import date

import pytest

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, KINDS
from macros.sheets.cells.columns import PERSON, REFERENCE, Headings
from macros.sheets.cells.leaves import leaves
from macros.sheets.cells.likeness import likest
from macros.sheets.cells.splitting import first_sentence, split
from macros.sheets.cells.typed_dates import Calendar
from macros.sheets.files.table import CellPlace, letters

PHASES = {
    "start": ["Foundation"],
    "mob": ["Mobilise"],
    "design": ["Design"],
    "bt": ["Build & Test"],
    "live": ["Post Live"],
}
CALENDAR = Calendar(("en", "cy"), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("said", "id"),
    [
        ("Foundation", "start"),
        ("foundation ", "start"),
        ("FOUNDATOIN", "start"),
        ("Foundations", "start"),
        ("Mobilize", "mob"),
        ("Mob", "mob"),
        ("3. Design", "design"),
        ("Design phase", "design"),
        ("Phase 3 – Design", "design"),
        ("Build and test", "bt"),
        ("B&T", "bt"),
        ("Test & build", "bt"),
        ("post-live", "live"),
        ("Désign", "design"),
    ],
)
def test_a_name_is_known_misspelt_and_cut_short(said: str, id: str):
    assert likest(said, PHASES, {"phase"}).id == id


@pytest.mark.parametrize("said", ["", "Phase 2", "7", "Delivery", "garden", "–", "De"])
def test_what_is_like_no_name_is_not_taken_for_one(said: str):
    assert likest(said, PHASES, {"phase"}).id == ""


def test_between_two_names_nobody_chooses():
    found = likest("service prep", {"a": ["Service preparation"], "b": ["Service prepayment"]})
    assert (found.id, set(found.near)) == ("", {"a", "b"})


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-03-12", "2019-03-12"),
        ("2019-Q3", "2019-Q3"),
        ("2019/03/12", "2019-03-12"),
        ("25/03/2019", "2019-03-25"),
        ("03/25/2019", "2019-03-25"),
        ("04/04/2019", "2019-04-04"),
        ("25.3.2019", "2019-03-25"),
        ("25-3-19", "2019-03-25"),
        ("03/2019", "2019-03"),
        ("March 2019", "2019-03"),
        ("Mar-19", "2019-03"),
        ("Sept 2019", "2019-09"),
        ("12 March 2019", "2019-03-12"),
        ("12th Mar 2019", "2019-03-12"),
        ("Tuesday 12 March 2019", "2019-03-12"),
        ("March 12, 2019", "2019-03-12"),
        ("12 Mawrth 2019", "2019-03-12"),
        ("25/03/2019 14:30", "2019-03-25"),
        ("2019-03-12 00:00:00", "2019-03-12"),
        ("Q2 2019", "2019-Q2"),
        ("Q2 2019/20", "2019-Q3"),
        ("Q4 2019-20", "2020-Q1"),
        ("2019/20 Q1", "2019-Q2"),
        ("43536", "2019-03-12"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_was_typed(said: str, value: str):
    assert CALENDAR.read(said).value == value


@pytest.mark.parametrize(
    "said",
    [
        "12/03/2019",
        "3.4.20",
        "1/2/2019",
        "31/02/2019",
        "2019/20",
        "early 2019",
        "circa March 2019",
        "spring 2019",
        "32/13/2019",
        "ongoing",
        "2019?",
        "Q5 2019",
        "2019-13",
        "Q2 2019/25",
    ],
)
def test_what_is_no_date_or_could_be_two_is_not_read(said: str):
    found = CALENDAR.read(said)
    assert found.value == ""
    assert found.note


def test_what_is_assumed_of_a_date_is_said():
    assert CALENDAR.read("Q2 2019/20").note == "the year 2019/20 is taken to start in April"
    assert CALENDAR.read("25-3-19").note == "19 is taken as 2019"
    assert CALENDAR.read("25-3-97").value == "1997-03-25"
    assert CALENDAR.read("25-3-27").value == "2027-03-25"  # next year
    assert CALENDAR.read("25-3-28").value == "1928-03-25"  # the year after it
    assert CALENDAR.read("12/03/2019").note == "this date can be read as 12 March 2019 or 3 December 2019"


def test_an_order_is_proven_by_one_date_of_the_column_and_only_when_none_disproves_it():
    assert CALENDAR.order_in({"A1": "12/03/2019", "A2": "25/03/2019"}) == ("day-first", "25/03/2019 in A2")
    assert CALENDAR.order_in({"A1": "03/25/2019", "A2": "25/03/2019"}) == (None, "")
    assert CALENDAR.order_in({"A1": "13/14/2019"}) == (None, "")
    assert CALENDAR.order_in({"A1": "04/12/2019", "A2": "12/12/2019"}) == (None, "")
    assert CALENDAR.order_in({"A1": "12/13/2019"}) == ("month-first", "12/13/2019 in A1")
    assert CALENDAR.order_in({"A1": "13/12/2019"}) == ("day-first", "13/12/2019 in A1")
    assert CALENDAR.read("12/03/2019", *CALENDAR.order_in({"A2": "25/03/2019"})).value == "2019-03-12"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. One\n2. Two", ("One", "Two")),
        ("1) One\n2) Two\n3) Three", ("One", "Two", "Three")),
        ("(1) One (2) Two", ("One", "Two")),
        ("1. One 2. Two", ("One", "Two")),
        ("a) One\nb) Two", ("One", "Two")),
        ("• One\n• Two", ("One", "Two")),
        ("- One\n- Two\nand more", ("One", "Two\nand more")),
        ("One\n\nTwo\n \nThree", ("One", "Two", "Three")),
        ("One\nstill one", ("One\nstill one",)),
        ("Version 1.2 cost £3.4 million", ("Version 1.2 cost £3.4 million",)),
        ("1. Only one", ("1. Only one",)),
        ("It cost 12) and 7) more", ("It cost 12) and 7) more",)),
        ("In 2019. 5 of us left. 6 stayed", ("In 2019. 5 of us left. 6 stayed",)),
    ],
)
def test_several_lessons_of_a_cell_are_told_apart_and_one_is_left_whole(text: str, parts: tuple[str, ...]):
    assert split(text).parts == parts


def test_what_stands_before_a_list_is_kept():
    assert split("We learned:\n1. One\n2. Two").before == "We learned:"


def test_a_title_is_the_first_sentence_cut_between_words():
    assert first_sentence("Test early. Test often.", 80) == "Test early"
    assert first_sentence("word " * 40, 22) == "word word word word"
    assert first_sentence("It cost £1.5 million. Then more.", 80) == "It cost £1.5 million"


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("Lesson learnt", ("lesson",)),
        ("LESSONS LEARNED", ("lesson",)),
        ("Lesson leart", ("lesson",)),
        ("What happened?", ("event",)),
        ("Recommendation / Action", ("action",)),
        ("Stage", ("phases",)),
        ("Lesson (what we would do differently)", ("lesson",)),
        ("Evidence 2: Source", ("evidence", 1, "source")),
        ("evidence 2 says", ("evidence", 1, "says")),
        ("Source", ("evidence", 0, "source")),
        ("Ref", REFERENCE),
        ("No.", REFERENCE),
        ("Owner", PERSON),
        ("Raised by", PERSON),
        ("RAG", ()),
        ("Cost (£k)", ()),
        ("", ()),
    ],
)
def test_a_heading_is_known_by_what_it_means(book: Handbook, heading: str, path: tuple):
    assert Headings(KINDS["lesson"], book.site.labels).meant(heading).path == path


@pytest.mark.parametrize("kind", [cls.kind for cls in FOLDERS])
def test_import_knows_every_heading_that_export_writes(book: Handbook, kind: str):
    headings = Headings(KINDS[kind], book.site.labels)
    paths = [tuple(4 if step == "#" else step for step in leaf) for leaf in leaves(KINDS[kind])]
    assert [headings.meant(headings.of(path)).path for path in paths] == paths


def test_places_are_named_as_spreadsheets_name_them():
    assert [letters(column) for column in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]
    assert [
        str(CellPlace("log.xlsx", *place))
        for place in ((14, 3, "Lessons"), (14, 0, "Lessons"), (14, 3, ""), (0, 0, ""))
    ] == ["log.xlsx: Lessons!C14", "log.xlsx: Lessons, row 14", "log.xlsx: C14", "log.xlsx"]
