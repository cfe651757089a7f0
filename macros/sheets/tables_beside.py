"""Tables beside each other: a sheet with several, an empty column between them, is read as several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from macros.sheets.cells.columns import Headings
from macros.sheets.files.table import Row, Sheet
from macros.sheets.header_row import MAIN_FIELDS
from macros.sheets.tables_below import are_headings


def side_by_side(sheet: Sheet, headings: Headings) -> list[Sheet]:
    """Return the tables of a sheet: one, or one for each block of columns with headings of a record."""
    starts = [start for start in _starts(sheet) if _is_table(sheet, start, headings)]
    if len(starts) < 2:
        return [sheet]
    bounds = [0, *(start for start, _ in starts[1:]), float("inf")]
    return [_part(sheet, first, last) for first, last in pairwise(bounds)]


def _starts(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Return the first and the last column of each block of columns that an empty one ends."""
    used = {column for row in sheet.rows for column in row.cells}
    first = 0
    for column in sorted(used):
        first = column if column - 1 not in used else first
        if column + 1 not in used:
            yield first, column


def _is_table(sheet: Sheet, columns: Sequence[int], headings: Headings) -> bool:
    rows = _rows(sheet, columns[0], columns[-1] + 1)
    return any(are_headings(row, headings, first=True) and _names_main(row, headings) for row in rows[:-1])


def _names_main(row: Row, headings: Headings) -> bool:
    return any(set(headings.meant(text).path[:1]) & MAIN_FIELDS for text in row.cells.values())


def _part(sheet: Sheet, first: float, last: float) -> Sheet:
    """Return the columns from `first` to before `last`, with what was found in them."""
    found = [problem for problem in sheet.problems if first <= problem.place.column < last]
    return replace(sheet, rows=_rows(sheet, first, last), problems=found)


def _rows(sheet: Sheet, first: float, last: float) -> list[Row]:
    rows = []
    for row in sheet.rows:
        cells = {column: text for column, text in row.cells.items() if first <= column < last}
        struck = {column: text for column, text in row.struck.items() if first <= column < last}
        if cells:
            rows.append(replace(row, cells=cells, struck=struck))
    return rows
