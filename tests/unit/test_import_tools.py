"""Logs that tools write: boards, trackers, forms and lists, and tables that people lay out for paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_import_logs import BOXES, DOORS, KEYS, log, run, written
from world import World

from macros.refusal import Refusal
from macros.sheets.files.opening import open_table


def test_a_card_in_a_list_called_like_a_heading_is_no_row_of_headings(world: World, tmp_path: Path):
    rows = [
        ["Card ID", "Card Name", "Card Description", "Labels", "List Name", "Archived"],
        ["64f", "Boxes broke", f"**What happened**\n- {BOXES}", "van", "Didn't go well", "0"],
        ["65a", "Keys were ready", "", "keys", "Went well", "0"],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert "headings in row 1" in output
    assert lessons["boxes-broke"]["type"] == "avoid"
    assert lessons["boxes-broke"]["event"] == f"**What happened**\n- {BOXES}"
    assert lessons["keys-were-ready"]["type"] == "repeat"


def test_long_questions_of_a_form_tell_what_went_well_from_what_did_not(world: World, tmp_path: Path):
    rows = [
        [
            "Timestamp",
            "Which part of the move did you work on, and for how long, as far as you remember?",
            "In one or two sentences, please tell us what went well during the move and why you think it did",
            "In one or two sentences, please tell us what did not go as well as you had hoped",
        ],
        ["2024/05/14 10:22:13 am GMT+1", "Vans", KEYS, BOXES],
        ["2024/05/14 11:02:47 am GMT+1", "Doors", "", DOORS],
    ]
    _, lessons = written(world, log(tmp_path, *rows))
    assert sorted((it["type"], it["event"]) for it in lessons.values()) == [
        ("avoid", BOXES),
        ("avoid", DOORS),
        ("repeat", KEYS),
    ]


def test_the_summary_of_a_tracker_is_a_better_title_than_the_marks_of_its_description(
    world: World, tmp_path: Path
):
    rows = [["Issue key", "Summary", "Description"], ["MOVE-7", "Boxes broke", f"h3. What\n{BOXES}"]]
    _, lessons = written(world, log(tmp_path, *rows))
    assert lessons["boxes-broke"]["event"] == f"h3. What\n{BOXES}"


def test_the_name_of_a_group_of_rows_is_named_and_a_bare_number_is_not(world: World, tmp_path: Path):
    rows = [
        ["Ref", "Title", "What happened"],
        ["PAYROLL"],
        ["LL-01", "Boxes broke", BOXES],
        ["Phase2"],
        ["LL-02", "Doors were locked", DOORS],
        ["LL-03"],
        ["4"],
    ]
    output, lessons = written(world, log(tmp_path, *rows))
    assert len(lessons) == 2
    for said in ("row 2: this row holds no lesson, so it is left out. It says “PAYROLL”", "“Phase2”"):
        assert said in output
    assert "row 7" not in output
    assert "row 8" not in output


def test_another_word_for_a_type_or_a_state_is_said(world: World, tmp_path: Path):
    rows = [
        ["Title", "Type", "What happened", "Status"],
        ["Boxes broke", "Weakness", BOXES, "New"],
        ["Doors were locked", "Avoid", DOORS, "observation"],
    ]
    output, _ = written(world, log(tmp_path, *rows))
    assert "type: “Weakness” → Avoid (B2)" in output
    assert "state: “New” → Observation" in output
    assert "“Avoid” →" not in output
    assert "“observation” →" not in output


def test_a_second_table_further_down_is_read_under_its_own_headings(world: World, tmp_path: Path):
    book = Workbook()
    for row in (
        ["Title", "What happened", "Action"],
        ["Boxes broke", BOXES, "Buy strong boxes."],
        [],
        ["Title", "What happened", "Action"],  # as on every page of a log that was made for paper
        ["Doors were locked", DOORS, "Ask for the keys."],
        [],
        ["Action", "By when", "Who"],
        ["Number the boxes.", "May", "The caretaker"],
    ):
        book.active.append(row)
    book.save(tmp_path / "log.xlsx")
    output, lessons = written(world, tmp_path / "log.xlsx")
    assert "row 4: this row repeats the headings" in output
    assert "headings in row 7" in output
    assert sorted(lessons) == ["boxes-broke", "doors-were-locked", "number-the-boxes"]
    assert lessons["number-the-boxes"]["action"] == "Number the boxes."
    assert "# By when: May" in world.read("lessons/number-the-boxes.yml")


def test_a_table_in_markdown_has_no_lesson_made_of_its_line(world: World, tmp_path: Path):
    file = tmp_path / "log.md"
    file.write_text(f"| Title | What happened |\n|:---|---:|\n| Boxes broke | {BOXES} |\n", encoding="utf-8")
    output, lessons = written(world, file)
    assert list(lessons) == ["boxes-broke"]
    assert "row 2: this row only draws a line, so it was left out. It says “:---; ---:”" in output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_character_of_nothing_does_not_change_the_encoding(world: World, tmp_path: Path, encoding: str):
    file = tmp_path / "log.csv"
    file.write_bytes(f"Title,What happened\nBoxes é br\0oke,{BOXES}\n".encode(encoding))
    output, lessons = written(world, file)
    assert lessons["boxes-e-broke"]["event"] == BOXES
    assert "A2: this cell holds characters that nobody can see (U+0000)" in output


def test_a_text_in_chinese_with_two_bytes_a_sign_is_still_known(tmp_path: Path):
    (tmp_path / "log.csv").write_bytes("标题,发生了什么\n文件迟到,文件被拒绝\n".encode("utf-16-le"))
    (sheet,) = open_table(tmp_path / "log.csv")
    assert list(sheet.rows[0].cells.values()) == ["标题", "发生了什么"]


def test_a_text_with_formatting_is_refused_by_what_it_is(tmp_path: Path):
    (tmp_path / "log.doc").write_bytes(b"{\\rtf1\\ansi Title What happened}")
    with pytest.raises(Refusal, match=r"in Rich Text Format.*save it as “Word document"):
        open_table(tmp_path / "log.doc")


def test_a_log_of_bare_numbers_says_that_there_is_no_lesson(world: World, tmp_path: Path):
    result = run(world, log(tmp_path, ["Ref", "Title", "What happened"], ["1"], ["2"]))
    assert result.exit_code == 1
    assert "Nothing could be read" in result.output
