"""Cells of Word documents: their text, and what of it is struck through, hidden or deleted, or leads
somewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes

PLACEHOLDER = "PlaceholderText"  # the style of what a template asks for
# Signs that forms draw with a font of their own.
_SIGNS = {
    "F0FC": "✓",
    "F0FE": "☑",
    "F0A8": "☐",
    "F06F": "☐",
    "F0FB": "✗",
    "F0FD": "☒",
    "F0B7": "•",
    "F0A7": "•",
}
_SPACES = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_LINK = re.compile(r"""\bHYPERLINK\s+["“]?([^"”\s]+)""")
NO = ("0", "false", "off")
_GONE = ("del", "moveFrom")
_NOTES = {"commentReference": "comment", "footnoteReference": "footnote", "endnoteReference": "footnote"}


@dataclass
class CellText:
    """What one cell holds."""

    text: str = ""
    struck: str = ""
    hidden: str = ""  # text that Word does not show
    deleted: str = ""  # text that somebody took out while changes were tracked
    links: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # a comment, a footnote
    pictures: bool = False


@dataclass
class CellReader:
    """Collects the text of one cell. `addresses` are where links lead, by number."""

    addresses: dict[str, str]
    budget: Budget

    def __post_init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a new cell."""
        self.found = CellText()
        self._pieces: list[str] = []
        self._length = 0
        self._gone = 0  # elements that are open whose text was deleted
        self._run: set[str] = set()  # what the run is: struck, hidden, hollow
        self._in_run = False
        self._in_text = False
        self._in_code = False
        self._code = ""  # of a field, such as HYPERLINK
        self._box: bool | None = None  # of a form, ticked or not
        self._choices: list[str] = []
        self._chosen = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element in the cell."""
        value = attributes.get("val", "")
        if name in ("t", "delText"):
            self._in_text = True
        elif name == "r":
            self._in_run = True
            self._run = set()
        elif name in ("strike", "dstrike", "vanish") and self._in_run and value not in NO:
            self._run.add(name)
        elif name == "rStyle" and value == PLACEHOLDER:
            self._run.add("hollow")
        elif name in _SPACES and self._in_run:
            self.add(_SPACES[name], marked=False)
        elif name == "sym":
            self.add(_SIGNS.get(attributes.get("char", "").upper(), "\ufffd"), marked=False)
        elif name in _GONE:
            self._gone += 1
        else:
            self._beside(name, attributes)

    def _beside(self, name: str, attributes: Attributes) -> None:
        """Take note of links, fields, notes and pictures."""
        value = attributes.get("val", "")
        if name == "hyperlink" and "id" in attributes:
            self._lead_to(self.addresses.get(attributes["id"], ""))
        elif name == "fldSimple":
            self._read_code(attributes.get("instr", ""))
        elif name == "instrText":
            self._in_code = True
        elif name == "fldChar":
            self._read_code(self._code)
            self._code = ""
        elif name in _NOTES:
            self.budget.comment()
            self.found.notes.append(_NOTES[name])
        elif name in ("blip", "imagedata"):
            self.found.pictures = True
        else:
            self._in_form(name, value)

    def _in_form(self, name: str, value: str) -> None:
        """Take note of a box to tick, and of what there is to choose from."""
        if name == "checkBox":
            self._box = False
        elif name in ("default", "checked") and self._box is not None:
            self._box = value not in NO
        elif name == "result":
            self._chosen = int(value or 0)
        elif name == "listEntry":
            self._choices.append(value)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if name in ("t", "delText"):
            self._in_text = False
        elif name == "r":
            self._in_run = False
        elif name == "p":
            self._pieces.append("\n")
        elif name == "instrText":
            self._in_code = False
        elif name in _GONE:
            self._gone = max(0, self._gone - 1)
        elif name == "checkBox":
            self.add("x" if self._box else "", marked=False)
            self._box = None
        elif name == "ddList" and self._choices:
            self.add(self._choices[min(self._chosen, len(self._choices) - 1)], marked=False)
            self._choices = []

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._in_code:
            self._code = f"{self._code}{data}"[:2000]
        elif self._in_text:
            self.add(data)

    def add(self, data: str, *, marked: bool = True) -> None:
        """Add text to what the run is: shown, hidden or deleted. Only text that is `marked` can be struck."""
        self._length += len(data)
        self.budget.piece(self._length)
        found = self.found
        if self._gone:
            found.deleted += data
        elif "vanish" in self._run:
            found.hidden += data
        elif "hollow" not in self._run:
            self._pieces.append(data)
            found.struck += data if marked and self._run & {"strike", "dstrike"} else ""

    def result(self) -> CellText:
        """Return what the cell holds."""
        self.found.text = "".join(self._pieces).strip()
        self.budget.text(len(self.found.text))
        return self.found

    def _read_code(self, code: str) -> None:
        if link := _LINK.search(code):
            self._lead_to(link[1])

    def _lead_to(self, address: str) -> None:
        self.budget.comment()
        self.found.links.append(address)
