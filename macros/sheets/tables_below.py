"""Tables below each other: a sheet that holds several is read as several, each under headings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from macros.sheets.cells.columns import PERSON, REFERENCE, Headings
from macros.sheets.files.table import Row, Sheet
from macros.sheets.header_row import LONGEST_SECOND, MAIN_FIELDS

CERTAIN = 98.0  # of a heading that is known as it is written


def separate(sheet: Sheet, headings: Headings) -> list[Sheet]:
    """Return the tables of a sheet: one, or one more for each row of other headings below an empty row."""
    starts = list(_starts(sheet.rows, headings))
    bounds = [0, *starts, len(sheet.rows)]
    parts = [replace(sheet, rows=sheet.rows[start:end]) for start, end in pairwise(bounds)]
    return [parts[0], *(replace(part, problems=()) for part in parts[1:])]


def _starts(rows: Sequence[Row], headings: Headings) -> Iterator[int]:
    """Return where headings begin below a table whose headings are others."""
    above: list[Row] = []
    for index, row in enumerate(rows):
        if not _are_headings(row, headings):
            continue
        after_gap = index > 0 and row.number > rows[index - 1].number + 1
        if above and after_gap and all(row.cells != other.cells for other in above):
            yield index
        above.append(row)


def _are_headings(row: Row, headings: Headings) -> bool:
    """Return whether the cells of a row are short, and most of them headings as this handbook knows them."""
    texts = [" ".join(text.split()) for text in row.cells.values()]
    if len(texts) < 2 or any(len(text) > LONGEST_SECOND for text in texts):
        return False
    meanings = [headings.meant(text) for text in texts]
    known = [meaning.path for meaning in meanings if meaning.score >= CERTAIN and meaning.path]
    own = {path for path in known if path not in (PERSON, REFERENCE)}
    return len(known) * 2 >= len(texts) and any(str(path[0]) in MAIN_FIELDS for path in own)
