"""Harvesting: each row of a sheet becomes one record or several, or is left out with a line that says why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.loading.problem import Problem
from macros.model.fields import FieldPath
from macros.sheets.cells.columns import REFERENCE, SIDE
from macros.sheets.cells.leaves import IDENTITY, leaf_at, leaves
from macros.sheets.cells.reading import Reader
from macros.sheets.cells.typed_dates import Order
from macros.sheets.column import Column, name
from macros.sheets.files.findings import quoted
from macros.sheets.files.table import Row, letters
from macros.sheets.leftovers import cut_rows, unused_headings
from macros.sheets.mapping import Mapped
from macros.sheets.other_rows import GROUP, OtherRows, Why
from macros.sheets.parting import parts
from macros.sheets.row_reading import NOT_READ, Orders, RowReading, is_struck, records_of
from macros.sheets.rows import MAIN, Found, Group, Harvest

UNUSED = "this part of a row of headings is above other headings, so it was not used."
ABOVE = 'If it holds for every row, say so with --default, such as --default "organisation=The town".'
WITH_HIDDEN = "To read hidden rows and columns too, use --with-hidden."
_NUMBER = re.compile(r"[^\W\d_]{0,4}[\W\d_]*\d[\W\d_]*")  # such as 12, LL-04 or 2.1
MORE_CELLS = "this row has more cells than there are headings, so a text in it may have been cut in two."
QUOTE_IT = "Compare its draft with the log. If a text was cut, put it in quotation marks in the log."
SKIP_STRUCK = "To leave rows out that are struck through, use --skip-struck."


@dataclass(frozen=True)
class Harvester:
    """Reads the rows of one sheet whose columns are known."""

    mapped: Mapped
    reader: Reader
    split_cells: bool = True
    with_hidden: bool = False
    skip_struck: bool = False

    def harvest(self) -> Harvest:
        """Return everything that the rows hold."""
        harvest = Harvest()
        others = OtherRows(self.mapped, self.reader)
        cut = cut_rows(self.mapped)
        group = Group()
        for row in self.mapped.above:
            if len(row.cells) == 1 and others.side(text := next(iter(row.cells.values()))):
                group = self._begun(row, text, others, harvest)
                self._leave_out(harvest, row, GROUP.code, GROUP.message)
            else:
                message = "this row is above the headings, so it was not read."
                self._leave_out(harvest, row, "above", message, ABOVE)
        for number, cells in unused_headings(self.mapped).items():
            if cells:
                self._leave_out(harvest, Row(number, cells), "above", UNUSED, ABOVE)
        orders = {column.number: self._order(column) for column in self.mapped.columns}
        for row in self.mapped.rows:
            why = others.why(row)
            if why and why.heads:
                group = self._begun(row, _longest(row), others, harvest)
            if not self._is_passed_over(row, why, harvest):
                harvest.problems += [self._cut(row)] if row.number in cut else []
                harvest.found += (group.given_to(found) for found in self._row(row, orders, harvest))
        return harvest

    def _begun(self, row: Row, text: str, others: OtherRows, harvest: Harvest) -> Group:
        """Return the group of rows that a row begins, and note the side that it names."""
        side = others.side(text)
        if side:
            leaf = leaf_at(self.reader.cls, SIDE)
            shown = self.reader.names.title(leaf, side) if leaf else side
            harvest.taken.setdefault((name(SIDE), text, shown), []).append(f"row {row.number}")
        return Group(" ".join(text.split()), side)

    def _is_passed_over(self, row: Row, why: Why | None, harvest: Harvest) -> bool:
        """Return whether a row is no record, or not wanted, and say so."""
        if why:
            keep = why.keep.format(kind=self.reader.cls.kind)
            self._leave_out(harvest, row, why.code, why.message, keep)
        elif row.hidden and not self.with_hidden:
            self._leave_out(harvest, row, "hidden", "this row is hidden, and was left out.", WITH_HIDDEN)
        elif is_struck(row) and self.skip_struck:
            self._leave_out(harvest, row, "struck", "this row is struck through, and was left out.")
        else:
            self._mention(row, harvest)
            return False
        return True

    def _mention(self, row: Row, harvest: Harvest) -> None:
        """Say what is odd about a row that is read."""
        problem = self.mapped.sheet.problem
        if row.hidden:
            harvest.problems.append(problem(row.number, 0, "hidden", "this row is hidden, and was read."))
        if is_struck(row):
            message = "this row is struck through, and was read like the others."
            harvest.problems.append(problem(row.number, 0, "struck", message, SKIP_STRUCK))

    def _cut(self, row: Row) -> Problem:
        return self.mapped.sheet.problem(row.number, 0, "more-cells", MORE_CELLS, QUOTE_IT)

    def _leave_out(self, harvest: Harvest, row: Row, code: str, message: str, hint: str = "") -> None:
        whole = "; ".join(" ".join(text.split()) for _, text in sorted(row.cells.items()))
        says = "" if code in ("header", "example") else f" It says {quoted(whole)}."
        problem = self.mapped.sheet.problem(row.number, 0, code, f"{message}{says}", hint)
        harvest.problems.append(problem)

    def _order(self, column: Column) -> tuple[Order | None, str]:
        leaf = leaf_at(self.reader.cls, column.path)
        if not (leaf and leaf.dated):
            return None, ""
        texts = {
            f"{letters(column.number)}{row.number}": row.cells[column.number]
            for row in self.mapped.rows
            if column.number in row.cells
        }
        return self.reader.calendar.order_in(texts)

    def _row(self, row: Row, orders: Orders, harvest: Harvest) -> Iterator[Found]:
        ours = any(column.path == IDENTITY and column.number in row.cells for column in self.mapped.columns)
        reading = RowReading(row, self.mapped.sheet, self.reader, ours)
        for column in self.mapped.columns:
            reading.take(column, orders)
        reading.finish()
        if not reading.sides and not self._is_record(reading.values):
            self._say_no_record(reading, harvest)
            return
        harvest.add(reading.harvest)
        for found in records_of(reading):
            yield from (
                parts(found, self.mapped, self.reader, harvest) if self.split_cells and not ours else [found]
            )

    def _is_record(self, values: dict[FieldPath, Any]) -> bool:
        main = [(step,) for step in MAIN if (step,) in leaves(self.reader.cls)]
        return any(path in values for path in main)

    def _say_no_record(self, reading: RowReading, harvest: Harvest) -> None:
        """Name a row without a record. What is open in it need not be settled."""
        row = reading.row
        kind = self.reader.cls.kind
        if reading.is_placeholder():
            message = "this row holds what a template left in brackets, so it was passed over."
            self._leave_out(harvest, row, "placeholder", message)
        elif reading.values or reading.rest or _is_said(reading.reference):
            texts = [
                text if column.path == REFERENCE else f"{column.shown}: {text}"
                for column in self.mapped.columns
                if column.path not in NOT_READ and (text := row.cells.get(column.number))
            ]
            message = f"this row holds no {kind}, so it is left out. It says {quoted('; '.join(texts))}."
            hint = f"If it is one, say what happened or what to do. A {kind} needs one of the two."
            harvest.problems.append(
                self.mapped.sheet.problem(
                    row.number, 0, "row-left-out", message, hint if kind == "lesson" else ""
                )
            )
        elif row.cells and not reading.reference:
            message = f"this row holds no {kind} in a column that is read, so it is left out."
            self._leave_out(harvest, row, "row-left-out", message)


def _is_said(reference: str) -> bool:
    """Return whether a reference alone says something: the name of a group does, a number does not."""
    return bool(reference) and _NUMBER.fullmatch(reference) is None


def _longest(row: Row) -> str:
    return max(row.cells.values(), key=len)
