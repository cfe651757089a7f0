"""Workbooks: the sheets of a description in the format of Excel."""

from __future__ import annotations

from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from macros.archive import EARLIEST
from macros.model import Site
from macros.publishing.documents.blocks import Column, Description
from macros.publishing.documents.sheets import Line, Sheet
from macros.sheets.files.workbook import empty_book, fixed, put_text

SPARE_ROWS = 500  # that offer choices
NUMBER_FORMATS = {"date": "d mmmm yyyy", "money": "#,##0.00"}
GREY = "FF595959"
TOP = Alignment(wrap_text=True, vertical="top")
ONE_LINE = Alignment(vertical="top")


def style_of(column: Column) -> str:
    """Return the style of the cells of a column."""
    return column.type if column.type in NUMBER_FORMATS else "text"


def workbook(description: Description, sheets: tuple[Sheet, ...], site: Site) -> bytes:
    """Return the sheets as a workbook, and after them one with all choices."""
    book = empty_book()
    fonts = _fonts(site.colours.accent)
    pages = [(book.create_sheet(sheet.name), sheet) for sheet in sheets]
    lists = _Lists(book.create_sheet(_free_name(site.labels.sheets.lists, sheets)))
    for page, sheet in pages:
        _fill(page, sheet, fonts)
        _offer(page, sheet, lists)
        page.oddFooter.center.text = description.foot.replace("&", "&&")
    book.properties = DocumentProperties(
        creator=description.author,
        title=description.title,
        description=description.summary,
        language=description.language,
        created=EARLIEST.replace(tzinfo=None),
    )
    return fixed(book)


def _free_name(name: str, sheets: tuple[Sheet, ...]) -> str:
    """Return a name that no other sheet has."""
    taken = {sheet.name.casefold() for sheet in sheets}
    return name if name.casefold() not in taken else f"{name[:29]} 2"


def _fonts(accent: str) -> dict[str, Font]:
    """Return the font of each style of line."""
    return {
        "title": Font(bold=True, size=18),
        "heading": Font(bold=True, size=13),
        "header": Font(bold=True),
        "label": Font(bold=True),
        "prompt": Font(italic=True, color=f"FF{accent[1:].upper()}"),
        "hollow": Font(color=GREY),
        "text": Font(),
    }


def _fill(page: Worksheet, sheet: Sheet, fonts: dict[str, Font]) -> None:
    for number, (column, width) in enumerate(zip(sheet.columns, sheet.widths, strict=True), 1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = width
        dimension.alignment = TOP
        dimension.number_format = NUMBER_FORMATS.get(column.type, "General")
    for row, line in enumerate(sheet.lines, 1):
        _write(page, row, line, fonts)
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    if sheet.frozen:
        page.freeze_panes = "A2"
        page.print_title_rows = "1:1"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{max(len(sheet.lines), 2)}"


def _write(page: Worksheet, row: int, line: Line, fonts: dict[str, Font]) -> None:
    for place, each in enumerate(line.cells):
        if not each.text:
            continue
        cell = page.cell(row, place + 1)
        put_text(cell, each.text)
        cell.font = fonts[line.style_at(place)]
        cell.alignment = ONE_LINE if line.style in ("title", "heading") else TOP
        if line.style == "header":
            cell.fill = PatternFill("solid", start_color="FFF0F2F4")
            cell.border = Border(bottom=Side("medium", color="FF767676"))
        if each.address:
            cell.hyperlink = each.address


class _Lists:
    """The sheet with the choices of all others: each list is one column of it."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._places: dict[tuple[str, ...], str] = {}

    def place(self, title: str, choices: tuple[str, ...]) -> str:
        """Return where a list of choices stands, as a formula names it."""
        if choices not in self._places:
            number = len(self._places) + 1
            for row, text in enumerate((title, *choices), 1):
                put_text(self._page.cell(row, number), text)
            letter = get_column_letter(number)
            self._page.column_dimensions[letter].width = 40
            name = self._page.title.replace("'", "''")
            self._places[choices] = f"'{name}'!${letter}$2:${letter}${len(choices) + 1}"
        return self._places[choices]


def _offer(page: Worksheet, sheet: Sheet, lists: _Lists) -> None:
    """Let the cells of a column, and those of a row inside a sheet of texts, offer their choices."""
    ranges: dict[tuple[str, str], list[str]] = {}
    for row, line in enumerate(sheet.lines, 1):
        for place, column in enumerate(line.columns):
            if line.choices_at(place) and not sheet.frozen:
                source = lists.place(column.title, column.choices)
                ranges.setdefault((source, column.title), []).append(f"{get_column_letter(place + 1)}{row}")
    for place, column in enumerate(sheet.columns, 1):
        if column.choices:
            letter = get_column_letter(place)
            source = lists.place(column.title, column.choices)
            ranges.setdefault((source, column.title), []).append(f"{letter}2:{letter}{SPARE_ROWS + 1}")
    for (source, _), cells in ranges.items():
        check = DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="warning")
        check.showErrorMessage = True
        page.add_data_validation(check)
        for cell in cells:
            check.add(cell)
