"""A table as it was found: sheets of cells that are text, each with its place, and what reading it already brought to light.

Every format becomes this, so that nothing after it asks where a table came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.loading.problem import Place, Problem, Severity
from macros.refusal import Refusal


def letters(column: int) -> str:
    """The name that spreadsheets give to a column, counted from 1: A, B … Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@dataclass(frozen=True, order=True)
class CellPlace(Place):
    """Where something stands in a table: `log.xlsx: Lessons!C14`. Without a column, a whole row; without a row, a sheet."""

    sheet: str = ""

    def __str__(self) -> str:
        cell = (
            f"{letters(self.column)}{self.line}" if self.column else f"row {self.line}" if self.line else ""
        )
        inside = (
            "!".join(filter(None, (self.sheet, cell)))
            if self.column
            else ", ".join(filter(None, (self.sheet, cell)))
        )
        return f"{self.path}: {inside}" if inside else self.path


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, its filled cells by column, and whether it is hidden."""

    number: int
    cells: Mapping[int, str]
    hidden: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file. Empty rows are left out; the numbers of the others stay those of the file."""

    file: str
    name: str
    rows: Sequence[Row]
    hidden: bool = False
    problems: Sequence[Problem] = field(default=())

    def place(self, row: int = 0, column: int = 0) -> CellPlace:
        return CellPlace(self.file, row, column, self.name)

    def problem(
        self,
        row: int,
        column: int,
        code: str,
        message: str,
        hint: str = "",
        *,
        about: str = "",
        severity: Severity = "warning",
    ) -> Problem:
        """A problem in one cell of this sheet, or in a whole row when `column` is 0."""
        return Problem(self.place(row, column), about, message, code, hint, severity)


NotRead = Refusal  # the name that this room still uses


def too_long(name: str, rows: int) -> str:
    """What to say of a sheet with far too many rows."""
    return f"“{name}” has a sheet with {rows:,} rows, most of which must be empty. Copy the rows with lessons into a new workbook, and import that."
