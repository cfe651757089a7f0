"""Import reads lessons from a log or a report that was made from our own templates, without a question."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import odfdo
from click.testing import CliRunner
from documents import file_of, written
from openpyxl import load_workbook
from world import World

from macros.commands.cli import main

TABLES = """\
  - heading: What to avoid
    covers: What hurt.
    kind: table
    columns: [{title: No.}, {title: What happened}, {title: Cause}, {title: Lesson}, {title: Action}]
  - heading: Risks
    covers: What may come.
    kind: table
    columns: [{title: No.}, {title: Cause}, {title: Event}, {title: State, type: choice, values: [open, done]}]
"""
LESSON = ("1", "Two vans broke down.", "They were old.", "Old vans stop.", "Check each van.")
RISK = ("1", "Rain", "Wet books")


def report(world: World, form: Any) -> bytes:
    """A report of lessons as our template has it."""
    world.change("products/room-plan.yml", "  - heading: Rooms\n    covers: Each room.\n", TABLES)
    if form in ("xlsx", "ods"):
        world.add("products/room-plan.yml", "form: spreadsheet\n")
    return file_of(world, form)


def imported(world: World, file: Path) -> str:
    """What the import says, after it wrote the lessons."""
    places = ("--content", str(world.content))
    done = CliRunner().invoke(main, ["import", str(file), "--write", *places])
    assert done.exit_code == 0, done.output
    return done.output


def assert_one_lesson(world: World, said: str) -> None:
    """One lesson was read, and the risk was not."""
    assert "1 lesson" in said
    assert "type: avoid, as the name of “What to avoid” says" in said
    assert said.count("it is a table of our own template, and holds no lessons") >= 3
    (draft,) = [file for file in (world.content / "lessons").iterdir() if file.name != "label-every-box.yml"]
    text = draft.read_text("utf-8")
    assert "event: Two vans broke down." in text
    assert "action: Check each van." in text
    assert "type: avoid" in text
    assert "Wet books" not in text


def test_a_filled_word_document_is_read(world: World, tmp_path: Path):
    opened = docx.Document(io.BytesIO(report(world, "docx")))
    for table in opened.tables:
        first = table.rows[0].cells[1].text
        texts = {"What happened": LESSON, "Cause": RISK}.get(first, ())
        for cell, text in zip(table.rows[1].cells, texts, strict=False):
            cell.paragraphs[0].add_run(text)
    opened.save(str(tmp_path / "report.docx"))
    said = imported(world, tmp_path / "report.docx")
    assert "Sheet “What to avoid”, headings in row 1." in said
    assert "report.docx: its text outside tables was not read" in said
    assert_one_lesson(world, said)


def test_a_filled_text_in_open_document_is_read(world: World, tmp_path: Path):
    opened = odfdo.Document(io.BytesIO(report(world, "odt")))
    for name, texts in (("What to avoid", LESSON), ("Risks", RISK)):
        table = opened.body.get_table(name=name)
        for column, text in enumerate(texts):
            table.set_value((column, 1), text)
    opened.save(str(tmp_path / "report.odt"))
    said = imported(world, tmp_path / "report.odt")
    assert "report.odt: its text outside tables was not read" in said
    assert_one_lesson(world, said)


def test_a_filled_workbook_is_read(world: World, tmp_path: Path):
    book = load_workbook(io.BytesIO(report(world, "xlsx")))
    for name, texts in (("What to avoid", LESSON), ("Risks", RISK)):
        for column, text in enumerate(texts, 1):
            book[name].cell(2, column, text)
    book.save(tmp_path / "log.xlsx")
    said = imported(world, tmp_path / "log.xlsx")
    assert "1 lesson" in said
    assert "Risks: it is a table of our own template, and holds no lessons." in said
    assert "About and texts: it holds the texts of our own template, which are no lessons" in said


def test_an_empty_template_holds_no_lesson_and_what_it_offers_is_none(world: World, tmp_path: Path):
    file = written(tmp_path, "empty.odt", report(world, "odt"))
    done = CliRunner().invoke(main, ["import", str(file), "--content", str(world.content)])
    assert done.exit_code == 1
    assert "Choose" not in done.output


def test_a_table_that_somebody_asks_for_is_read_whatever_it_holds(world: World, tmp_path: Path):
    book = load_workbook(io.BytesIO(report(world, "xlsx")))
    for column, text in enumerate(RISK, 1):
        book["Risks"].cell(2, column, text)
    book.save(tmp_path / "log.xlsx")
    done = CliRunner().invoke(
        main, ["import", str(tmp_path / "log.xlsx"), "--sheet", "Risks", "--content", str(world.content)]
    )
    assert "1 lesson" in done.output


def test_a_word_document_without_a_table_is_refused_in_a_sentence(world: World, tmp_path: Path):
    docx.Document().save(str(tmp_path / "letter.docx"))
    done = CliRunner().invoke(
        main, ["import", str(tmp_path / "letter.docx"), "--content", str(world.content)]
    )
    assert done.exit_code == 1
    assert done.output.strip() == "“letter.docx” has no table. Lessons are read from the rows of a table."


def test_a_table_is_called_as_the_heading_above_it_and_merged_cells_keep_the_others_in_place(
    world: World, tmp_path: Path
):
    letter = docx.Document()
    letter.add_heading("What we learned", 1)
    table = letter.add_table(rows=2, cols=4)
    for cell, text in zip(table.rows[0].cells, ("What happened", "Cause", "Lesson", "Action"), strict=True):
        cell.text = text
    table.rows[1].cells[0].merge(table.rows[1].cells[1]).text = "Vans stopped."
    table.rows[1].cells[3].text = "Check each van."
    letter.save(str(tmp_path / "letter.docx"))
    done = CliRunner().invoke(
        main, ["import", str(tmp_path / "letter.docx"), "--content", str(world.content)]
    )
    assert "1 lesson" in done.output
    assert "D  Action         →  action" in done.output


def test_a_table_that_somebody_changed_is_still_known_as_none_of_lessons(world: World, tmp_path: Path):
    book = load_workbook(io.BytesIO(report(world, "xlsx")))
    risks = book["Risks"]
    risks.insert_cols(2)
    risks.insert_rows(1)
    risks["A1"] = "Risks in March"
    for column, (heading, text) in enumerate(
        (
            ("State", "open"),
            ("Heard from", "Unions"),
            ("Event", "Wet books"),
            ("Cause", "Rain"),
            ("No.", "1"),
        ),
        1,
    ):
        risks.cell(2, column, heading)
        risks.cell(3, column, text)
    for column, text in enumerate(LESSON, 1):
        book["What to avoid"].cell(2, column, text)
    book.save(tmp_path / "log.xlsx")
    said = imported(world, tmp_path / "log.xlsx")
    assert "log.xlsx: 1 lesson." in said
    assert "Risks: it is a table of our own template, and holds no lessons." in said


def test_a_table_that_an_application_named_is_called_as_the_heading_above_it(world: World, tmp_path: Path):
    opened = odfdo.Document(io.BytesIO(report(world, "odt")))
    table = opened.body.get_table(name="What to avoid")
    table.name = "Table4"
    for column, text in enumerate(LESSON):
        table.set_value((column, 1), text)
    opened.save(str(tmp_path / "report.odt"))
    said = imported(world, tmp_path / "report.odt")
    assert "Sheet “What to avoid”, headings in row 1." in said
    assert "type: avoid, as the name of “What to avoid” says" in said


def test_what_kind_of_lesson_a_row_says_counts_more_than_the_name_of_its_table(world: World, tmp_path: Path):
    book = load_workbook(io.BytesIO(report(world, "xlsx")))
    avoid = book["What to avoid"]
    avoid.cell(1, 6, "Type")
    for column, text in enumerate((*LESSON, "Repeat"), 1):
        avoid.cell(2, column, text)
    book.save(tmp_path / "log.xlsx")
    imported(world, tmp_path / "log.xlsx")
    (draft,) = [file for file in (world.content / "lessons").iterdir() if file.name != "label-every-box.yml"]
    assert "type: repeat" in draft.read_text("utf-8")


def test_the_name_of_a_table_that_is_not_of_our_templates_says_nothing(world: World, tmp_path: Path):
    book = load_workbook(io.BytesIO(report(world, "xlsx")))
    book["What to avoid"].title = "Avoid"
    for column, text in enumerate(LESSON, 1):
        book["Avoid"].cell(2, column, text)
    book.save(tmp_path / "log.xlsx")
    assert "as the name of" not in imported(world, tmp_path / "log.xlsx")


def test_a_row_that_repeats_one_of_another_table_names_both_tables(world: World, tmp_path: Path):
    letter = docx.Document()
    for name in ("In March", "In April"):
        letter.add_heading(name, 1)
        table = letter.add_table(rows=2, cols=4)
        for cell, text in zip(
            table.rows[0].cells, ("What happened", "Cause", "Lesson", "Action"), strict=True
        ):
            cell.text = text
        for cell, text in zip(table.rows[1].cells, LESSON[1:], strict=True):
            cell.text = text
    letter.save(str(tmp_path / "letter.docx"))
    said = imported(world, tmp_path / "letter.docx")
    assert "In April, row 2 says the same as In March, row 2." in said
    assert "outside tables" not in said
