"""Sheets: a description laid out as a spreadsheet: a sheet for each register, and one for everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.publishing.documents.blocks import (
    Blank,
    Block,
    Cell,
    Column,
    Description,
    Fact,
    Heading,
    Paragraph,
    Prompt,
    Question,
    Table,
)

SPARE_ROWS = 500  # below a table, that offer its choices
LONGEST_NAME = 31  # characters of the name of a sheet in Excel
KEPT_BY_EXCEL = "history"  # a name that no sheet may have
REFUSED = re.compile(r"[\\/*?:\[\]]")  # in such a name
WIDE = 60  # characters
WIDTHS = (28, WIDE, 28, 28, 28)  # of the sheet that holds everything but tables
WIDTH_OF = {"reference": 12, "role": 24, "choice": 18, "date": 14, "number": 12, "money": 14, "yes-no": 10}
IN_BOLD = 3  # characters that a word in bold needs beyond its own
ACROSS = 180  # characters, that a register should not exceed by much, on a screen and on paper
TEXT = range(24, 41)  # how wide a column of text can be


@dataclass(frozen=True)
class Line:
    """A row: its cells, what it is, and the columns of the table that it belongs to."""

    style: str
    cells: tuple[Cell, ...]
    columns: tuple[Column, ...] = ()

    def style_at(self, place: int) -> str:
        """Return the style of a cell. A label comes before what it names."""
        return "label" if self.style in ("text", "prompt") and place == 0 and not self.columns else self.style

    def choices_at(self, place: int) -> tuple[str, ...]:
        """Return what a cell offers to choose from."""
        fits = place < len(self.columns) and self.style != "header"
        return self.columns[place].choices if fits else ()


@dataclass(frozen=True)
class Sheet:
    """A sheet. A `frozen` one is a table whose headings stay in sight."""

    name: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    frozen: bool

    def height(self, line: Line) -> int:
        """Return how many lines of text a row needs, as far as can be told without its font. A heading and
        a question have room above them.
        """
        if line.style in ("title", "heading"):
            return 2
        above = 1 if line.style == "question" else 0
        return above + max(
            (len(cell.text) // width + 1 for cell, width in zip(line.cells, self.widths, strict=False)),
            default=1,
        )


def sheets(description: Description, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a spreadsheet; the first, called `name`, holds everything but the registers."""
    tables = [
        (heading, block)
        for heading, blocks in description.sections
        for block in blocks
        if isinstance(block, Table) and block.register
    ]
    first, *names = _names([name, *(heading.text for heading, _ in tables)])
    texts = Sheet(first, tuple(_texts(description)), tuple(Column("") for _ in WIDTHS), WIDTHS, frozen=False)
    return (texts, *(_sheet(each, table) for each, (_, table) in zip(names, tables, strict=True)))


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name for a sheet that Excel takes, and that differs from those `taken`."""
    plain = REFUSED.sub(" ", wanted).strip("' ") or "1"
    name = plain[:LONGEST_NAME].strip("' ")
    others = {KEPT_BY_EXCEL, *(each.casefold() for each in taken)}
    number = 1
    while name.casefold() in others:
        number += 1
        end = f" {number}"
        name = plain[: LONGEST_NAME - len(end)].strip("' ") + end
    return name


def style_of(column: Column) -> str:
    """Return the style of the cells of a column."""
    return column.type if column.type in ("date", "money") else "text"


def _sheet(name: str, table: Table) -> Sheet:
    lines = (_header(table), *_rows(table))
    return Sheet(name, lines, table.columns, _widths(table.columns), frozen=True)


def _widths(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """Return the width of each column, in which no word of its title is cut. Texts share what the others
    leave.
    """
    others = [WIDTH_OF[column.type] for column in columns if column.type in WIDTH_OF]
    texts = len(columns) - len(others)
    share = (ACROSS - sum(others)) // max(texts, 1)
    width = min(max(share, TEXT[0]), TEXT[-1])
    longest = [max(map(len, column.title.split()), default=0) + IN_BOLD for column in columns]
    return tuple(
        max(WIDTH_OF.get(column.type, width), least) for column, least in zip(columns, longest, strict=True)
    )


def _names(wanted: Iterable[str]) -> list[str]:
    """Return names of sheets that Excel takes, no two alike."""
    names: list[str] = []
    for text in wanted:
        names.append(free_name(text, names))
    return names


def _texts(description: Description) -> Iterator[Line]:
    yield Line("title", (Cell(description.title),))
    yield Line("text", (Cell(""), Cell(description.summary)))
    yield Line("hollow", (Cell(""), Cell(description.place)))
    for block in description.front:
        yield from _lines(block)
    for heading, blocks in description.sections:
        yield from _lines(heading)
        for block in blocks:
            if not (isinstance(block, Table) and block.register):
                yield from _lines(block)
    for block in description.back:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield Line("heading", (Cell(block.text),))
    elif isinstance(block, Fact):
        yield Line("text", (Cell(block.label), Cell(block.text, block.address)))
    elif isinstance(block, Prompt):
        yield Line("prompt", (Cell(block.label), Cell(block.text)))
    elif isinstance(block, Blank):
        yield Line("hollow", (Cell(""), Cell(block.text)))
    elif isinstance(block, Paragraph):
        yield Line("text", (Cell(""), Cell(block.text)))
    elif isinstance(block, Question):
        yield Line("question", (Cell(""), Cell(block.text)))
        for text in filter(None, (block.source, block.evidence)):
            yield Line("text", (Cell(""), Cell(text)))
        yield Line("text", (Cell(""), Cell(block.shown_address, block.address)))
    elif isinstance(block, Table):
        yield _header(block)
        yield from _rows(block)
        for _ in range(block.blanks):
            yield Line("text", tuple(Cell("") for _ in block.columns), block.columns)


def _header(table: Table) -> Line:
    return Line("header", tuple(Cell(column.title) for column in table.columns), table.columns)


def _rows(table: Table) -> Iterator[Line]:
    return (Line("text", row, table.columns) for row in table.rows)
