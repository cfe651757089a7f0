"""Findings: what a file holds beside its texts. Each is said to the person, with its place and what to do."""

from __future__ import annotations

from macros.loading.problem import Problem
from macros.sheets.files.table import Sheet, letters

LONGEST_QUOTE = 200


def quoted(text: str) -> str:
    """Return the text for a message: on one line, and not endless."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= LONGEST_QUOTE else f"“{line[:LONGEST_QUOTE]}…”"


def comment(sheet: Sheet, row: int, column: int) -> Problem:
    """Say that a cell has a comment."""
    return note(sheet, row, column, "comment")


def note(sheet: Sheet, row: int, column: int, kind: str) -> Problem:
    """Say that a cell has a comment or a footnote."""
    return sheet.problem(
        row,
        column,
        "comment",
        f"this cell has a {kind}, which is not imported.",
        "If it says more than the cell, put it into a cell.",
    )


def unshown(sheet: Sheet, row: int, column: int, text: str, why: str) -> Problem:
    """Say that a cell holds text that nobody sees, and `why`."""
    return sheet.problem(
        row,
        column,
        "unshown",
        f"this cell holds text that {why}, so it was left out. It says {quoted(text)}.",
        "To keep it, let your writing program show it, accept or reject the changes, and save the document.",
    )


def link(sheet: Sheet, row: int, column: int, address: str, shown: str) -> list[Problem]:
    """Say that a cell leads to an address, where its text does not show that."""
    plain = address.strip().removeprefix("mailto:").rstrip("/").casefold()
    if not plain or plain in shown.casefold():
        return []
    message = f"this cell is a link to {quoted(address)}, which is not imported."
    return [sheet.problem(row, column, "link", message, "If the address matters, put it into a cell.")]


def cell_error(sheet: Sheet, row: int, column: int, error: str) -> Problem:
    """Say that a formula failed."""
    return sheet.problem(
        row,
        column,
        "cell-error",
        f"this cell holds the error {error}, so it counts as empty.",
        "Correct the formula, or type the value.",
    )


def no_result(sheet: Sheet, row: int, column: int) -> Problem:
    """Say that a formula was never computed."""
    return sheet.problem(
        row,
        column,
        "no-value",
        "this cell holds a formula without its result, so it counts as empty.",
        "Open the file in your spreadsheet application, let it calculate, and save it.",
    )


def covered(sheet: Sheet, row: int, column: int, text: str, over: tuple[int, int]) -> Problem:
    """Say that a cell lies under a merged one."""
    return sheet.problem(
        row,
        column,
        "covered",
        f"this cell lies under the merged cell {letters(over[1])}{over[0]}, so nobody sees it, and it was "
        "left out. "
        f"It says {quoted(text)}.",
        "To keep it, split the merged cell.",
    )


def pictures(sheet: Sheet) -> Problem:
    """Say that something lies over the cells."""
    return sheet.problem(
        0,
        0,
        "pictures",
        "pictures, text boxes or charts lie over the cells of this sheet. They are not imported.",
        "Type what they say into cells.",
    )
