"""Findings: what a file holds beside its texts. Each is said to the person, with its place and what to do."""

from __future__ import annotations

import re

from macros.loading.problem import Problem
from macros.sheets.files.table import Sheet, letters

LONGEST_QUOTE = 200
_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NULL!|NUM!|DATA!|SPILL!|CALC!)|Err:\d{3}")
_TOO_NARROW = re.compile(r"#{4,}")


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


def hidden_by_format(sheet: Sheet, row: int, column: int, text: str) -> Problem:
    """Say that the number format of a cell hides what it holds."""
    return sheet.problem(
        row,
        column,
        "unshown",
        "the number format of this cell shows nothing, so what it holds was left out. "
        f"It says {quoted(text)}.",
        "To keep it, give the cell the format “General” and save the log.",
    )


def twice(sheet: Sheet, row: int, column: int, text: str) -> Problem:
    """Say that a damaged file holds a cell twice."""
    return sheet.problem(
        row,
        column,
        "twice",
        "the file holds this cell twice, so it is damaged. The last one was read. "
        f"The other says {quoted(text)}.",
        "If that matters, put it into an empty cell.",
    )


def in_print(sheet: Sheet, text: str) -> Problem:
    """Say what is at the head or foot of printed pages."""
    return sheet.problem(
        0,
        0,
        "print",
        "the head or foot of the printed pages is not imported. It says " + quoted(text) + ".",
        "If it says how secret the log is, ask who owns it before you publish a draft.",
    )


def link(sheet: Sheet, row: int, column: int, address: str, shown: str) -> list[Problem]:
    """Say that a cell leads to an address, where its text does not show that."""
    plain = address.strip().removeprefix("mailto:").rstrip("/").casefold()
    if not plain or plain in shown.casefold():
        return []
    message = f"this cell is a link to {quoted(address)}, which is not imported."
    return [sheet.problem(row, column, "link", message, "If the address matters, put it into a cell.")]


def no_text(sheet: Sheet, row: int, column: int, text: str) -> Problem | None:
    """Say that a text is none: the sign of a failed formula, or of a column that was too narrow."""
    if _ERROR.fullmatch(text.strip()):
        return cell_error(sheet, row, column, text.strip())
    if _TOO_NARROW.fullmatch(text.strip()):
        return too_narrow(sheet, row, column)
    return None


def too_narrow(sheet: Sheet, row: int, column: int) -> Problem:
    """Say that a column was too narrow to show its text when the file was saved."""
    return sheet.problem(
        row,
        column,
        "cell-error",
        "this cell holds only # signs, so it counts as empty. A spreadsheet shows these where a column is "
        "too narrow.",
        "Make the column wider in the spreadsheet, and save the log again.",
    )


def cell_error(sheet: Sheet, row: int, column: int, error: str) -> Problem:
    """Say that a formula failed."""
    return sheet.problem(
        row,
        column,
        "cell-error",
        f"this cell holds the error {error}, so it counts as empty.",
        "Correct the formula, or type the value.",
    )


def picture_in_cell(sheet: Sheet, row: int, column: int) -> Problem:
    """Say that a cell holds a picture, or something else that is no text."""
    return sheet.problem(
        row,
        column,
        "pictures",
        "this cell holds a picture or something else that is no text, so it counts as empty.",
        "Type what it says into the cell.",
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
