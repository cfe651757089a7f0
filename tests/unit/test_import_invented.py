"""The worked example is invented: import takes none of it for lessons, neither the files nor what was copied."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from documents import written as saved
from test_import_logs import BOXES, DOORS, log, run, written
from world import World

from macros.sheets.files.invented import MARK

TABLE = """\
  - heading: Lessons
    covers: What we learned.
    kind: table
    columns: [{title: Title}, {title: What happened}, {title: Lesson}]
"""
EXAMPLE = f"""\
title: 'Example: book list'
summary: The list of an invented library.
order: 20
product: book-list
version: "1"
state: agreed
date: '2021-03-01'
sections:
  - heading: Lessons
    columns: [Title, What happened, Lesson]
    rows:
      - Boxes broke | {BOXES} | Label
      - Doors | {DOORS} |
basis:
  - {{source: practice}}
"""


@pytest.fixture
def example(world: World) -> World:
    """A world with an invented example that tells two lessons."""
    world.change("products/book-list.yml", "  - heading: Shelves\n    covers: Each shelf.\n", TABLE)
    world.change("products/book-list.yml", "availability:", "states: [draft, agreed]\navailability:")
    world.write("example/book-list.yml", EXAMPLE)
    return world


@pytest.mark.parametrize("form", ["docx", "odt", "xlsx", "ods"])
def test_a_file_of_the_example_is_refused_with_what_to_do(example: World, tmp_path: Path, form: str):
    kind = "document" if form in ("docx", "odt") else "spreadsheet"
    example.add("products/book-list.yml", f"form: {kind}\n")
    data = example.build().shelf.made(f"products/example/book-list.{form}")
    result = run(example, saved(tmp_path, f"log.{form}", data))
    assert result.exit_code == 1
    assert result.output == (
        f"“log.{form}” is a worked example, and what it tells is invented, so nothing was read. If you have put "
        "your own lessons in its place, copy them into a new file, or delete the keyword “invented-example” in "
        "the properties of this one.\n"
    )


def test_the_template_of_the_same_product_is_no_example(example: World, tmp_path: Path):
    example.add("products/book-list.yml", "form: spreadsheet\n")
    paths = [path for path in example.build().shelf.paths() if path.endswith("book-list.xlsx")]
    (template,) = [path for path in paths if "example" not in path]
    result = run(example, saved(tmp_path, "log.xlsx", example.build().shelf.made(template)))
    assert "worked example" not in result.output


def test_rows_of_the_example_are_named_in_whatever_file_they_come(example: World, tmp_path: Path):
    rows = [
        ["Title", "What happened", "Lesson"],
        ["Boxes broke", f" {BOXES.upper()}", "label"],
        ["Doors", DOORS],
        ["Doors", f"{DOORS} We waited for an hour."],
    ]
    output, lessons = written(example, log(tmp_path, *rows))
    assert [it["event"] for it in lessons.values()] == [f"{DOORS} We waited for an hour."]
    for row in (2, 3):
        assert (
            f"row {row}: this row is in the worked example of this handbook, which is invented, so it was "
            "left out."
        ) in output
    assert "If the same happened to you, tell it in your own words." in output


def test_properties_that_are_damaged_are_no_reason_not_to_read_a_file(example: World, tmp_path: Path):
    example.add("products/book-list.yml", "form: spreadsheet\n")
    data = example.build().shelf.made("products/example/book-list.xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, MARK if name == "docProps/core.xml" else old.read(name))
    output = run(example, saved(tmp_path, "log.xlsx", out.getvalue())).output
    assert "is a worked example" not in output
    assert "this row is in the worked example of this handbook" in output
