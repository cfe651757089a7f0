"""Excel workbooks (.xlsx, .xlsm), as Excel last computed them, both in the usual and in the strict edition of
the format.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from macros.loading.problem import printable
from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, is_true, stream
from macros.sheets.files.table import Sheet
from macros.sheets.files.xlsx_sheet import SheetReader
from macros.sheets.files.xlsx_texts import SharedTexts, Styles

MAX_SHEETS = 200
NO_CELLS = "it is a chart or another sheet without cells, so it was not read"


@dataclass(frozen=True)
class Relation:
    """How one part of a workbook names another: its number, what it is, and where it lies."""

    id: str
    kind: str
    target: str


@dataclass
class Relations:
    """The parts that the part at `source` names."""

    source: str
    there: AbstractSet[str]
    relations: list[Relation] = field(default_factory=list)
    outside: dict[str, str] = field(default_factory=dict)  # addresses of links, by number

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if name == "Relationship" and attributes.get("TargetMode") == "External":
            self.outside[attributes.get("Id", "")] = attributes.get("Target", "")
        elif name == "Relationship":
            folder = posixpath.dirname(self.source)
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.relations.append(Relation(attributes.get("Id", ""), kind, target))

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, data: str) -> None:
        """Pass text over."""

    def all_of(self, kind: str) -> list[str]:
        """Return where the parts of this kind lie, without the missing ones."""
        return [it.target for it in self.relations if it.kind == kind and it.target in self.there]


@dataclass
class Contents:
    """What a workbook says of itself: its sheets by number, and from when it counts days."""

    sheets: list[Attributes] = field(default_factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if name == "sheet":
            self.sheets.append(attributes)
        elif name == "workbookPr":
            self.since_1904 = is_true(attributes.get("date1904"))

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, data: str) -> None:
        """Pass text over."""


@dataclass
class Comments:
    """The places of cells that have a comment."""

    budget: Budget
    places: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if name in ("comment", "threadedComment") and "ref" in attributes:
            self.budget.comment()
            self.places.append(attributes["ref"])

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, data: str) -> None:
        """Pass text over."""


def workbook_in(zipped: zipfile.ZipFile, budget: Budget) -> str:
    """Return where the workbook lies in the zip, or an empty text when there is none."""
    names = set(zipped.namelist())
    if "_rels/.rels" not in names:
        return "xl/workbook.xml" if "xl/workbook.xml" in names else ""
    documents = related(zipped, "", budget).all_of("officeDocument")
    return next((name for name in documents if name in names and name.startswith("xl/")), "")


def read(name: str, zipped: zipfile.ZipFile, workbook: str, budget: Budget) -> list[Sheet]:
    """Read every sheet of the workbook.

    Raises Refusal past a limit, and ValueError or KeyError where it is damaged.
    """
    contents = Contents()
    stream(zipped, workbook, contents, budget)
    parts = related(zipped, workbook, budget)
    texts = SharedTexts(budget)
    styles = Styles()
    for part in parts.all_of("sharedStrings")[:1]:
        stream(zipped, part, texts, budget)
    budget.characters = 0  # texts count where a cell uses them
    for part in parts.all_of("styles")[:1]:
        stream(zipped, part, styles, budget)
    if len(contents.sheets) > MAX_SHEETS:
        budget.refuse(f"has more than {MAX_SHEETS} sheets")
    worksheets = {relation.id: relation for relation in parts.relations}
    sheets = []
    for entry in contents.sheets:
        sheet = Sheet(name, printable(entry.get("name", "")), [], entry.get("state", "visible") != "visible")
        relation = worksheets[entry["id"]]
        if relation.kind == "worksheet":
            reader = SheetReader(sheet, texts.texts, styles, budget)
            reader.since_1904 = contents.since_1904
            sheet = _sheet(zipped, relation.target, reader, budget, hidden=sheet.hidden)
        else:
            sheet = replace(sheet, unread=NO_CELLS)
        sheets.append(sheet)
    return sheets


def related(zipped: zipfile.ZipFile, part: str, budget: Budget) -> Relations:
    """Return the parts that `part` names."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    relations = Relations(part, frozenset(zipped.namelist()))
    if file in zipped.namelist():
        stream(zipped, file, relations, budget)
    return relations


def _sheet(zipped: zipfile.ZipFile, part: str, reader: SheetReader, budget: Budget, *, hidden: bool) -> Sheet:
    stream(zipped, part, reader, budget)
    relations = related(zipped, part, budget)
    comments = Comments(budget)
    for file in (*relations.all_of("comments"), *relations.all_of("threadedComment")):
        stream(zipped, file, comments, budget)
    places = list(dict.fromkeys(comments.places))
    reader.addresses = relations.outside
    return reader.result(places, hidden=hidden, pictures=bool(relations.all_of("drawing")))
