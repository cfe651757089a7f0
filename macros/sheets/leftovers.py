"""Leftovers: what of a table its headings do not cover, so that a person has to look."""

from __future__ import annotations

from macros.sheets.mapping import Mapped


def cut_rows(mapped: Mapped) -> set[int]:
    """Return the rows of a text that have more cells than there are headings, where most have not."""
    last = max((column.number for column in mapped.columns if column.heading), default=0)
    wide = {row.number for row in mapped.rows if max(row.cells) > last}
    return wide if mapped.sheet.separator and len(wide) * 2 <= len(mapped.rows) else set()


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
