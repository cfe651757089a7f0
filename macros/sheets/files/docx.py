"""Word documents (.docx): their tables, each as a sheet called as the table or the heading above it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field

from macros.loading.problem import printable
from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, stream
from macros.sheets.files.table import Row, Sheet, with_text

DOCUMENT = "word/document.xml"


def read(name: str, zipped: zipfile.ZipFile, budget: Budget) -> list[Sheet]:
    """Read every table of the document.

    Raises Refusal past a limit, and ValueError or KeyError where it is damaged.
    """
    reader = DocumentReader(name, budget)
    stream(zipped, DOCUMENT, reader, budget)
    return with_text(name, reader.sheets, has_text=reader.has_text)


@dataclass
class DocumentReader:
    """Reads the tables of one document. A table inside a cell belongs to the text of that cell."""

    file: str
    budget: Budget
    sheets: list[Sheet] = field(default_factory=list)
    has_text: bool = False  # outside tables
    _title: str = ""
    _heading: list[str] = field(default_factory=list)
    _is_heading: bool = False
    _tables: int = 0
    _rows: list[Row] = field(default_factory=list)
    _cells: dict[int, str] = field(default_factory=dict)
    _number: int = 0
    _column: int = 0
    _span: int = 1
    _pieces: list[str] = field(default_factory=list)
    _in_text: bool = False
    _is_hollow: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        value = attributes.get("val", "")
        if name == "tbl":
            self._tables += 1
            if self._tables == 1:
                self._title = ""
                self._rows = []
                self._number = 0
        elif name == "tblCaption" and self._tables == 1:
            self._title = value
        elif name == "pStyle" and not self._tables:
            self._is_heading = value.lower().startswith("heading")
            self._heading = [] if self._is_heading else self._heading
        elif name == "tr" and self._tables == 1:
            self._number += 1
            self._column = 0
            self._cells = {}
        elif name == "tc" and self._tables == 1:
            self._column += self._span
            self._span = 1
            self._pieces = []
        elif name == "gridSpan" and self._tables == 1:
            self._span = max(1, int(value or 1))
        elif name == "r":
            self._is_hollow = False
        elif name == "rStyle":
            self._is_hollow = value == "PlaceholderText"
        else:
            self._text_starts(name)

    def _text_starts(self, name: str) -> None:
        if name == "t":
            self._in_text = not self._is_hollow
        elif name in ("br", "tab") and self._tables:
            self._pieces.append("\n" if name == "br" else "\t")

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if name == "t":
            self._in_text = False
        elif name == "p":
            self._is_heading = False
            if self._tables:
                self._pieces.append("\n")
        elif name == "tc" and self._tables == 1:
            text = "".join(self._pieces).strip()
            self.budget.text(len(text))
            if text:
                self._cells[self._column] = text
        elif name == "tr" and self._tables == 1:
            self._column = 0
            self._span = 1
            if self._cells:
                self._rows.append(Row(self._number, self._cells))
        elif name == "tbl":
            self._tables -= 1
            if not self._tables:
                title = self._title or "".join(self._heading)
                self.sheets.append(Sheet(self.file, printable(title.strip()), self._rows))

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._in_text and self._tables:
            self._pieces.append(data)
        elif self._in_text and self._is_heading:
            self._heading.append(data)
        elif self._in_text and data.strip():
            self.has_text = True
