"""Excel workbooks (.xlsx), read with the values that Excel last computed, and written so that they are good to work in."""

from __future__ import annotations

import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from macros.loading.problem import Problem, printable
from macros.model.partial_date import PartialDate
from macros.sheets.files.table import NotRead, Row, Sheet, letters

# How the format keeps characters that XML cannot: _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA = re.compile(rb"<f[ />]")
MAX_CELLS = 2_000_000
DAMAGED = "“{name}” is damaged and cannot be opened. Ask for it again, or open it in your spreadsheet application and save it anew, as .xlsx or as .csv."


def read(name: str, data: bytes) -> list[Sheet]:
    """Every sheet of the workbook. Raises NotRead."""
    values, formulas = _loaded(name, data), None
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        if any(
            _FORMULA.search(held.read(entry))
            for entry in held.namelist()
            if entry.startswith("xl/worksheets/") and entry.endswith(".xml")
        ):
            formulas = _loaded(name, data, data_only=False)
    return [_sheet(name, sheet, formulas[sheet.title] if formulas else None) for sheet in values.worksheets]


def text_of(value: Any, form: str = "General") -> str:
    """What a cell shows, as far as it matters: no more of a date than its format shows, whole numbers without a point."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return _date(value, form.lower())
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, int | float) and math.isfinite(value):
        number = value * 100 if "%" in form else value
        return (str(int(number)) if number == int(number) else f"{number:.10g}") + (
            "%" if "%" in form else ""
        )
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)).replace("\r\n", "\n")


def _date(value: date, form: str) -> str:
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", form)
    parts = (
        value.year,
        None,
        value.month if "m" in shown else None,
        value.day if "d" in shown and "m" in shown else None,
    )
    return (
        str(PartialDate(*parts))
        if "y" in shown
        else str(PartialDate(value.year, None, value.month, value.day))
    )


def _loaded(name: str, data: bytes, *, data_only: bool = True) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are no cells
            return load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        IndexError,
        AttributeError,
        SyntaxError,
        OSError,
    ):
        raise NotRead(DAMAGED.format(name=name)) from None


def _sheet(name: str, sheet: Worksheet, formulas: Worksheet | None) -> Sheet:
    if sheet.max_row * sheet.max_column > MAX_CELLS:
        raise NotRead(
            f"The sheet “{sheet.title}” of “{name}” reaches down to row {sheet.max_row} and across to column {letters(sheet.max_column)}. "
            "Copy the rows with lessons into a new workbook, and import that."
        )
    title = printable(sheet.title)
    made = Sheet(name, title, [])
    problems = [
        problem for row in sheet.iter_rows() for cell in row for problem in _wrong(made, cell, formulas)
    ]
    spread = {
        (row, span.min_col): sheet.cell(span.min_row, span.min_col)
        for span in sheet.merged_cells.ranges
        for row in range(span.min_row, span.max_row + 1)
    }
    rows = [
        Row(number, cells, bool(sheet.row_dimensions[number].hidden))
        for number, row in enumerate(sheet.iter_rows(), 1)
        if (cells := dict(_cells(row, spread)))
    ]
    return Sheet(name, title, rows, sheet.sheet_state != "visible", problems)


def _cells(row: tuple[Cell, ...], spread: dict[tuple[int, int], Cell]) -> Iterator[tuple[int, str]]:
    """The filled cells of a row. What is merged over several rows counts in each of them, in its first column."""
    for cell in row:
        source = spread.get((cell.row, cell.column), cell)
        if (
            source.value is not None
            and source.data_type != "e"
            and (text := text_of(source.value, source.number_format)).strip()
        ):
            yield cell.column, text


def _wrong(sheet: Sheet, cell: Cell, formulas: Worksheet | None) -> Iterator[Problem]:
    if cell.comment:
        yield sheet.problem(
            cell.row,
            cell.column,
            "comment",
            "this cell has a comment, which is not imported.",
            "If it says more than the cell, put it into a cell.",
        )
    if cell.data_type == "e":
        yield sheet.problem(
            cell.row,
            cell.column,
            "cell-error",
            f"this cell holds the error {cell.value}, so it counts as empty.",
            "Mend the formula, or type the value.",
        )
    elif (
        cell.value is None and formulas is not None and formulas.cell(cell.row, cell.column).data_type == "f"
    ):
        yield sheet.problem(
            cell.row,
            cell.column,
            "no-value",
            "this cell holds a formula without its result, so it counts as empty.",
            "Open the file in your spreadsheet application, let it calculate, and save it.",
        )
