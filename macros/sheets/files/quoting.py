"""Quoting: text with separators cut into rows and cells.

A quotation mark that nobody closed swallows no row, and is named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SURE = 3  # columns, from which on lines of prose do not look like rows by chance
LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass
class Record:
    """One row: its cells, where it begins and ends in the text, and its cells whose quotation mark is never
    closed.
    """

    cells: list[str]
    start: int
    end: int
    unclosed: Sequence[int] = ()


def records(text: str, separator: str) -> Iterator[Record]:
    """Cut a text into rows.

    Where a quotation mark was forgotten, it is read as text, and its row is cut as it is.
    """
    cut = _Cutter(text, separator)
    width = cut.usual_width()
    place = 0
    while place < len(text):
        record = cut.record(place)
        if width > 1 and cut.spans_lines(record):
            literal = cut.record(place, literal=True)
            fits = len(literal.cells) == width
            goes_on = cut.are_rows(literal.end, record.end, width)
            if (width >= SURE and fits and goes_on) or (len(record.cells) != width and (fits or goes_on)):
                record = literal
        yield record
        place = record.end


class _Cutter:
    """Cuts one text by one separator."""

    def __init__(self, text: str, separator: str) -> None:
        self._text = text
        self._separator = separator
        end = rf"(?={re.escape(separator)}|[\r\n]|\Z)"
        blank = "" if separator == "\t" else "[ \t]*"
        self._blank = re.compile(blank)
        self._quoted = re.compile(rf'"([^"]*+(?:""[^"]*+)*+)"{blank}{end}')
        # As some programs write them: a mark inside has a backslash in front.
        self._escaped = re.compile(rf'"((?:[^"\\]++|\\.)*+)"{blank}{end}', re.DOTALL)
        self._plain = re.compile(rf"[^{re.escape(separator)}\r\n]*")

    def record(self, start: int, *, literal: bool = False) -> Record:
        """Cut one row.

        With `literal`, a quoted cell that runs over several lines is read as it is, up to its line end.
        """
        cells: list[str] = []
        unclosed: list[int] = []
        place = start
        while True:
            cell, end, closed = self._cell(place, literal=literal)
            cells.append(cell)
            if not closed:
                unclosed.append(len(cells))
            if end < len(self._text) and self._text[end] == self._separator:
                place = end + 1
                continue
            line_end = LINE_END.match(self._text, end)
            return Record(cells, start, line_end.end() if line_end else end, unclosed)

    def usual_width(self) -> int:
        """Return the number of cells that most rows have, those on one line alone."""
        widths: Counter[int] = Counter()
        place = 0
        while place < min(len(self._text), 200_000):
            record = self.record(place)
            if not self.spans_lines(record):
                widths[len(record.cells)] += 1
            place = record.end
        return max(widths, key=lambda width: (widths[width], width), default=0)

    def spans_lines(self, record: Record) -> bool:
        """Return whether the row runs over several lines."""
        return LINE_END.search(self._text[record.start : record.end].rstrip("\r\n")) is not None

    def are_rows(self, start: int, end: int, width: int) -> bool:
        """Return whether the lines from `start` to `end` are rows of the usual width, not paragraphs of one
        cell.
        """
        while start < end:
            record = self.record(start, literal=True)
            if len(record.cells) != width:
                return False
            start = record.end
        return True

    def _after_blanks(self, place: int) -> int:
        blank = self._blank.match(self._text, place)
        return blank.end() if blank else place

    def _cell(self, place: int, *, literal: bool) -> tuple[str, int, bool]:
        """Return a cell, where it ends, and whether its quotation marks are in order."""
        begin = self._after_blanks(place)
        opens = self._text[begin : begin + 1] == '"'
        for form, mark in ((self._quoted, '""'), (self._escaped, '\\"')) if opens else ():
            quoted = form.match(self._text, begin)
            if quoted and not (literal and LINE_END.search(quoted[1])):
                return quoted[1].replace(mark, '"'), quoted.end(), True
        plain = self._plain.match(self._text, place)
        end = plain.end() if plain else place
        text = self._text[place:end]
        balanced = not opens or text.count('"') % 2 == 0
        return text, end, balanced
