"""Leftovers: what of a table its headings do not cover, so that a person has to look."""

from __future__ import annotations

from macros.sheets.files.table import Row
from macros.sheets.mapping import Mapped


def cut_rows(mapped: Mapped) -> set[int]:
    """Return the rows of a text that have more cells than there are headings, where most have not.

    A cell that begins with a blank goes on with the text before it.
    """
    last = max((column.number for column in mapped.columns if column.heading), default=0)
    wide = {row.number for row in mapped.rows if max(row.cells) > last}
    if not mapped.sheet.separator:
        return set()
    if len(wide) * 2 <= len(mapped.rows):
        return wide
    return {row.number for row in mapped.rows if row.number in wide and _goes_on(row)}


def _goes_on(row: Row) -> bool:
    """Return whether a cell of a row begins with a blank, as what follows a comma in a sentence does."""
    return any(text[:1] == " " for text in row.cells.values())


def unused_headings(mapped: Mapped) -> dict[int, dict[int, str]]:
    """Return the cells in the rows of headings that head no column, by row and column."""
    shown = {column.number: column.heading for column in mapped.columns}
    rows = (row for row in mapped.sheet.rows if mapped.first <= row.number <= mapped.header)
    return {
        row.number: {
            column: text
            for column, text in row.cells.items()
            if " ".join(text.split()) not in shown.get(column, "")
        }
        for row in rows
    }
