"""A table of texts, numbers and days as a spreadsheet: one sheet, whose days can be sorted and counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from macros.authoring.disk.archive import EARLIEST
from macros.sheets.files import delimited, ods_writing
from macros.sheets.files.workbook import empty_book, fixed, put_text, sheet_name

Cell = str | int | date
WIDE = 44  # of a column whose texts are long
NARROW = 14
LONG = 20  # characters


@dataclass(frozen=True)
class Timetable:
    """The rows under their headings, with the name of the sheet, and who made it in which language."""

    title: str
    name: str
    organisation: str
    language: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_xlsx(table: Timetable) -> bytes:
    """Return an Excel workbook. The same table gives the same bytes."""
    book = empty_book()
    sheet = book.create_sheet(sheet_name(table.name))
    _fill(sheet, table)
    _shape(sheet, table)
    book.properties = DocumentProperties(
        creator=table.organisation,
        title=table.title,
        created=EARLIEST.replace(tzinfo=None),
        language=table.language,
    )
    return fixed(book)


def as_ods(table: Timetable) -> bytes:
    """Return an OpenDocument spreadsheet."""
    return ods_writing.written({table.name: [table.headings, *table.rows]})


def as_csv(table: Timetable) -> bytes:
    """Return text with commas, which no spreadsheet runs."""
    return delimited.written([table.headings, *(map(str, row) for row in table.rows)])


FORMATS: dict[str, Callable[[Timetable], bytes]] = {"xlsx": as_xlsx, "ods": as_ods, "csv": as_csv}


def _fill(sheet: Worksheet, table: Timetable) -> None:
    for row, values in enumerate([table.headings, *table.rows], 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column)
            if isinstance(value, str):
                if value:
                    put_text(cell, value)
            else:
                cell.value = value
            if isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"


def _shape(sheet: Worksheet, table: Timetable) -> None:
    """Keep the headings in sight, and make columns as wide as their texts ask."""
    for column, heading in enumerate(table.headings):
        cell = sheet.cell(1, column + 1)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="E6E6E6")
        longest = max((len(str(row[column])) for row in table.rows), default=len(heading))
        sheet.column_dimensions[get_column_letter(column + 1)].width = WIDE if longest > LONG else NARROW
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
