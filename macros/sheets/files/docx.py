"""Word documents (.docx): their tables, each as a sheet called as the table or the heading above it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.loading.problem import Problem, printable
from macros.sheets.files import findings
from macros.sheets.files.docx_cells import PLACEHOLDER, CellReader, CellText
from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, stream
from macros.sheets.files.merging import Cells, Span, rows_of, spread
from macros.sheets.files.page_ends import DocumentEnds
from macros.sheets.files.table import Sheet, with_text
from macros.sheets.files.xlsx import related

DOCUMENT = "word/document.xml"
TWICE = "Fallback"  # what older applications show in place of what stands before it


def read(name: str, zipped: zipfile.ZipFile, budget: Budget) -> list[Sheet]:
    """Read every table of the document.

    Raises Refusal past a limit, and ValueError or KeyError where it is damaged.
    """
    parts = related(zipped, DOCUMENT, budget)
    reader = DocumentReader(name, budget, parts.outside)
    stream(zipped, DOCUMENT, reader, budget)
    ends = DocumentEnds()
    for part in (*parts.all_of("header"), *parts.all_of("footer")):
        stream(zipped, part, ends, budget)
    return with_text(name, ends.said_in(reader.sheets), has_text=reader.has_text)


@dataclass
class TableRead:
    """One table, as far as it was read."""

    title: str = ""
    cells: dict[int, dict[int, CellText]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    _open: dict[tuple[int, int], Span] = field(default_factory=dict)  # by their columns
    hidden: set[int] = field(default_factory=set)
    row: int = 0
    column: int = 0
    span: int = 0  # columns of the cell before
    goes_on: bool = False  # the cell is merged with the one above it

    def keep(self, cell: CellText) -> None:
        """Keep a cell that ends, and what it is merged with."""
        sides = (self.column, self.column + self.span - 1)
        self.cells.setdefault(self.row, {})[self.column] = cell
        above = self._open.get(sides)
        goes_on = self.goes_on and above is not None and above.bottom == self.row - 1
        top = above.top if above and goes_on else self.row
        if above and not goes_on:
            self.spans.append(above)
        self._open[sides] = Span(top, sides[0], self.row, sides[1])

    def sheet(self, file: str, budget: Budget) -> Sheet:
        """Return the table as a sheet."""
        sheet = Sheet(file, printable(self.title.strip()), [])
        texts: Cells = {}
        struck: Cells = {}
        problems: list[Problem] = []
        for row, cells in self.cells.items():
            texts[row] = {column: cell.text for column, cell in cells.items() if cell.text}
            if texts[row]:
                budget.filled_row()
            struck[row] = {column: cell.struck for column, cell in cells.items() if cell.struck.strip()}
            for column, cell in cells.items():
                problems += _of_cell(sheet, row, column, cell)
        every = (*self.spans, *self._open.values())
        spans = [span for span in every if span.top < span.bottom or span.left < span.right]
        for row, column, text, span in spread(texts, spans, budget):
            problems.append(findings.covered(sheet, row, column, text, (span.top, span.left)))
        if any(cell.pictures for cells in self.cells.values() for cell in cells.values()):
            problems.append(findings.pictures(sheet))
        rows = rows_of(texts, struck, self.hidden, spans)
        return Sheet(file, sheet.name, rows, problems=problems)


def _of_cell(sheet: Sheet, row: int, column: int, cell: CellText) -> Iterator[Problem]:
    for address in cell.links:
        yield from findings.link(sheet, row, column, address, cell.text)
    for note in dict.fromkeys(cell.notes):
        yield findings.note(sheet, row, column, note)
    if cell.hidden.strip():
        yield findings.unshown(sheet, row, column, cell.hidden, "is hidden")
    if cell.deleted.strip():
        yield findings.unshown(sheet, row, column, cell.deleted, "somebody deleted as a tracked change")


class DocumentReader:
    """Reads the tables of one document. A table inside a cell belongs to the text of that cell."""

    def __init__(self, file: str, budget: Budget, addresses: dict[str, str]) -> None:
        self.sheets: list[Sheet] = []
        self.has_text = False  # outside tables
        self._file = file
        self._budget = budget
        self._cell = CellReader(addresses, budget)
        self._heading: list[str] = []
        self._is_heading = False
        self._is_hollow = False
        self._in_text = False
        self._skipped = 0  # elements that are open inside one that is passed over
        self._tables = 0
        self._table = TableRead()

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        value = attributes.get("val", "")
        if self._skipped or name == TWICE:
            self._skipped += 1
        elif name == "tbl":
            self._tables += 1
            if self._tables == 1:
                self._table = TableRead()
        elif self._tables:
            self._in_table(name, attributes)
        elif name == "pStyle":
            self._is_heading = value.lower().startswith("heading")
            self._heading = [] if self._is_heading else self._heading
        elif name == "r":
            self._is_hollow = False
        elif name == "rStyle":
            self._is_hollow = value == PLACEHOLDER
        elif name == "t":
            self._in_text = not self._is_hollow

    def _in_table(self, name: str, attributes: Attributes) -> None:
        """Take note of an element of the table, or of a cell."""
        table = self._table
        value = attributes.get("val", "")
        if self._tables > 1:
            self._cell.start(name, attributes)
        elif name == "tblCaption":
            table.title = value
        elif name == "tr":
            table.row += 1
            self._budget.row()
            table.column = 1
            table.span = 0
        elif name == "gridBefore":
            table.column += int(value or 0)
        elif name == "hidden":
            table.hidden.add(table.row)
        elif name == "tc":
            table.column += table.span
            table.span = 1
            table.goes_on = False
            self._cell.clear()
        elif name == "gridSpan":
            table.span = max(1, int(value or 1))
        elif name == "vMerge":
            table.goes_on = value != "restart"
        else:
            self._cell.start(name, attributes)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif name == "tbl":
            self._tables -= 1
            if not self._tables:
                self._table.title = self._table.title or "".join(self._heading)
                self.sheets.append(self._table.sheet(self._file, self._budget))
        elif name == "tc" and self._tables == 1:
            self._table.keep(self._cell.result())
        elif self._tables:
            self._cell.end(name)
        elif name == "t":
            self._in_text = False
        elif name == "p":
            self._is_heading = False

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._skipped:
            return
        if self._tables:
            self._cell.text(data)
        elif self._in_text and self._is_heading:
            self._heading.append(data)
        elif self._in_text and data.strip():
            self.has_text = True
