"""One sheet of an Excel workbook, read as a stream: its cells, what is hidden, struck through, merged or
wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from macros.loading.problem import Problem
from macros.sheets.files import findings
from macros.sheets.files.formulas import LONGEST_FORMULA, address_in
from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, is_true
from macros.sheets.files.merging import Span, place_of, rows_of, span_of, spread
from macros.sheets.files.number_sections import hides_everything
from macros.sheets.files.page_ends import PageEnds
from macros.sheets.files.table import Sheet
from macros.sheets.files.xlsx_texts import RichText, Styles, TextReader
from macros.sheets.files.xlsx_values import shown_value

SMALLEST = 1.0  # point of a row or letter of a column that people see


class SheetReader:
    """Reads one sheet whose texts and styles are known."""

    def __init__(self, sheet: Sheet, texts: Sequence[RichText], styles: Styles, budget: Budget) -> None:
        self._sheet = sheet
        self._texts = texts
        self._code = ""
        self._styles = styles
        self._budget = budget
        self.since_1904 = False
        self._cells: dict[int, dict[int, str]] = {}
        self._struck: dict[int, dict[int, str]] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._spans: list[Span] = []
        self._links: list[tuple[str, str]] = []  # the place of each, and its number
        self.addresses: dict[str, str] = {}  # by number
        self._problems: list[Problem] = []
        self._row = 0
        self._column = 0
        self._inline = TextReader(budget)
        self._ends = PageEnds()
        self._begin({})

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if name == "c":
            self._begin(attributes)
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._formula = self._in_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._spans.append(span_of(attributes.get("ref", "")))
        elif name == "hyperlink" and "id" in attributes:
            self._budget.comment()
            self._links.append((attributes.get("ref", ""), attributes["id"]))
        elif name == "col" and (is_true(attributes.get("hidden")) or _is_too_small(attributes.get("width"))):
            first = int(attributes["min"])
            last = min(int(attributes["max"]), 16_384)
            self._budget.work(max(last - first + 1, 0))
            self._hidden_columns.update(range(first, last + 1))
        elif self._type == "inlineStr":
            self._inline.start(name, attributes)
        else:
            self._ends.start(name)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if name == "v":
            self._in_value = False
        elif name == "f":
            self._in_formula = False
        elif name == "c":
            self._finish()
        elif self._type == "inlineStr":
            self._inline.end(name)
        else:
            self._ends.end(name)

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._in_value:
            self._length += len(data)
            self._budget.piece(self._length)
            self._value.append(data)
        elif self._in_formula:
            self._code = f"{self._code}{data}"[:LONGEST_FORMULA]
        elif self._type == "inlineStr":
            self._inline.add(data)
        else:
            self._ends.text(data)

    def result(self, comments: Sequence[str], *, hidden: bool, pictures: bool) -> Sheet:
        """Return the sheet. `comments` are the places of cells that have one."""
        for row, column, text, span in spread(self._cells, self._spans, self._budget):
            over = (span.top, span.left)
            self._problems.append(findings.covered(self._sheet, row, column, text, over))
        for place in comments:
            column, row = place_of(place)
            self._problems.append(findings.comment(self._sheet, row, column))
        self._name_links()
        if said := self._ends.said():
            self._problems.append(findings.in_print(self._sheet, said))
        if pictures:
            self._problems.append(findings.pictures(self._sheet))
        rows = rows_of(self._cells, self._struck, self._hidden_rows, self._spans)
        return Sheet(
            self._sheet.file, self._sheet.name, rows, hidden, self._problems, frozenset(self._hidden_columns)
        )

    def _name_links(self) -> None:
        """Name each link whose address its cell does not show, as it is not imported."""
        for place, number in self._links:
            span = span_of(place)
            address = self.addresses.get(number, "")
            shown = self._cells.get(span.top, {}).get(span.left, "")
            self._problems += findings.link(self._sheet, span.top, span.left, address, shown)

    def _begin_row(self, attributes: Attributes) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        self._budget.row()
        if is_true(attributes.get("hidden")) or _is_too_small(attributes.get("ht")):
            self._hidden_rows.add(self._row)

    def _begin(self, attributes: Attributes) -> None:
        if "r" in attributes:
            self._column, self._row = place_of(attributes["r"])
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        self._style = self._styles.of(attributes.get("s"))
        self._has_more = "vm" in attributes  # a picture, or what another program keeps in a cell
        self._value: list[str] = []
        self._length = 0
        self._in_value = False
        self._formula = self._in_formula = False
        self._code = ""
        self._inline.clear()

    def _finish(self) -> None:
        value = "".join(self._value)
        kind = self._type
        self._type = "n"
        place = (self._sheet, self._row, self._column)
        if kind == "e":
            error = findings.cell_error(*place, value[:20])
            self._problems.append(findings.picture_in_cell(*place) if self._has_more else error)
            return
        address = address_in(self._code)
        self._problems += findings.link(*place, address, value)
        if self._formula and not value and kind != "str":
            self._problems.append(findings.no_result(*place))
            return
        rich = self._inline.result() if kind == "inlineStr" else self._shown(kind, value)
        if rich.text.strip() and hides_everything(self._style.form):
            self._problems.append(findings.hidden_by_format(*place, rich.text))
        elif rich.text.strip():
            self._keep(rich)

    def _keep(self, rich: RichText) -> None:
        self._budget.cell(rich.text)
        row = self._cells.setdefault(self._row, {})
        if not row:
            self._budget.filled_row()
        if row.get(self._column, rich.text) != rich.text:
            before = row[self._column]
            self._problems.append(findings.twice(self._sheet, self._row, self._column, before))
        row[self._column] = rich.text
        struck = rich.text if self._style.struck else rich.struck
        if struck.strip():
            self._struck.setdefault(self._row, {})[self._column] = struck

    def _shown(self, kind: str, value: str) -> RichText:
        return shown_value(kind, value, self._style.form, self._texts, since_1904=self.since_1904)


def _is_too_small(size: str | None) -> bool:
    """Return whether a row or column is so small that nobody sees what is in it."""
    return size is not None and float(size) < SMALLEST
