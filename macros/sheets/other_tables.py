"""Tables of our own templates for products that hold something else than lessons, such as risks."""

from __future__ import annotations

from collections.abc import Callable

from macros.loading.handbook import Handbook
from macros.model import Product
from macros.sheets.cells.likeness import plain
from macros.sheets.files.table import Sheet

Headings = tuple[str, ...]
KNOWN_BY = 4  # headings, by which a table is known among others


def is_other(handbook: Handbook) -> Callable[[Sheet], bool]:
    """Return what tells whether a sheet is a table of one of our templates that holds no lessons.

    Such a table is known by its headings, because a sheet has not always the whole name. A team may have
    moved them, and added columns, and titles above them. The table of versions, of what to read first and of
    who signs is in every template.
    """
    lessons = set(map(plain, getattr(handbook.site.labels.sheets.columns, "lesson", ())))
    others = {frozenset(columns) for columns in _tables(handbook) if not lessons & set(columns)}

    def is_one(sheet: Sheet) -> bool:
        rows = [row.cells for row in sheet.rows if len(row.cells) > 1] or [{}]  # others are titles
        titles = set(map(plain, rows[0].values()))
        return not lessons & titles and _is_one_of(others, titles)

    return is_one


def _tables(handbook: Handbook) -> set[Headings]:
    t = handbook.site.labels
    words = t.documents
    always = (
        (words.version, words.date, words.state, words.changed, words.by_role),
        (t.kinds["product"], words.in_state, words.made_in),
        (t.kinds["role"], words.part, words.signature, words.date),
        (t.kinds["role"], words.signature, words.date),
    )
    sections = (section for product in handbook.all(Product) for section in product.contents)
    own = (tuple(column.title for column in section.columns) for section in sections if section.columns)
    return {tuple(map(plain, titles)) for titles in (*always, *own)}


def _is_one_of(tables: set[frozenset[str]], titles: set[str]) -> bool:
    """Return whether a row has all headings of a table. Two headings alone say little beside others."""
    return titles in tables or any(table <= titles for table in tables if len(table) >= KNOWN_BY)
