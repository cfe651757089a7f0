"""Values of cells in an Excel workbook: what each kind of cell shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from macros.sheets.files.markup import is_true
from macros.sheets.files.number_formats import shown_date, shown_number
from macros.sheets.files.xlsx_texts import RichText, unescaped


def shown_value(kind: str, value: str, form: str, texts: Sequence[RichText], *, since_1904: bool) -> RichText:
    """Return what a cell of this `kind` shows in the number format `form`.

    Raises ValueError or LookupError where the file is damaged.
    """
    if not value:
        return RichText("")
    if kind == "s":
        return texts[int(value)]
    if kind == "b":
        return RichText("true" if is_true(value) else "false")
    if kind == "d":
        return RichText(_iso_date(value, form))
    if kind == "str":
        return RichText(unescaped(value))
    return RichText(shown_number(value, form, since_1904=since_1904))


def _iso_date(value: str, form: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    as_date: date = moment
    return shown_date(as_date, form if "y" in form.lower() else "yyyy-mm-dd")
