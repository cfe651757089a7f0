"""A table as it was found: sheets of cells that are text, each with its place, and what reading it already
brought to light.

Every format becomes this, so that nothing after it asks where a table came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.loading.problem import Place, Problem, Severity

OUTSIDE = "its text outside tables was not read, because lessons are read from the rows of tables"


def letters(column: int) -> str:
    """Return the name that spreadsheets give to a column, counted from 1: A, B … Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """Return the number of a column from its letters, counted from 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


@dataclass(frozen=True, order=True)
class CellPlace(Place):
    """Where something is in a table: `log.xlsx: Lessons!C14`.

    Without a column, a whole row; without a row, a sheet.
    """

    sheet: str = ""

    def __str__(self) -> str:
        if self.column:
            cell = f"{letters(self.column)}{self.line}"
            inside = "!".join(filter(None, (self.sheet, cell)))
        else:
            row = f"row {self.line}" if self.line else ""
            inside = ", ".join(filter(None, (self.sheet, row)))
        return f"{self.path}: {inside}" if inside else self.path


@dataclass(frozen=True)
class Row:
    """One row: its number in the file, its filled cells by column, whether it is hidden, what is struck
    through, and over how many columns its only text is merged.
    """

    number: int
    cells: Mapping[int, str]
    hidden: bool = False
    struck: Mapping[int, str] = field(default_factory=dict)
    across: int = 1


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file. Empty rows are left out; the others keep their numbers in the file.

    What a file holds beside its tables has no rows, and `unread` says why.
    """

    file: str
    name: str
    rows: Sequence[Row]
    hidden: bool = False
    problems: Sequence[Problem] = field(default=())
    hidden_columns: frozenset[int] = frozenset()
    unread: str = ""
    separator: str = ""  # the sign that cuts the rows of a text into cells

    def place(self, row: int = 0, column: int = 0) -> CellPlace:
        """Return the place of a cell of this sheet, of a whole row, or of the sheet itself."""
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
        """Return a problem in one cell of this sheet, or in a whole row when `column` is 0."""
        return Problem(self.place(row, column), about, message, code, hint, severity)


def with_text(file: str, sheets: list[Sheet], *, has_text: bool) -> list[Sheet]:
    """Return the tables of a document, and a line about its text beside them, if it has both."""
    beside = [Sheet(file, "", [], unread=OUTSIDE)] if sheets and has_text else []
    return [*sheets, *beside]
