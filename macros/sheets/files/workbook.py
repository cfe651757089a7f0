"""Workbooks to work in: the heading stays in sight, texts wrap, and cells offer the choices of the handbook.

The same records make the same bytes: a workbook carries the times at which it was saved, and here they are
fixed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import fromstring, tostring

from macros.authoring.disk.archive import EARLIEST, archive
from macros.model.fields import Ref, StepRef
from macros.sheets.cells.choices import BY_NAME, Names
from macros.sheets.cells.leaves import Leaf
from macros.sheets.files.delimited import harmless
from macros.sheets.files.saving import saved

CORE = "docProps/core.xml"
SPARE_ROWS = 500  # below the last, so that new rows have the choices too
_MISREAD = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
TOP = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True)
class Page:
    """One sheet of records: its name, headings and rows, and the leaf that each column holds (None: the log's
    own).
    """

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    columns: Sequence[Leaf | None]


def workbook(title: str, pages: Sequence[Page], names: Names, guidance: Sequence[str] = ()) -> bytes:
    """Return a workbook with the pages, a sheet of choices, and a sheet of guidance in front, if there is
    any.
    """
    words = names.labels.sheets
    book = empty_book()
    if guidance:
        _guide(book.create_sheet(sheet_name(words.guidance)), title, guidance)
    sheets = [(book.create_sheet(sheet_name(page.name)), page) for page in pages]
    choices = book.create_sheet(sheet_name(words.lists))
    for sheet, page in sheets:
        _fill(sheet, page)
        _offer(sheet, page, choices, names)
    book.active = 0
    book.properties = DocumentProperties(
        creator=names.handbook.site.organisation,
        title=title,
        created=EARLIEST.replace(tzinfo=None),
        language=names.handbook.site.language,
    )
    return fixed(book)


def empty_book() -> Workbook:
    """Return a workbook without a sheet, which knows the style of text."""
    book = Workbook()
    book.remove(book.active)
    book.add_named_style(NamedStyle("Text", alignment=TOP, number_format="@"))
    return book


def sheet_name(text: str) -> str:
    """Return `text` as the name of a sheet, which is short and holds no signs of formulas."""
    return re.sub(r"[\\/*?:\[\]]", " ", text)[:31].strip("' ") or "1"


def _guide(sheet: Worksheet, title: str, lines: Sequence[str]) -> None:
    sheet.column_dimensions["A"].width = 100
    for row, text in enumerate([title, *lines], 1):
        put_text(sheet.cell(row, 1), text)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.sheet_view.showGridLines = False


def _fill(sheet: Worksheet, page: Page) -> None:
    for row, texts in enumerate([page.headings, *page.rows], 1):
        for column, text in enumerate(texts, 1):
            if text:
                put_text(sheet.cell(row, column), text)
    for column, leaf in enumerate(page.columns, 1):
        heading = sheet.cell(1, column)
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", start_color="E6E6E6")
        sheet.column_dimensions[get_column_letter(column)].width = _width(leaf)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(page.headings))}{max(len(page.rows) + 1, 2)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _width(leaf: Leaf | None) -> int:
    if leaf is None:
        return 12
    return 50 if leaf.lines else 28


def put_text(cell: Cell, text: str) -> None:
    """Write the text as text: nothing is run, and nothing is turned into a date or a number."""
    cell.value = _MISREAD.sub("_x005F_", text).replace("\r", "_x000D_")
    cell.data_type = "s"
    cell.style = "Text"
    cell.quotePrefix = text[:1] == "'" or harmless(text) != text


def _offer(sheet: Worksheet, page: Page, choices: Worksheet, names: Names) -> None:
    """Cells that point to records of the framework, or hold one of some words, offer them."""
    for column, leaf in enumerate(page.columns, 1):
        if leaf is None or not (
            leaf.words
            or isinstance(leaf.mark, StepRef)
            or (isinstance(leaf.mark, Ref) and leaf.mark.kind in BY_NAME)
        ):
            continue
        check = DataValidation(
            type="list",
            formula1=_choices(choices, page.headings[column - 1], leaf, names),
            allow_blank=True,
            errorStyle="stop" if leaf.words else "warning",
            showErrorMessage=not leaf.several,
        )
        if leaf.several:
            check.prompt = names.labels.sheets.choose[:255]
            check.showInputMessage = True
        sheet.add_data_validation(check)
        letter = get_column_letter(column)
        check.add(f"{letter}2:{letter}{len(page.rows) + SPARE_ROWS}")


def _choices(choices: Worksheet, heading: str, leaf: Leaf, names: Names) -> str:
    """Return where the choices of this leaf stand; they are written once for all columns that share them."""
    key = re.sub(r" \d+", "", heading)
    texts = [names.written(leaf, name) for name in names.spellings(leaf)]
    column = next((cell.column for cell in choices[1] if cell.value == key), None)
    if column is None:
        column = choices.max_column + 1 if choices["A1"].value else 1
        for row, text in enumerate([key, *texts], 1):
            put_text(choices.cell(row, column), text)
        choices.column_dimensions[get_column_letter(column)].width = 40
    letter = get_column_letter(column)
    return f"'{choices.title.replace(chr(39), chr(39) * 2)}'!${letter}$2:${letter}${max(len(texts), 1) + 1}"


def fixed(book: Workbook) -> bytes:
    """Return the bytes of the workbook, with one time for everything in it."""
    with zipfile.ZipFile(io.BytesIO(saved(book))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    properties = DocumentProperties.from_tree(fromstring(files[CORE]))
    properties.modified = properties.created
    return archive(files | {CORE: tostring(properties.to_tree())})
