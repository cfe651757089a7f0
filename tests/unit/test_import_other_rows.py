"""Rows that are no lessons: totals, notes, page numbers and names of groups are named, and become no drafts."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_import_logs import BOXES, DOORS, KEYS, log, run, written
from world import World

HEADINGS = ["No.", "Title", "What happened", "Lesson"]
FIRST = ["1", "Boxes broke", BOXES, "Label every box."]
SECOND = ["2", "Doors were locked", DOORS, "Ask for the keys."]
THIRD = ["3", "Keys were lost", KEYS, "Count the keys."]
KEEP = "If it is a lesson, write more of it in the same row."


@pytest.mark.parametrize(
    "row",
    [
        ["Total"],
        ["", "Total"],
        ["", "", "Grand total"],
        ["Sub-total", "", "", "12"],
        ["", "Count: 17"],
        ["", "Total: 3 lessons"],
        ["", "Total number of lessons: 17"],
        ["", "3 lessons in total"],
        ["", "n = 17"],
        ["", "Sum", "£ 1,200.50"],
        ["", "Average", "3.5", "41%"],
        ["", "Summe"],
        ["", "Anzahl", "3"],
        ["", "Somme : 12"],
        ["", "Cyfanswm"],
        ["", "End of log"],
        ["", "*** END ***"],
        ["", "- end of the report -"],
        ["", "Page 1 of 2"],
        ["", "", "page 2"],
        ["", "OFFICIAL - SENSITIVE"],
        ["", "Continued overleaf"],
    ],
)
def test_the_foot_of_a_table_or_page_is_named_and_is_no_lesson(world: World, tmp_path: Path, row: list[str]):
    output, lessons = written(world, log(tmp_path, HEADINGS, FIRST, SECOND, row))
    assert set(lessons) == {"boxes-broke", "doors-were-locked"}
    says = "; ".join(filter(None, row))
    assert (
        "log.csv: row 4: this row is the foot of a table or a page, such as a total, so it was left out. "
        f"It says “{says}”. {KEEP}"
    ) in output


@pytest.mark.parametrize(
    "title",
    [
        "Total cost was not known",
        "Count the books twice",
        "End of year came too early",
        "The sum of all delays",
        "Totals did not agree",
        "Page 3 of the plan was missing",
    ],
)
def test_a_lesson_whose_title_begins_as_a_total_does_stays(world: World, tmp_path: Path, title: str):
    _, lessons = written(world, log(tmp_path, HEADINGS, FIRST, ["2", title]))
    assert title in {it["title"] for it in lessons.values()}
    _, lessons = written(world, log(tmp_path, HEADINGS, FIRST, ["2", "Total", BOXES]))
    assert "Total" in {it["title"] for it in lessons.values()}


@pytest.mark.parametrize(
    ("note", "apart"),
    [
        ("* Figures are provisional.", True),
        ("† See the minutes of May.", True),
        ("[1] See the board paper.", True),
        ("Source: minutes of the board, May 2023", False),
        ("Note: names were taken out.", False),
        ("Prepared by: the project office", False),
        ("Signature:", False),
    ],
)
def test_notes_below_a_table_are_named_and_are_no_lessons(
    world: World, tmp_path: Path, note: str, apart: bool
):
    rows = [HEADINGS, FIRST, SECOND, *([[]] if apart else []), ["", note], ["", "Key: H is high."]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes-broke", "doors-were-locked"}
    row = 5 if apart else 4
    assert (
        f"row {row}: this row is a note below the table, so it was left out. It says “{note}”. {KEEP}"
        in output
    )


def test_what_begins_as_a_note_between_lessons_or_in_one_column_stays(world: World, tmp_path: Path):
    _, lessons = written(world, log(tmp_path, HEADINGS, ["", "* Label early"], FIRST))
    assert len(lessons) == 2
    _, lessons = written(world, log(tmp_path, ["Lesson"], ["Label boxes."], [], ["* Count the keys."]))
    assert "Count the keys." in {it["lesson"].removeprefix("* ") for it in lessons.values() if "lesson" in it}


def test_a_merged_row_that_heads_others_is_named_in_their_drafts(world: World, tmp_path: Path):
    book = Workbook()
    for row in (HEADINGS, ["BEFORE THE MOVE"], FIRST, SECOND, ["AFTER IT"], THIRD):
        book.active.append(row)
    book.active.merge_cells("A2:D2")
    book.active.merge_cells("A5:D5")
    book.save(tmp_path / "log.xlsx")
    output, lessons = written(world, tmp_path / "log.xlsx")
    assert set(lessons) == {"boxes-broke", "doors-were-locked", "keys-were-lost"}
    assert "row 2: this row heads the rows below it, so it was left out. Their drafts name it." in output
    assert "# Group of rows: BEFORE THE MOVE" in world.read("lessons/doors-were-locked.yml")
    assert "# Group of rows: AFTER IT" in world.read("lessons/keys-were-lost.yml")


def test_a_number_above_others_and_the_name_of_a_workstream_head_the_rows_below(world: World, tmp_path: Path):
    rows = [
        ["No.", "What happened", "Lesson"],
        ["1", "Vans"],
        ["1.1", BOXES, "Label every box."],
        ["", "Rooms"],
        ["2", DOORS, "Ask for the keys."],
    ]
    _, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"label-every-box-2", "ask-for-the-keys"}
    assert "# Group of rows: Vans" in world.read("lessons/label-every-box-2.yml")
    assert "# Group of rows: Rooms" in world.read("lessons/ask-for-the-keys.yml")


def test_a_row_that_says_how_it_went_gives_the_rows_below_it_their_type(world: World, tmp_path: Path):
    rows = [
        ["What went well"],
        ["Title", "What happened", "Type"],
        ["Boxes", BOXES],
        [],
        ["What went badly"],
        ["Doors", DOORS],
        ["Keys", KEYS, "Repeat"],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert {name: it["type"] for name, it in lessons.items()} == {
        "boxes": "repeat",
        "doors": "avoid",
        "keys": "repeat",
    }
    assert "type: “What went badly” → Avoid (row 5)" in output


def test_a_table_of_something_else_below_a_title_is_not_read_under_the_headings_above(
    world: World, tmp_path: Path
):
    rows = [
        ["Title", "What happened", "Lesson"],
        ["Boxes", BOXES, "Label every box."],
        [],
        ["People"],
        ["Name", "Phone", "Room"],
        ["The driver", "12345", "7"],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes"}
    assert "no row of it looks like headings; it begins with “People” in row 4." in output


def test_both_numbers_of_a_log_with_two_are_kept(world: World, tmp_path: Path):
    rows = [["Issue key", "Issue id", "Title", "What happened"], ["LL-1", "10001", "Boxes", BOXES]]
    written(world, log(tmp_path, *rows))
    assert "reference LL-1, 10001." in world.read("lessons/boxes.yml")


def test_a_table_that_lies_on_its_side_is_named_and_what_to_do(world: World, tmp_path: Path):
    rows = [["Title", "Boxes", "Doors"], ["What happened:", BOXES, DOORS], ["Lesson", "Label.", "Ask."]]
    result = run(world, log(tmp_path, *rows))
    assert result.exit_code == 1
    assert "its headings are in its first column, one below another, so it was not read." in result.output
    assert "“Transpose”" in result.output


def test_a_column_of_kinds_is_no_column_of_headings(world: World, tmp_path: Path):
    rows = [["Type", "Title", "What happened"], ["Issue", "Boxes", BOXES], ["Lesson", "Doors", DOORS]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes", "doors"}


def test_signs_of_web_pages_do_not_choose_the_separator_and_are_named(world: World, tmp_path: Path):
    rows = [
        ["Title", "What happened", "Lesson"],
        ["Boxes", "The R&amp;D team &quot;lost&quot; half of the boxes.&nbsp;", "Label &lt;every&gt; box."],
        ["Doors", f"<p>{DOORS}</p>", "Ask."],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes", "doors"}
    assert (
        "B2: this cell holds signs of a web page, such as tags in angle brackets. They were kept." in output
    )


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("What went well?", "What did not go so well?"),
        ("👍", "👎"),
        ("Glad", "Sad"),
        ("What went right", "What didn't go as planned"),
    ],
)
def test_more_ways_to_ask_how_it_went_are_known(world: World, tmp_path: Path, good: str, bad: str):
    _, lessons = written(world, log(tmp_path, [good, bad], [BOXES, DOORS]))
    assert [(it["type"], it["event"]) for it in lessons.values()] == [("repeat", BOXES), ("avoid", DOORS)]


def test_of_many_lines_of_a_kind_the_first_are_shown_and_the_report_keeps_all(world: World, tmp_path: Path):
    rows = [[f"Title {n}", f"{BOXES} It was number {n}.", f"Phase {n}"] for n in range(200)]
    file = log(tmp_path, ["Title", "What happened", "Phase"], *rows)
    report = tmp_path / "report.txt"
    output = run(world, file, "--report", str(report)).output
    assert output.count("fits no phase") == output.count("  title-") == 25
    assert "  And 175 more lines like C2: C27, C28, C29, C30, C31, C32 and 169 more.\n" in output
    assert "  And 175 more lines. To keep every line in a file, use --report FILE.\n" in output
    assert report.read_text("utf-8").count("fits no phase") == 200
    assert report.read_text("utf-8").count("  title-") == 200
    assert "more line" not in report.read_text("utf-8")


@pytest.mark.parametrize("row", [["-", "-", "-"], ["N/A", "n/a", "N/A"], ["?", "TBC", "…"], ["n/a"]])
def test_a_row_that_says_nothing_is_named_and_is_no_lesson(world: World, tmp_path: Path, row: list[str]):
    output, lessons = written(world, log(tmp_path, HEADINGS[1:], FIRST[1:], row))
    assert set(lessons) == {"boxes-broke"}
    assert "row 3: this row holds only signs or words that say nothing, so it was left out." in output


def test_a_row_that_explains_the_headings_is_no_lesson(world: World, tmp_path: Path):
    rows = [HEADINGS[1:], ["(a few words)", "(facts only)", "(one sentence)"], FIRST[1:]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes-broke"}
    assert "row 2: this row only explains the headings, so it was left out." in output


def test_yes_and_no_below_a_side_are_ticks_and_no_text(world: World, tmp_path: Path):
    rows = [["Title", "What happened", "Repeat?"], ["Boxes", BOXES, "N"], ["Doors", DOORS, "Y"]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert {it["event"]: it["type"] for it in lessons.values()} == {BOXES: "", DOORS: "repeat"}
    assert "# Repeat?: N" in world.read("lessons/boxes.yml")


@pytest.mark.parametrize(("time", "said"), [("09:30", True), ("9:30 pm", True), ("00:00:00", False)])
def test_the_time_of_a_day_that_a_field_cannot_keep_is_named(
    world: World, tmp_path: Path, time: str, said: bool
):
    rows = [["What happened", "When"], [BOXES, f"2019-03-12 {time}"]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert [it["when"] for it in lessons.values()] == ["2019-03-12"]
    assert ("→ 2019-03-12 (the time of day is left out) (B2)" in output) == said


def test_signs_are_alike_in_colour_and_in_black(world: World, tmp_path: Path):
    _, lessons = written(world, log(tmp_path, ["😊", "☹\ufe0f"], [BOXES, DOORS]))
    assert [it["type"] for it in lessons.values()] == ["repeat", "avoid"]


def test_who_approved_a_log_is_no_lesson(world: World, tmp_path: Path):
    rows = [HEADINGS[1:], FIRST[1:], [], ["Approved by:", "The librarian", "12 May 2019"]]
    output, lessons = written(world, log(tmp_path, *rows))
    assert set(lessons) == {"boxes-broke"}
    assert "It says “Approved by:; The librarian; 12 May 2019”." in output


def test_a_row_that_is_left_out_is_told_as_it_was_typed(world: World, tmp_path: Path):
    rows = [["Phase", "When", "What happened", "Days"], ["Plan", "2019", BOXES, "3"]]
    output, _ = written(world, log(tmp_path, *rows, ["Plan total", "12 March 2019", "", "3"]))
    assert (
        "row 3: this row holds no lesson, so it is left out. It says “Phase: Plan total; When: 12 March 2019; "
        "Days: 3”."
    ) in output


def test_the_row_of_a_survey_that_names_kinds_of_answers_is_no_lesson(world: World, tmp_path: Path):
    rows = [["What went well?", "What went badly?"], ["Open-Ended Response", "Open-Ended Response"], [BOXES]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert [it["event"] for it in lessons.values()] == [BOXES]
