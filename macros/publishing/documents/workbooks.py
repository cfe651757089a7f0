"""Workbooks: what the sheets of a spreadsheet in the format of Excel need to know of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from openpyxl.utils import get_column_letter

from macros.publishing.documents.blocks import Cell, Column
from macros.publishing.documents.sheet_layout import SPARE_ROWS, Line, Sheet, free_name, style_of
from macros.sheets.files.delimited import harmless

STYLES = ("text", "date", "money", "header", "label", "question", "title", "heading", "prompt", "hollow")
MOST_IN_FOOT = 100  # characters, of 255 that Excel takes with all signs
QUOTED = ":quoted"  # the style of a text that Excel might take for a formula
_MISREAD = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # how the format keeps signs that XML cannot


@dataclass(frozen=True)
class Lists:
    """The choices of a workbook, each list of them in one column of a sheet of its own."""

    name: str
    lists: Mapping[tuple[str, ...], str]  # and the heading of each

    @property
    def sheet(self) -> Sheet:
        """The sheet."""
        columns = tuple(self.lists)
        longest = max(map(len, columns), default=0)
        rows = [
            Line("text", tuple(Cell(each[row] if row < len(each) else "") for each in columns))
            for row in range(longest)
        ]
        titles = Line("header", tuple(map(Cell, self.lists.values())))
        widths = tuple(40 for _ in columns)
        return Sheet(self.name, (titles, *rows), tuple(Column("") for _ in columns), widths, frozen=False)

    def place(self, choices: tuple[str, ...]) -> str:
        """Return where a list is, as a formula names it."""
        letter = get_column_letter(list(self.lists).index(choices) + 1)
        return f"{quoted(self.name)}!${letter}$2:${letter}${len(choices) + 1}"


def lists(sheets: tuple[Sheet, ...], name: str) -> Lists:
    """Return the choices that `sheets` offer; `name` is what their sheet is called if it is free."""
    found: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        for column in _columns(sheet):
            if column.choices:
                found.setdefault(column.choices, column.title)
    return Lists(free_name(name, [sheet.name for sheet in sheets]), found)


def rules(sheet: Sheet, listed: Lists) -> list[tuple[str, list[str]]]:
    """Return where each list of choices is, with the cells that offer it."""
    cells: dict[str, list[str]] = {}
    if sheet.frozen:
        for number, column in enumerate(sheet.columns, 1):
            if column.choices:
                letter = get_column_letter(number)
                place = listed.place(column.choices)
                cells.setdefault(place, []).append(f"{letter}2:{letter}{SPARE_ROWS + 1}")
        return list(cells.items())
    for row, line in enumerate(sheet.lines, 1):
        for number, _ in enumerate(line.columns, 1):
            if choices := line.choices_at(number - 1):
                cells.setdefault(listed.place(choices), []).append(f"{get_column_letter(number)}{row}")
    return list(cells.items())


def links(sheet: Sheet) -> list[tuple[str, str]]:
    """Return each cell that leads somewhere, and where to."""
    return [
        (f"{get_column_letter(number)}{row}", cell.address)
        for row, line in enumerate(sheet.lines, 1)
        for number, cell in enumerate(line.cells, 1)
        if cell.address
    ]


def alike(sheet: Sheet) -> Iterator[tuple[int, int, int, str]]:
    """Yield each run of columns that look the same: the first, the last, their width and their style."""
    looks = [(width, style_of(column)) for width, column in zip(sheet.widths, sheet.columns, strict=True)]
    first = 1
    for (width, style), run in groupby(looks):
        last = first + len(list(run)) - 1
        yield first, last, width, style
        first = last + 1


def helpers() -> dict[str, Any]:
    """Return what the templates of a workbook call."""
    return {
        "styles": [*STYLES, *(f"{style}{QUOTED}" for style in STYLES)],
        "style_of": style_of,
        "alike": alike,
        "letter": get_column_letter,
        "quoted": quoted,
        "is_risky": lambda text: text[:1] == "'" or harmless(text) != text,
        "printed": printed,
        "escaped": lambda text: _MISREAD.sub("_x005F_", text),
    }


def printed(text: str) -> str:
    """Return a text as the foot of a page takes it: each ampersand twice, and no more than fits."""
    return "".join("&&" if letter == "&" else letter for letter in text[:MOST_IN_FOOT])


def quoted(name: str) -> str:
    """Return the name of a sheet as formulas write it."""
    return "'" + name.replace("'", "''") + "'"


def _columns(sheet: Sheet) -> Iterator[Column]:
    yield from sheet.columns
    for line in sheet.lines:
        yield from line.columns
