"""Merging: what is merged over several rows counts in each of them, in its first column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Damaged
from macros.sheets.files.table import Row, column_number

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
Cells = dict[int, dict[int, str]]  # by row and column


@dataclass(frozen=True)
class Span:
    """Cells that are merged into one: the first and the last row and column."""

    top: int
    left: int
    bottom: int
    right: int


def spread(cells: Cells, spans: Iterable[Span], budget: Budget) -> Iterator[tuple[int, int, str, Span]]:
    """Put the text of each merged cell into every row that it spans and that holds something.

    Yields the cells that lie covered under a merged cell and hold another text: row, column, text, and the
    span. Costs no more than the rows that there are; raises Refusal when that is too much.
    """
    rows = sorted(cells)
    for span in spans:
        text = cells.get(span.top, {}).get(span.left, "")
        for row in rows[bisect_left(rows, span.top) : bisect_left(rows, span.bottom + 1)]:
            budget.work(min(span.right - span.left + 1, len(cells[row])))
            yield from _covered(cells[row], row, span, text)
            if text and row != span.top:
                budget.cell(text)
                cells[row][span.left] = text


def rows_of(cells: Cells, struck: Cells, hidden: Container[int], spans: Iterable[Span]) -> list[Row]:
    """Return the rows that hold something, in order."""
    wide = across(cells, spans)
    return [
        Row(number, row, number in hidden, struck.get(number, {}), wide.get(number, 1))
        for number, row in sorted(cells.items())
        if row
    ]


def across(cells: Cells, spans: Iterable[Span]) -> dict[int, int]:
    """Return over how many columns the only text of a row is merged, by row, for rows with such a text."""
    return {
        span.top: span.right - span.left + 1
        for span in spans
        if span.right > span.left and set(cells.get(span.top, ())) == {span.left}
    }


def _covered(row: dict[int, str], number: int, span: Span, text: str) -> Iterator[tuple[int, int, str, Span]]:
    """Take out what lies under the merged cell, because nobody sees it."""
    under = [
        column
        for column in row
        if span.left <= column <= span.right and (number, column) != (span.top, span.left)
    ]
    for column in under:
        hidden = row.pop(column)
        if hidden != text:
            yield number, column, hidden, span


def place_of(text: str) -> tuple[int, int]:
    """Return the column and the row of a place such as C14. Raises Damaged."""
    if not (place := _PLACE.fullmatch(text)):
        raise Damaged(text)
    return column_number(place[1]), int(place[2])


def span_of(text: str) -> Span:
    """Return the cells that a reference such as B2:C4 names. Raises Damaged."""
    first, _, last = text.partition(":")
    left, top = place_of(first)
    right, bottom = place_of(last or first)
    return Span(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
