"""One sheet of an OpenDocument spreadsheet, read as a stream."""

from __future__ import annotations

from macros.loading.problem import Problem
from macros.sheets.files import findings
from macros.sheets.files.formulas import address_in
from macros.sheets.files.limits import MAX_ROWS, Budget
from macros.sheets.files.markup import Attributes, count_of
from macros.sheets.files.merging import Cells, Span, rows_of, spread
from macros.sheets.files.ods_texts import READING, TEXTS, ParagraphReader
from macros.sheets.files.table import Sheet

CELLS = ("table-cell", "covered-table-cell")
GROUPS = ("table-row-group", "table-column-group")
DRAWN = ("shapes", "image", "object", "object-ole")
UNREAD = ("cell-range-source", "detective", "title", "desc")  # parts of a cell that show nothing


class TableReader:
    """Reads one sheet."""

    def __init__(self, sheet: Sheet, struck_styles: set[str], budget: Budget) -> None:
        self._sheet = sheet
        self._struck_styles = struck_styles
        self._budget = budget
        self._cells: Cells = {}
        self._struck: Cells = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._spans: list[Span] = []
        self._problems: list[Problem] = []
        self._pictures = False
        self._columns = 0
        self._row = 1
        self._column = 1
        self._skipped = 0  # elements that are open inside one that is passed over
        self._links: list[str] = []  # addresses to which the cell leads
        self._in_cell = False
        self._groups: list[bool] = []  # that are open, and whether they are folded
        self._paragraphs = ParagraphReader(struck_styles, budget)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element of the table."""
        if self._skipped or self._passes_over(name):
            self._skipped += 1
        elif self._in_cell:
            self._paragraphs.start(name, attributes)
            self._note_link(name, attributes)
        elif name in CELLS:
            self._in_cell = True
            self._links = []
            self._attributes = attributes
            self._paragraphs.clear()
        elif name in GROUPS:
            self._groups.append(attributes.get("display") == "false")
        elif name == "table-row":
            self._attributes_of_row = attributes
            self._column = 1
        elif name == "table-column":
            self._begin_columns(attributes)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif self._in_cell and name in CELLS and not self._paragraphs.inside:
            self._finish_cell(covered=name == "covered-table-cell")
        elif self._in_cell:
            self._paragraphs.end()
        elif name in GROUPS:
            self._groups.pop()
        elif name == "table-row":
            self._finish_row()

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._in_cell and not self._skipped:
            self._paragraphs.add(data)

    def result(self) -> Sheet:
        """Return the sheet."""
        sheet = self._sheet
        for row, column, text, span in spread(self._cells, self._spans, self._budget):
            self._problems.append(findings.covered(sheet, row, column, text, (span.top, span.left)))
        if self._pictures:
            self._problems.append(findings.pictures(sheet))
        rows = rows_of(self._cells, self._struck, self._hidden_rows, self._spans)
        return Sheet(
            sheet.file, sheet.name, rows, sheet.hidden, self._problems, frozenset(self._hidden_columns)
        )

    def note_deleted(self, text: str) -> None:
        """Take note of text that somebody took out of the cell while changes were tracked."""
        if text.strip():
            why = "somebody deleted as a tracked change"
            self._problems.append(findings.unshown(self._sheet, self._row, self._column, text, why))

    def _passes_over(self, name: str) -> bool:
        if name == "annotation":
            self._budget.comment()
            self._problems.append(findings.comment(self._sheet, self._row, self._column))
            return True
        strange = self._in_cell and name not in TEXTS and not self._paragraphs.inside
        if strange or name in DRAWN:
            self._pictures = self._pictures or name not in UNREAD
            return True
        return name == READING

    def _note_link(self, name: str, attributes: Attributes) -> None:
        if name == "a" and "href" in attributes:
            self._budget.comment()
            self._links.append(attributes["href"])

    def _begin_columns(self, attributes: Attributes) -> None:
        times = count_of(attributes, "number-columns-repeated")
        if self._is_hidden(attributes):
            last = min(self._columns + times, 16_384)
            self._hidden_columns.update(range(self._columns + 1, last + 1))
        self._columns += times

    def _is_hidden(self, attributes: Attributes) -> bool:
        """Return whether a row or column is hidden, alone or as a part of a group that is folded."""
        return any(self._groups) or attributes.get("visibility", "visible") != "visible"

    def _finish_cell(self, *, covered: bool) -> None:
        self._in_cell = False
        attributes = self._attributes
        times = count_of(attributes, "number-columns-repeated")
        text, struck = self._paragraphs.result()
        text = _value(attributes, text)
        for address in dict.fromkeys((*self._links, address_in(attributes.get("formula", "")))):
            self._problems += findings.link(self._sheet, self._row, self._column, address, text)
        if problem := self._wrong(attributes, text):
            self._problems.append(problem)
        elif text.strip():
            self._budget.cell(text, times)
            self._keep(text, attributes, struck, times)
        if not covered:
            self._merge(attributes)
        self._column += times

    def _keep(self, text: str, attributes: Attributes, struck: str, times: int) -> None:
        if attributes.get("style-name") in self._struck_styles:
            struck = text
        row = self._cells.setdefault(self._row, {})
        for column in range(self._column, self._column + times):
            row[column] = text
            if struck.strip():
                self._struck.setdefault(self._row, {})[column] = struck

    def _merge(self, attributes: Attributes) -> None:
        down = count_of(attributes, "number-rows-spanned")
        across = count_of(attributes, "number-columns-spanned")
        if down > 1 or across > 1:
            span = Span(self._row, self._column, self._row + down - 1, self._column + across - 1)
            self._spans.append(span)

    def _finish_row(self) -> None:
        times = count_of(self._attributes_of_row, "number-rows-repeated")
        filled = self._cells.get(self._row)
        if filled:
            self._repeat(filled, times)
        if self._is_hidden(self._attributes_of_row):
            hidden = range(self._row, self._row + (times if filled else 1))
            self._hidden_rows.update(hidden)
        self._row += times

    def _repeat(self, filled: dict[int, str], times: int) -> None:
        """Count the rows before they are made, then make them."""
        if times > MAX_ROWS:
            self._budget.row(times)
        self._budget.filled_row(times)
        struck = self._struck.get(self._row)
        for text in filled.values() if times > 1 else ():
            self._budget.cell(text, times - 1)
        for number in range(self._row + 1, self._row + times):
            self._cells[number] = dict(filled)
            if struck:
                self._struck[number] = dict(struck)

    def _wrong(self, attributes: Attributes, text: str) -> Problem | None:
        if not attributes.get("formula"):
            return None
        if text.startswith(("#", "Err:")):
            return findings.cell_error(self._sheet, self._row, self._column, text)
        if not text.strip() and "value-type" not in attributes:
            return findings.no_result(self._sheet, self._row, self._column)
        return None


def _value(attributes: Attributes, text: str) -> str:
    """Return the value of a cell: dates as they are kept, everything else as it is shown."""
    if attributes.get("value-type") == "date":
        day, _, clock = attributes.get("date-value", "").partition("T")
        return f"{day} {clock}" if clock.strip("0:.") else day
    kept = (attributes.get(name) for name in ("string-value", "value", "boolean-value", "time-value"))
    return text or next(filter(None, kept), "")
