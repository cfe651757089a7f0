"""The worst office: whatever it does to its log, each cell is in a draft or in a line, and nothing ends in a traceback."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from test_import_logs import BOXES, DOORS, KEYS, log, run, written
from world import World

HEADS = ["What happened", "What we learned", "Action"]
FIRST = ["The van was late on the first day zev1", "Ask the driver earlier zle1", "Ring the driver zac1"]
SECOND = ["Nobody had the keys of the room zev2", "Fetch the keys before zle2", "Fetch the keys zac2"]
THIRD = ["The lift was too small for it zev3", "Measure the lift before zle3", "Measure the lift zac3"]
MARK = re.compile(r"\bz[a-z]+\d?\b")


def book_of(*rows: Sequence[object], title: str = "Log") -> tuple[Workbook, Worksheet]:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book, book.active


def placed(*tables: tuple[int, int, list[list[str]]]) -> Workbook:
    """A sheet with each table at its row and column."""
    book = Workbook()
    for top, left, rows in tables:
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                book.active.cell(top + down, left + across, text)
    return book


def marks(rows: Sequence[Sequence[object]]) -> set[str]:
    return {mark for row in rows for cell in row for mark in MARK.findall(str(cell))}


def missing(world: World, file: Path, wanted: set[str], *words: str) -> set[str]:
    """The marks that are in no draft and in no line."""
    report = file.with_suffix(".report.txt")
    before = file.read_bytes()
    result = run(world, file, "--write", "--report", str(report), *words)
    assert file.read_bytes() == before
    drafts = [it.read_text("utf-8") for it in (world.content / "lessons").glob("*.yml")]
    whole = " ".join([result.output, *drafts, *([report.read_text("utf-8")] if report.exists() else [])])
    return {mark for mark in wanted if mark not in whole}


# Whole logs: every cell that is marked comes out somewhere


LOGS = {
    "two tables with the same headings": [HEADS, FIRST, [], [], ["Rooms ztitle"], HEADS, SECOND],
    "other headings right below": [HEADS, FIRST, ["Issue", "Lesson", "Cause", "Next znext"], [*SECOND, "znx"]],
    "subtotals": [[*HEADS, "Days"], [*FIRST, 4], ["Subtotal zsub", None, None, 4], [*SECOND, 6]],
    "a grand total": [[*HEADS, "Days"], [*FIRST, 4], ["Grand total", None, None, "10 ztot"]],
    "facts above": [["Project", "Move zproj"], ["Sponsor", "zspons"], [], ["Key", "zkey"], HEADS, FIRST],
    "headings in row 12": [*([[f"Note {n}", f"zn{n}"] for n in range(9)]), [], [], HEADS, FIRST],
    "headings with line breaks": [["What\nhappened?", "What we\nlearned", "Action\nto take"], FIRST, SECOND],
    "one heading twice": [["Lesson", "Lesson", "Action"], FIRST],
    "a column without a heading": [["What happened", None, "Action"], FIRST],
    "a half-used row of headings": [["Lessons", "Board zboard", "Action"], [*HEADS[:2], ""], FIRST],
    "rows that go on": [["Ref", *HEADS], ["1", *FIRST], [None, "and more zmore", None, None], ["2", *SECOND]],
    "blank cells below": [HEADS, FIRST, [None, "another zle4", None], [None, "a third zle5", None]],
    "four columns of a workshop": [["Liked", "Learned", "Lacked", "Longed for"], ["zli", "zle", "zla", "zlo"]],
    "start, stop, continue": [["Start", "Stop", "Continue"], ["zsta", "zsto", "zcon"], ["zst2", None, None]],
    "no sign for it": [["+ / -", "Topic", "What happened"], ["+/-", "ztop", FIRST[0]], ["±", "x", SECOND[0]]],
    "only a stray cell far off": [HEADS, FIRST, *([[]] * 30), [*([None] * 30), "zfar"]],
    "an export of a survey": [["Q1", "Q2", "Q3"], HEADS, ["ImportId zid", "ImportId", "ImportId"], FIRST],
    "an export of a list": [['ListSchema={"zschema":1}'], HEADS, FIRST],
    "numbers and half a list": [["Lesson", "Action"], ["1. Ask zp1\n2. Tell zp2\n4. Go zp4", "Intro zin\n- zb1"]],
    "words before a list": [["Lesson", "Action"], ["1. Ask zp1\n2. Tell zp2", "First zpre:\n1. Do zd1\n2. Do zd2"]],
    "a row of many signs": [HEADS, FIRST, ["???", "—", "zodd !"]],
}  # fmt: skip


@pytest.mark.parametrize("name", LOGS)
def test_every_cell_of_a_workbook_is_in_a_draft_or_in_a_line(world: World, tmp_path: Path, name: str):
    book, _ = book_of(*LOGS[name])
    book.save(tmp_path / "log.xlsx")
    assert not missing(world, tmp_path / "log.xlsx", marks(LOGS[name]))


@pytest.mark.parametrize("name", LOGS)
def test_every_cell_of_a_text_is_in_a_draft_or_in_a_line(world: World, tmp_path: Path, name: str):
    rows = [["" if cell is None else str(cell) for cell in row] for row in LOGS[name]]
    assert not missing(world, log(tmp_path, *rows), marks(rows))


# Tables beside and below each other


def test_a_table_beside_another_is_read_under_its_own_headings(world: World, tmp_path: Path):
    placed((1, 1, [HEADS, FIRST]), (3, 5, [["Issue", "Lesson", "Action"], SECOND, THIRD])).save(
        tmp_path / "log.xlsx"
    )
    output, lessons = written(world, tmp_path / "log.xlsx")
    assert sorted(it["event"] for it in lessons.values()) == sorted([FIRST[0], SECOND[0], THIRD[0]])
    assert "E Issue → event" in output


def test_a_table_beside_another_with_the_same_headings_is_read_too(world: World, tmp_path: Path):
    placed((1, 1, [HEADS, FIRST]), (1, 5, [HEADS, SECOND])).save(tmp_path / "log.xlsx")
    _, lessons = written(world, tmp_path / "log.xlsx")
    assert {it["event"] for it in lessons.values()} == {FIRST[0], SECOND[0]}


def test_risks_beside_a_log_are_no_second_table(world: World, tmp_path: Path):
    risks = [["Risk", "Owner"], ["Rain zrisk", "A person"], ["Snow zsnow", "A person"]]
    placed((1, 1, [HEADS, FIRST, SECOND]), (1, 6, risks)).save(tmp_path / "log.xlsx")
    output, lessons = written(world, tmp_path / "log.xlsx")
    assert "in 2 sheets" not in output
    assert "F Risk → no field; other columns fill event and lesson already; kept in comments" in output
    assert {it["event"] for it in lessons.values()} == {FIRST[0], SECOND[0]}


def test_headings_right_below_a_table_begin_another(world: World, tmp_path: Path):
    rows = [HEADS, FIRST, ["Issue", "Lesson", "Cause"], [SECOND[0], SECOND[1], "No list of keys"]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert {it["event"] for it in lessons.values()} == {FIRST[0], SECOND[0]}
    assert [it["cause"] for it in lessons.values() if "cause" in it] == ["No list of keys"]


def test_a_lesson_of_words_that_are_headings_too_begins_no_table(world: World, tmp_path: Path):
    rows = [["Title", *HEADS], ["Issue", *FIRST], ["Lesson", *SECOND]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert len(lessons) == 2
    assert "in 2 sheets" not in output


@pytest.mark.parametrize("row", [2, 4, 9, 10, 30])
def test_what_a_file_holds_beside_text_is_named_in_whatever_row_it_is(world: World, tmp_path: Path, row: int):
    """Above the headings, in a second table, and where no cell has a text."""
    book, sheet = book_of(
        ["Project"], ["Status"], [], HEADS, FIRST, [], [], ["Rooms"], ["Issue", "Lesson", "Cause"], SECOND
    )
    sheet.cell(row, 2).comment = Comment("Not so", "a person")
    text = sheet.cell(row, 3).value
    sheet.cell(row, 3).hyperlink = "https://example.org/only-here"
    sheet.cell(row, 3).value = text or "the report"  # not the address, as the library would write
    sheet.cell(row, 4).value = "#REF!"
    sheet.cell(row, 4).data_type = "e"
    book.save(tmp_path / "log.xlsx")
    output = " ".join(run(world, tmp_path / "log.xlsx").output.split())
    assert f"B{row}: this cell has a comment" in output
    assert f"C{row}: this cell is a link to “https://example.org/only-here”" in output
    assert f"D{row}: this cell holds the error #REF!" in output
    assert output.count("has a comment") == 1


def test_a_heading_above_another_heading_is_named(world: World, tmp_path: Path):
    rows = [["Lessons", "Seen by the board", "Action"], ["What happened", "What we learned", ""], FIRST]
    output = " ".join(run(world, log(tmp_path, *rows)).output.split())
    assert "row 1: this part of a row of headings is above other headings, so it was not used." in output
    assert "It says “Lessons; Seen by the board”." in output


# One row says two things


def test_a_second_tick_is_named_and_kept(world: World, tmp_path: Path):
    rows = [["Well", "Badly", "What happened"], ["x", "x", FIRST[0]], ["", "x", SECOND[0]]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert [it["type"] for it in lessons.values()] == ["avoid", "repeat"]
    assert "B2: type: this cell says avoid, but the row says repeat already, so it was left out." in output
    assert "# Badly: x" in world.read("lessons/the-van-was-late-on-the-first-day-zev1.yml")


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["Type", "Well", "Badly", "What happened"], ["Win", "", "x", FIRST[0]]),
        (["Well", "Badly", "Type", "What happened"], ["", "x", "Win", FIRST[0]]),
    ],
)
def test_a_tick_against_the_type_of_its_row_is_named(
    world: World, tmp_path: Path, heads: list[str], row: list[str]
):
    file = log(tmp_path, heads, row, ["", "x", "", SECOND[0]])
    assert "already, so it was left out." in " ".join(run(world, file).output.split())


def test_a_type_beside_texts_of_both_sides_is_named_and_kept(world: World, tmp_path: Path):
    rows = [["Type", "What went well", "What went badly"], ["Risk", FIRST[0], SECOND[0]]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert {it["type"] for it in lessons.values()} == {"repeat", "avoid"}
    assert "row 2: type: this row says watch, but has texts of several types" in output


def test_a_sheet_that_is_called_as_a_side_gives_its_lessons_that_type(world: World, tmp_path: Path):
    book, _ = book_of(HEADS, FIRST, title="What went well")
    other = book.create_sheet("Went badly")
    for row in (HEADS, SECOND):
        other.append(row)
    book.create_chartsheet("Bars")
    book.save(tmp_path / "log.xlsx")
    output, lessons = written(world, tmp_path / "log.xlsx")
    assert {it["event"]: it["type"] for it in lessons.values()} == {FIRST[0]: "repeat", SECOND[0]: "avoid"}
    assert "type: avoid, as the name of “Went badly” says" in output
    assert "Bars: it is a chart or another sheet without cells, so it was not read." in output


# Texts that are none


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#SPILL!", "Err:502"])
def test_an_error_that_was_saved_as_text_is_no_lesson(world: World, tmp_path: Path, error: str):
    output, lessons = written(world, log(tmp_path, HEADS, [error, *FIRST[1:]]))
    assert f"A2: this cell holds the error {error}, so it counts as empty." in output
    assert not next(iter(lessons.values())).get("event")


def test_signs_of_a_column_that_was_too_narrow_are_no_lesson(world: World, tmp_path: Path):
    output, lessons = written(world, log(tmp_path, HEADS, ["########", *FIRST[1:]]))
    assert "A2: this cell holds only # signs, so it counts as empty." in output
    assert not next(iter(lessons.values())).get("event")


@pytest.mark.parametrize("text", ["caf\ufffd", "itâ€™s late", "cafÃ© late", "Â£500"])
def test_letters_that_were_damaged_before_are_kept_and_named(world: World, tmp_path: Path, text: str):
    output, lessons = written(world, log(tmp_path, HEADS, [text, *FIRST[1:]]))
    assert "A2: letters in this cell were damaged before the log was saved" in output
    assert next(iter(lessons.values()))["event"] == text


@pytest.mark.parametrize(
    "text", ["Il a été prévenu à Évry", "NÃO HÁ", "£500 – “late” for Ångström", "Æther â"]
)
def test_letters_of_other_languages_are_not_called_damaged(world: World, tmp_path: Path, text: str):
    assert "damaged" not in run(world, log(tmp_path, HEADS, [text, *FIRST[1:]])).output


def test_the_number_of_a_lesson_is_no_title(world: World, tmp_path: Path):
    _, lessons = written(world, log(tmp_path, ["Lesson"], [f"1. {FIRST[1]}\n2. Go\n4. Stay"]))
    assert next(it["title"] for it in lessons.values()).startswith("Ask the driver earlier")


def test_a_list_as_programs_write_it_is_no_placeholder(world: World, tmp_path: Path):
    rows = [["Workstream", *HEADS], ['["Books","Rooms"]', *FIRST], ["[to be decided]", *SECOND]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert [len(it.get("workstreams", [])) for it in lessons.values()].count(2) == 1
    assert "“[to be decided]” → nothing" in output


def test_an_address_of_a_page_is_not_called_an_address_of_a_person(world: World, tmp_path: Path):
    rows = [["Link", *HEADS], ["https://www.gov.uk@evil.example/x", *FIRST], ["jo@example.org", *SECOND]]
    output = run(world, log(tmp_path, *rows)).output
    assert "evil.example." not in output
    assert "e-mail address jo@example.org" in output


# Texts with separators


@pytest.mark.parametrize(
    "line",
    [
        'x, "The van, too small, was late", "Ask, soon", y',
        'x,"The van, too small, was late" , "Ask, soon"\t,y',
        '"x","The van, too small, was late","Ask, soon","y"',
        '"x", "The van, too small, was late","Ask, soon"  ,"y"',
    ],
)
def test_a_blank_beside_a_quotation_mark_cuts_no_text(world: World, tmp_path: Path, line: str):
    file = tmp_path / "log.csv"
    file.write_text(f"Ref,What happened,What we learned,Cost\n{line}\n", encoding="utf-8")
    output, lessons = written(world, file)
    lesson = next(iter(lessons.values()))
    assert (lesson["event"], lesson["lesson"]) == ("The van, too small, was late", "Ask, soon")
    assert "quotation mark" not in output


def test_a_quotation_mark_behind_a_backslash_ends_no_text(world: World, tmp_path: Path):
    file = tmp_path / "log.csv"
    file.write_text('What happened,What we learned\n"He said \\"no\\", and left","Ask"\n', encoding="utf-8")
    _, lessons = written(world, file)
    assert next(iter(lessons.values()))["event"] == 'He said "no", and left'


def test_a_blank_before_a_quotation_mark_that_is_never_closed_swallows_no_row(world: World, tmp_path: Path):
    file = tmp_path / "log.csv"
    file.write_text('Event, Lesson\nx zev, "Ask zle\ny zev2, Tell zle2\nz zev3, Go zle3\n', encoding="utf-8")
    output, lessons = written(world, file)
    assert len(lessons) == 3
    assert "B2: a quotation mark is opened here and never closed" in output


def test_a_row_that_a_separator_in_a_text_may_have_cut_is_named(world: World, tmp_path: Path):
    file = tmp_path / "log.csv"
    file.write_text(
        f"Event,Lesson\nLate, and wrong, too,Ask\n{BOXES},Label\n{DOORS},Ring\n", encoding="utf-8"
    )
    output = " ".join(run(world, file).output.split())
    assert "row 2: this row has more cells than there are headings" in output
    assert "row 3" not in output.partition("To decide:")[2].partition("records:")[0]


def test_a_column_without_a_heading_in_each_row_is_no_cut(world: World, tmp_path: Path):
    assert (
        "more cells"
        not in run(world, log(tmp_path, HEADS[:2], [BOXES, "Label", "a"], [DOORS, "Ring", "b"])).output
    )


def test_a_list_in_each_cell_does_not_choose_the_separator(world: World, tmp_path: Path):
    file = tmp_path / "log.csv"
    file.write_text(f"Event,Tags\n{BOXES},a;b;c;d\n{DOORS},e;f;g;h\n{KEYS},i;j;k;l\n", encoding="utf-8")
    _, lessons = written(world, file)
    assert sorted(it["event"] for it in lessons.values()) == sorted([BOXES, DOORS, KEYS])
