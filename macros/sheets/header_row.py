"""The header row: in which row of a sheet the headings are in.

Titles and facts may be above it, and headings in two rows.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.model.fields import FieldPath
from macros.refusal import Refusal
from macros.sheets.cells.columns import PERSON, REFERENCE, Headings, Meaning
from macros.sheets.cells.likeness import plain
from macros.sheets.files.table import Row, Sheet, letters

LAST_ROW = 60  # below which no heading is looked for
LONGEST_LABEL = 80
LONGEST_SECOND = 40  # a second row of headings holds short ones
MAIN_FIELDS = {"title", "lesson", "event", "action", "cause"}  # what a table of lessons has, and facts seldom
SURELY = 95.0
_VALUE = re.compile(r"\W*\d[\d\W]*|(?=.*\d{4}).*\b\d{1,2}\b.*\d.*|\S+@\S+")


@dataclass(frozen=True)
class HeaderRow:
    """The headings of a sheet by column, and the first and the last row in which they stand."""

    first: int
    last: int
    texts: Mapping[int, str]


def header_row(sheet: Sheet, headings: Headings, wanted: int, chosen: Mapping[str, str]) -> HeaderRow | None:
    """Return the headings: those in the row that a person `wanted`, or the likeliest; None where no row looks
    like any.

    `chosen` are the headings and letters of columns that a person named. Raises Refusal where the wanted row
    is empty.
    """
    if wanted:
        row = next((row for row in sheet.rows if row.number == wanted), None)
        if row is None:
            raise Refusal(f"{sheet.place(wanted)}: this row is empty, so it cannot hold the headings.")
        return HeaderRow(row.number, row.number, _texts(row))
    rows = [row for row in sheet.rows if row.number <= LAST_ROW]
    scored = [(_points(row, sheet, headings, chosen), -row.number, row) for row in rows]
    points, _, best = max(scored, default=(0.0, 0, Row(0, {})), key=lambda entry: entry[:2])
    if not points or not _is_enough(best, sheet, headings, chosen):
        return None
    return _with_neighbours(best, rows, headings)


def _points(row: Row, sheet: Sheet, headings: Headings, chosen: Mapping[str, str]) -> float:
    """Return how much a row looks like headings: by the fields that it names, and by what is beside and
    below.
    """
    if not _is_short(row, headings):
        return 0.0
    fields = _fields(row, headings, chosen, _cells_of_sides(sheet, row, headings))
    points = sum(3.0 if str(path[0]) in MAIN_FIELDS or path[0] == "(side)" else 1.0 for path in fields)
    below = [other for other in sheet.rows if row.number < other.number <= row.number + 10]
    if any(len(text) > LONGEST_LABEL // 2 for other in below for text in other.cells.values()):
        points += 0.5
    return points * (0.3 if _holds_values(row, headings) else 1.0)


def _is_enough(row: Row, sheet: Sheet, headings: Headings, chosen: Mapping[str, str]) -> bool:
    """Return whether a row names enough fields: two, or one that a lesson needs beside other headings."""
    fields = _fields(row, headings, chosen, _cells_of_sides(sheet, row, headings))
    wide = sum(len(other.cells) > 1 for other in sheet.rows) > 1
    if len(fields) > 1 or chosen or not wide:
        return bool(fields)
    below = {column for other in sheet.rows if other.number > row.number for column in other.cells}
    main = (
        column
        for column, text in row.cells.items()
        if (meaning := headings.meant(" ".join(text.split()))).score >= SURELY
        and meaning.path[:1]
        and str(meaning.path[0]) in MAIN_FIELDS
    )
    return len(row.cells) > 1 and any(column in below for column in main)


def _cells_of_sides(sheet: Sheet, row: Row, headings: Headings) -> set[int]:
    """Return the columns in which other rows say, too, how it went: those cells are no headings."""
    return {
        column
        for column, text in row.cells.items()
        if headings.meant(" ".join(text.split())).side
        and any(
            headings.meant(" ".join(other.cells.get(column, "").split())).side
            for other in sheet.rows[: 2 * LAST_ROW]
            if other.number != row.number and other.cells != row.cells
        )
    }


def _fields(
    row: Row, headings: Headings, chosen: Mapping[str, str], values: Container[int] = ()
) -> set[FieldPath]:
    """Return the fields that the cells of a row name, or nothing when it names none of the record itself.

    Cells in columns of `values` are no headings.
    """
    fields: set[FieldPath] = set()
    for column, text in row.cells.items():
        if column in values:
            continue
        meaning = headings.meant(" ".join(text.split()))
        if meaning.path:
            fields.add(meaning.path)
        elif meaning.side:
            fields.add(("(side)", meaning.side))
        elif (plain(text) or text) in chosen or plain(letters(column)) in chosen:
            fields.add(("(chosen)", column))
    return fields if fields - {PERSON, REFERENCE} else set()


def _is_short(row: Row, headings: Headings) -> bool:
    """Return whether most cells are short or ask something, as headings do; a cell of prose is not one."""
    fitting = sum(
        len(text) <= LONGEST_LABEL or text.rstrip().endswith("?") or bool(headings.meant(text).side)
        for text in row.cells.values()
    )
    return fitting * 2 > len(row.cells)


def _holds_values(row: Row, headings: Headings) -> bool:
    """Return whether the row holds facts: a date, a number, or a label with a colon and its value."""
    cells = sorted(row.cells.items())
    if any(_VALUE.fullmatch(text.strip()) for _, text in cells):
        return True
    beside = pairwise(cells)
    return any(
        label.rstrip().endswith(":") and not value.rstrip().endswith(":") and not headings.meant(value).path
        for (_, label), (_, value) in beside
    )


def _with_neighbours(row: Row, rows: Sequence[Row], headings: Headings) -> HeaderRow:
    """Join headings in two rows: a second row that names more fields, and names above columns
    without one.
    """
    by_number = {each.number: each for each in rows}
    texts = _texts(row)
    first = row.number
    last = row.number
    below = by_number.get(row.number + 1)
    if below and _is_second(below, texts, headings):
        last = below.number
        for column, text in _texts(below).items():
            texts[column] = _joined(texts.get(column, ""), text, headings)
    above = by_number.get(row.number - 1)
    for column, text in _texts(above).items() if above and not _holds_values(above, headings) else ():
        if column not in texts and headings.meant(text).path:
            texts[column] = text
            first = row.number - 1
    return HeaderRow(first, last, texts)


def _is_second(row: Row, texts: Mapping[int, str], headings: Headings) -> bool:
    cells = _texts(row)
    known = {headings.meant(text).path for text in texts.values()}
    named = {
        column: meaning.path
        for column, text in cells.items()
        if (meaning := headings.meant(text)).path and meaning.score >= SURELY
    }
    new = set(named.values()) - known - {PERSON, REFERENCE}
    short = all(len(text) <= LONGEST_SECOND for text in cells.values())
    return short and bool(new) and len(named) * 2 > len(cells) and len(named) > 1


def _joined(upper: str, lower: str, headings: Headings) -> str:
    """Return the heading of a column that has two: the one that names a field, or both."""
    if not upper or upper == lower or headings.meant(lower).path:
        return lower
    return upper if headings.meant(upper).path else f"{upper}: {lower}"


def _texts(row: Row | None) -> dict[int, str]:
    return {column: " ".join(text.split()) for column, text in row.cells.items()} if row else {}


def heading_meaning(text: str, headings: Headings) -> Meaning:
    """Return what a heading means, or nothing for a column without one."""
    return headings.meant(text) if text else Meaning()
