"""On its side: a table whose headings are in its first column, one below another, as forms have them."""

from __future__ import annotations

from macros.sheets.cells.columns import Headings
from macros.sheets.files.table import Sheet
from macros.sheets.header_row import MAIN_FIELDS, SURELY

MOST = 60  # rows of a form
MOSTLY = 0.6  # of the texts in the first column that are headings


def is_on_its_side(sheet: Sheet, headings: Headings) -> bool:
    """Return whether the first column holds the headings of a record, and no row does."""
    columns = [set(row.cells) for row in sheet.rows[:MOST]]
    first = min(set().union(*columns), default=0)
    texts = [row.cells[first] for row in sheet.rows[:MOST] if first in row.cells]
    fields = [field for text in texts if (field := _field(text, headings))]
    beside = any(len(row.cells) > 1 for row in sheet.rows)
    if not beside or len(sheet.rows) > MOST or len(set(fields)) < len(fields):
        return False
    own = MAIN_FIELDS & set(fields)
    in_rows = [{_field(text, headings) for text in row.cells.values()} - {""} for row in sheet.rows]
    most = max(map(len, in_rows))  # of which a value such as “Do this” may look like one more
    is_row = most > 1 and most * 2 > len(fields)
    return len(own) > 1 and len(fields) >= MOSTLY * len(texts) and not is_row


def _field(text: str, headings: Headings) -> str:
    """Return the field whose heading a text is, or nothing."""
    meaning = headings.meant(" ".join(text.split()))
    return str(meaning.path[0]) if meaning.path and meaning.score >= SURELY else ""
