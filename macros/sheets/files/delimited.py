"""Text with separators (.csv, .tsv): its encoding and its separator are found, never asked for."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable

from macros.sheets.files.table import NotRead, Row, Sheet

SEPARATORS = ",;\t|"
# A spreadsheet runs a cell that begins with one of these. An apostrophe in front makes it text.
_RUNS = re.compile(r"'*[=+\-@\t\r]")
# What exports make harmless by an apostrophe in front.
_MADE_TEXT = re.compile(r"'+[=+\-@\t\r]")


def read(name: str, data: bytes) -> list[Sheet]:
    """The one sheet of a text with separators. Raises NotRead."""
    text = decoded(name, data)
    declared = re.match(r"sep=(.)\r?\n", text)
    if declared:
        text = text[declared.end() :]
    csv.field_size_limit(1_000_000)
    try:
        found = list(
            csv.reader(
                io.StringIO(text, newline=""),
                delimiter=declared[1] if declared else separator(text),
                strict=False,
            )
        )
    except csv.Error:
        raise NotRead(
            f"“{name}” cannot be read as a table: a quotation mark is opened and never closed. "
            "Open it in your spreadsheet application, and save it as .xlsx."
        ) from None
    rows = [
        Row(number, cells)
        for number, row in enumerate(found, 2 if declared else 1)
        if (cells := {column: made_plain(value) for column, value in enumerate(row, 1) if value.strip()})
    ]
    return [Sheet(name, "", rows)]


def written(rows: Iterable[Iterable[str]]) -> bytes:
    """The rows as CSV that Excel opens: with a byte order mark, and no cell that it would run."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([harmless(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def made_plain(value: str) -> str:
    """The value without the apostrophe that made it text."""
    return value[1:] if _MADE_TEXT.match(value) else value


def decoded(name: str, data: bytes) -> str:
    """The text, in whatever of the encodings that spreadsheets write it is. Raises NotRead for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif (zeros := data[:2000].count(0)) > len(data[:2000]) // 4:
        encodings = ["utf-16-le" if data[1:2000:2].count(0) * 2 > zeros else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotRead(
        f"“{name}” is not a spreadsheet and not text. Those that can be read are .xlsx, .ods and .csv."
    )


def separator(text: str) -> str:
    """The character that cuts the most rows into the same number of cells."""

    def order(sign: str) -> tuple[int, int]:
        widths = Counter(
            len(row)
            for row in csv.reader(io.StringIO(text[:50_000], newline=""), delimiter=sign)
            if len(row) > 1
        )
        width, times = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
        return times * (width - 1), width

    return max(SEPARATORS, key=order)


def harmless(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet would run it."""
    return f"'{cell}" if _RUNS.match(cell) else cell
