"""The spreadsheets that go out: what they hold, how they are made to be worked in, and the template for colleagues."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from world import ROOT, World

from macros.commands.cli import main
from macros.loading.handbook import Handbook
from macros.sheets.exporting import as_xlsx, table
from macros.sheets.files.opening import open_table
from macros.sheets.files.table import letters
from macros.sheets.template import template


def run(world: World, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", "--content", str(world.content), *words])


@pytest.fixture(scope="module")
def sheet(book: Handbook) -> Worksheet:
    """The sheet of lessons of an exported workbook."""
    return load_workbook(io.BytesIO(as_xlsx(table(book.all("lesson"), "lesson", book)))).worksheets[0]


@pytest.fixture(scope="module")
def blank(book: Handbook) -> bytes:
    return template(book)


def heading(sheet: Worksheet, text: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == text)


def choices(sheet: Worksheet, column: int) -> list[str]:
    """What a cell of this column offers."""
    check = next(
        check
        for check in sheet.data_validations.dataValidation
        if min(cells.min_col for cells in check.sqref.ranges) == column
    )
    name, cells = check.formula1.replace("$", "").rsplit("!", 1)
    return [cell.value for (cell,) in sheet.parent[name.strip("'")][cells]]


def test_people_read_names_where_files_hold_ids(sheet: Worksheet):
    assert [
        sheet.cell(2, heading(sheet, name)).value
        for name in ("Phase", "Workstream", "Kind", "Where it counts")
    ] == ["Move", "Books", "Avoid", "Carry the books #pack"]


def test_each_entry_of_a_list_of_groups_has_columns_of_its_own(sheet: Worksheet):
    assert [
        sheet.cell(2, heading(sheet, f"Evidence 1: {name}")).value
        for name in ("Source", "Page or paragraph", "What it says")
    ] == ["town-report", "page 3", "Forty boxes were lost."]


def test_the_heading_stays_in_sight_and_columns_can_be_filtered(sheet: Worksheet):
    assert (sheet.freeze_panes, sheet.auto_filter.ref.startswith("A1:"), sheet.print_title_rows) == (
        "C2",
        True,
        "$1:$1",
    )


def test_texts_wrap_and_columns_are_as_wide_as_they_need(sheet: Worksheet):
    assert sheet["B2"].alignment.wrap_text
    assert (
        sheet.column_dimensions[letters(heading(sheet, "What happened"))].width
        > sheet.column_dimensions["A"].width
    )


def test_cells_offer_the_choices_of_the_handbook(sheet: Worksheet):
    assert choices(sheet, heading(sheet, "Phase")) == ["Plan", "Move"]
    assert choices(sheet, heading(sheet, "Service")) == ["Lending"]
    assert choices(sheet, heading(sheet, "Kind")) == ["Avoid", "Repeat", "Watch"]
    assert len(choices(sheet, heading(sheet, "State"))) == 5
    assert "Carry the books" in choices(sheet, heading(sheet, "Where it counts"))


def test_every_cell_is_text(sheet: Worksheet):
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_a_workbook_says_what_it_is(sheet: Worksheet):
    assert (sheet.parent.properties.title, sheet.parent.properties.creator, sheet.title) == (
        "Moving a library: Lessons",
        "The library",
        "Lessons",
    )


@pytest.mark.parametrize("form", ["xlsx", "ods", "csv"])
def test_the_command_writes_each_form_and_import_finds_it_unchanged(world: World, tmp_path: Path, form: str):
    file = tmp_path / f"out.{form}"
    assert run(world, "--format", form, "--to", str(file)).output == f"1 lesson in {file.as_posix()}.\n"
    said = CliRunner().invoke(main, ["import", str(file), "--content", str(world.content)]).output
    assert "1 row, word for word in" in said
    assert "There is nothing new to write." in said


def test_json_holds_the_records_with_their_ids(world: World, tmp_path: Path):
    run(world, "--format", "json", "--to", str(tmp_path / "out.json"), "--kind", "source")
    (source,) = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert (source["id"], source["date"]) == ("town-report", "2010")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["--phase", "move"], 1),
        (
            [
                "--phase",
                "move",
                "--phase",
                "plan",
                "--type",
                "avoid",
                "--state",
                "identified",
                "--workstream",
                "books",
            ],
            1,
        ),
        (["--kind", "activity", "--phase", "plan"], 2),
        (["--kind", "activity", "--workstream", "books"], 2),
    ],
)
def test_filters_choose(world: World, tmp_path: Path, words: list[str], count: int):
    run(world, "--format", "csv", "--to", str(tmp_path / "out.csv"), *words)
    assert (
        len(list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline=""))))
        == count + 1
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--phase", "plam"], "There is no phase “plam”. Did you mean “plan”? It is one of: plan, move."),
        (["--type", "oops"], "There is no type “oops”."),
        (["--kind", "role", "--phase", "plan"], "A role has no phase, so --phase does not fit."),
        (["--phase", "plan"], "No record fits what you asked for, so nothing was written."),
    ],
)
def test_a_filter_that_finds_nothing_is_refused_and_nothing_is_written(
    world: World, tmp_path: Path, words: list[str], said: str
):
    result = run(world, "--to", str(tmp_path / "out.xlsx"), *words)
    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert said in result.output


# The template


def test_the_template_has_guidance_lessons_and_choices(blank: bytes, book: Handbook):
    made = load_workbook(io.BytesIO(blank))
    words = book.site.labels.sheets
    assert made.sheetnames == [words.guidance, "Lessons", words.lists]
    assert [cell.value for cell in made[words.guidance]["A"]] == [words.template_title, *words.how]
    assert choices(made["Lessons"], heading(made["Lessons"], "Phase")) == ["Plan", "Move"]


def test_its_example_is_a_real_lesson_and_says_that_it_is_an_example(blank: bytes, book: Handbook):
    row = [cell.value for cell in load_workbook(io.BytesIO(blank))["Lessons"][2]]
    assert row[:3] == [book.site.labels.sheets.example, "Label every box", "Old Town library"]


def test_the_template_is_the_same_each_time(blank: bytes, book: Handbook):
    assert template(book) == blank
    with zipfile.ZipFile(io.BytesIO(blank)) as held:
        assert {entry.date_time[0] for entry in held.infolist()} == {1980}
    assert (
        load_workbook(io.BytesIO(blank)).properties.modified.year == 1980
    )  # openpyxl writes the time at which it saved


def test_a_filled_in_template_comes_in_without_its_example(world: World, blank: bytes, tmp_path: Path):
    made = load_workbook(io.BytesIO(blank))
    lessons = made["Lessons"]
    for name, value in {
        "Title": "Ask the neighbours for a hand",
        "What we now know": "1. They help.\n2. They bring cake.",
        "Phase": "Plan\nMove",
        "Where it counts": "Carry the books",
    }.items():
        lessons.cell(3, heading(lessons, name)).value = value
    made.save(tmp_path / "back.xlsx")
    said = (
        CliRunner()
        .invoke(
            main,
            [
                "import",
                str(tmp_path / "back.xlsx"),
                "--content",
                str(world.content),
                "--one-a-row",
                "--write",
            ],
        )
        .output
    )
    assert "back.xlsx: 1 lesson." in said
    assert "Sheets that were not read" not in said
    text = world.read("lessons/ask-the-neighbours-for-a-hand.yml")
    assert "phases:\n  - plan\n  - move\n" in text
    assert "at:\n  - carry-the-books\n" in text


def test_a_handbook_without_lessons_has_a_template_without_example(world: World, tmp_path: Path):
    world.delete("lessons/label-every-box.yml")
    (tmp_path / "t.xlsx").write_bytes(template(world.report().readable))
    assert len(open_table(tmp_path / "t.xlsx")[1].rows) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="The limit on the size of files is set as Linux does it.")
def test_a_full_folder_for_files_in_between_is_said_in_a_sentence(world: World, tmp_path: Path):
    words = f"ulimit -f 1; exec {sys.executable} -m macros export --content {world.content} --to {tmp_path}/out.xlsx"
    done = subprocess.run(["bash", "-c", words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("The spreadsheet cannot be made: the folder for files in between, “")
    assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("out*"))
