"""Tables of our own templates for products that hold something else than lessons, such as risks."""

from __future__ import annotations

from collections.abc import Callable

from macros.loading.handbook import Handbook
from macros.model import Product
from macros.sheets.cells.likeness import plain
from macros.sheets.files.table import Sheet

Headings = tuple[str, ...]


def is_other(handbook: Handbook) -> Callable[[Sheet], bool]:
    """Return what tells whether a sheet is a table of one of our templates that holds no lessons.

    Such a table is known by its row of headings, because a sheet has not always the whole name. The table of
    versions, of what to read first and of who signs is in every template.
    """
    others = {columns for columns in _tables(handbook) if not _holds_lessons(handbook, columns)}

    def is_one(sheet: Sheet) -> bool:
        texts = sheet.rows[0].cells if sheet.rows else {}
        return tuple(plain(texts[column]) for column in sorted(texts)) in others

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


def _holds_lessons(handbook: Handbook, columns: Headings) -> bool:
    known = getattr(handbook.site.labels.sheets.columns, "lesson", ())
    return bool(set(map(plain, known)) & set(columns))
