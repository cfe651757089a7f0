"""Text with separators (.csv, .tsv): its encoding and its separator are found, and need not be given."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from macros.loading.problem import Problem
from macros.sheets.files.encodings import Decoded, decoded, is_broken, repaired
from macros.sheets.files.findings import quoted
from macros.sheets.files.limits import Budget
from macros.sheets.files.quoting import Record, records
from macros.sheets.files.table import Row, Sheet

SEPARATORS = ",;\t|"
SAMPLE = 50_000  # characters in which the separator is looked for
# A spreadsheet runs a cell that begins with one of these, also in the wide and small forms of East Asia.
RUNS = "=+\\-@|\t\r＝＋－＠｜﹦﹢﹣﹫−"
# An apostrophe in front makes it text.
_RUNS = re.compile(f"'*[{RUNS}]")
# What exports make harmless by an apostrophe in front.
_MADE_TEXT = re.compile(f"'+[{RUNS}]")


def read(name: str, data: bytes, budget: Budget, encoding: str = "") -> list[Sheet]:
    """Read the one sheet of a text with separators. A person may name its `encoding`. Raises Refusal."""
    text = decoded(name, data, encoding)
    declared = re.match(r"sep=(.)(\r\n|\r|\n)", text.text)
    sign = declared[1] if declared else separator(text.text)
    sheet = Sheet(name, "", [])
    problems = list(_about(sheet, text))
    rows = []
    body = text.text[declared.end() :] if declared else text.text
    for number, record in enumerate(records(body, sign), 2 if declared else 1):
        budget.row()
        budget.columns(sum(bool(cell) for cell in record.cells))
        problems += _problems(sheet, number, record)
        cells = dict(_cells(record, budget))
        if cells:
            budget.filled_row()
            rows.append(Row(number, cells))
    return [Sheet(name, "", rows, problems=problems, separator=sign)]


def written(rows: Iterable[Iterable[str]]) -> bytes:
    """Return the rows as CSV that Excel opens: with a byte order mark, and no cell that it would run."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([harmless(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def made_plain(value: str) -> str:
    """Return the value without the apostrophe that made it text."""
    return value[1:] if _MADE_TEXT.match(value) else value


def separator(text: str) -> str:
    """Return the character that cuts the most rows into the same number of cells.

    One that cuts each row alike counts most: `;` in a list inside each cell does not cut the headings. One
    row counts less than any two: in text of a web page, `;` cuts single rows into many cells.
    """
    sample = text if len(text) <= SAMPLE else text[:SAMPLE].rpartition("\n")[0]

    def order(sign: str) -> tuple[bool, int, int]:
        rows = csv.reader(io.StringIO(sample, newline=""), delimiter=sign)
        widths = Counter(len(row) for row in rows if row)
        many = [pair for pair in widths.items() if pair[0] > 1]
        width, times = max(many, key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return len(widths) == len(many) == 1, times * (width - 1) if times > 1 else 0, width

    return max(SEPARATORS, key=order)


def harmless(cell: str) -> str:
    """Return the cell, with an apostrophe in front if a spreadsheet would run it."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def _cells(record: Record, budget: Budget) -> Iterator[tuple[int, str]]:
    for column, text in enumerate(record.cells, 1):
        if text.strip():
            budget.cell(text)
            yield column, made_plain(repaired(text))


def _about(sheet: Sheet, text: Decoded) -> Iterator[Problem]:
    """Say which encoding was guessed."""
    if text.guessed:
        yield sheet.problem(
            0,
            0,
            "encoding",
            f"this file is not UTF-8. It was read as {text.guessed}, which is a guess.",
            "Look at the accents and signs in the drafts. If they are wrong, save the log as “CSV UTF-8”, "
            "or name its encoding, such as --encoding mac-roman.",
        )


def _problems(sheet: Sheet, row: int, record: Record) -> Iterator[Problem]:
    for column in record.unclosed:
        yield sheet.problem(
            row,
            column,
            "quote",
            "a quotation mark is opened here and never closed, so it was read as a part of the text, "
            f"and the cell ends with its line: {quoted(repaired(record.cells[column - 1]))}.",
            "If the text goes on in the next line, close the quotation mark in the log.",
        )
    for column, text in enumerate(record.cells, 1):
        if is_broken(text):
            yield sheet.problem(
                row,
                column,
                "encoding",
                "a letter in this cell is not UTF-8, as the rest of the file is. It was read as "
                "Windows-1252: "
                f"{quoted(repaired(text))}.",
                "Look at it, and correct the cell if it is wrong.",
            )
