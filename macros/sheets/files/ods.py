"""OpenDocument spreadsheets (.ods), read as a stream: cells, and what is hidden, struck through or wrong."""

from __future__ import annotations

import re
import zipfile

from macros.loading.problem import printable
from macros.refusal import Refusal
from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, Damaged, stream
from macros.sheets.files.ods_sheet import TableReader
from macros.sheets.files.page_ends import DocumentEnds
from macros.sheets.files.table import Sheet, with_text


def read(name: str, zipped: zipfile.ZipFile, budget: Budget) -> list[Sheet]:
    """Read every sheet of the document. Raises Refusal."""
    reader = DocumentReader(name, budget)
    try:
        stream(zipped, "content.xml", reader, budget)
    except Damaged:
        raise Refusal(
            f"“{name}” is damaged and cannot be opened, or it is protected by a password. "
            "Save it anew, without a password."
        ) from None
    ends = DocumentEnds()
    if STYLES in zipped.namelist():
        stream(zipped, STYLES, ends, budget)
    return with_text(name, ends.said_in(reader.sheets), has_text=reader.has_text)


STYLES = "styles.xml"
LONGEST_DELETED = 1_000  # characters: a line says only the first of them
NUMBERED = re.compile(r"[^\W\d]+\s?\d+")


class DocumentReader:
    """Reads the styles and the sheets of one document."""

    def __init__(self, name: str, budget: Budget) -> None:
        self.sheets: list[Sheet] = []
        self.has_text = False  # outside tables, in a document
        self._name = name
        self._budget = budget
        self._hidden_styles: set[str] = set()
        self._struck_styles: set[str] = set()
        self._style = ""
        self._heading: list[str] = []  # above a table, in a document
        self._table: TableReader | None = None
        self._within: list[str] = []
        self._region = ""  # of a tracked change
        self._deleted: dict[str, str] = {}  # what each took out

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if self._table:
            self._table.start(name, attributes)
            if name == "change":
                self._table.note_deleted(self._deleted.get(attributes.get("change-id", ""), ""))
        elif name == "changed-region":
            self._region = attributes.get("id", "")
        elif name == "h":
            self._heading = []
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "text-properties" and attributes.get("text-line-through-style", "none") != "none":
            self._struck_styles.add(self._style)
        elif name == "table" and "dde-link" not in self._within:
            title = printable(self._title(attributes.get("name", "")))
            hidden = attributes.get("style-name") in self._hidden_styles
            sheet = Sheet(self._name, title, [], hidden)
            self._table = TableReader(sheet, self._struck_styles, self._budget)
        self._within.append(name)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        self._within.pop()
        if self._table and name == "table" and "table" not in self._within:
            self.sheets.append(self._table.result())
            self._table = None
        elif self._table:
            self._table.end(name)

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._table:
            self._table.text(data)
        elif "deletion" in self._within:
            known = self._deleted.get(self._region, "")
            if self._within[-1] not in ("creator", "date") and len(known) < LONGEST_DELETED:
                self._deleted[self._region] = known + data[:LONGEST_DELETED]
        elif "h" in self._within:
            self._heading.append(data)
        elif "text" in self._within and "body" in self._within and data.strip():
            self.has_text = True

    def _title(self, name: str) -> str:
        """Return what a table is called: as the heading above it, where an application named it."""
        heading = "".join(self._heading).strip()
        return heading if heading and NUMBERED.fullmatch(name) else name
