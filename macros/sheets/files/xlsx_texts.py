"""Texts and styles of Excel workbooks: the parts that all sheets of one share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.sheets.files.limits import MAX_STRINGS, Budget
from macros.sheets.files.markup import Attributes, is_true
from macros.sheets.files.number_formats import builtin

LONGEST_FORM = 255  # characters of a number format, of which Excel allows no more
# How the format keeps characters that XML cannot: _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class RichText:
    """A text, and the part of it that is struck through."""

    text: str
    struck: str = ""


class TextReader:
    """Collects one text that may be made of runs with fonts of their own.

    Readings of Japanese words are passed over.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.clear()

    def clear(self) -> None:
        """Begin a new text."""
        self._pieces: list[str] = []
        self._length = 0
        self._struck: list[str] = []
        self._is_struck = False
        self._inside = False
        self._reading = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if name == "t":
            self._inside = not self._reading
        elif name == "r":
            self._is_struck = False
        elif name == "strike":
            self._is_struck = is_true(attributes.get("val", "1"))
        elif name == "rPh":
            self._reading = True

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if name == "t":
            self._inside = False
        elif name == "rPh":
            self._reading = False

    def add(self, data: str) -> None:
        """Take note of text."""
        if self._inside:
            self._length += len(data)
            self._budget.piece(self._length)
            self._pieces.append(data)
            if self._is_struck:
                self._struck.append(data)

    def result(self) -> RichText:
        """Return the text so far."""
        return RichText(unescaped("".join(self._pieces)), unescaped("".join(self._struck)))


class SharedTexts:
    """The texts that cells of all sheets point to by number."""

    def __init__(self, budget: Budget) -> None:
        self.texts: list[RichText] = []
        self._reader = TextReader(budget)
        self._budget = budget

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        if name == "si":
            self._reader.clear()
        self._reader.start(name, attributes)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        self._reader.end(name)
        if name == "si":
            self.texts.append(self._reader.result())
            self._budget.text(len(self.texts[-1].text))
            if len(self.texts) > MAX_STRINGS:
                self._budget.refuse(f"holds more than {MAX_STRINGS:,} texts")

    def text(self, data: str) -> None:
        """Take note of text."""
        self._reader.add(data)


@dataclass
class Style:
    """How a cell is shown: its number format, and whether it is struck through."""

    form: str = "General"
    struck: bool = False


@dataclass
class Styles:
    """The styles of a workbook, by number."""

    styles: list[Style] = field(default_factory=list)
    _forms: dict[int, str] = field(default_factory=dict)
    _struck: list[bool] = field(default_factory=list)
    _within: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        parent = self._within[-1] if self._within else ""
        if name == "numFmt" and parent == "numFmts":
            form = attributes.get("formatCode", "General")
            self._forms[int(attributes["numFmtId"])] = form if len(form) <= LONGEST_FORM else "General"
        elif name == "font" and parent == "fonts":
            self._struck.append(False)
        elif name == "strike" and parent == "font" and self._struck:
            self._struck[-1] = is_true(attributes.get("val", "1"))
        elif name == "xf" and parent == "cellXfs":
            self._add(attributes)
        self._within.append(name)

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        del name
        self._within.pop()

    def text(self, data: str) -> None:
        """Pass text over: styles have none."""

    def of(self, number: str | None) -> Style:
        """Return the style of this number, or a plain one."""
        place = int(number or 0)
        return self.styles[place] if 0 <= place < len(self.styles) else Style()

    def _add(self, attributes: Attributes) -> None:
        form = int(attributes.get("numFmtId", 0))
        font = int(attributes.get("fontId", 0))
        struck = 0 <= font < len(self._struck) and self._struck[font]
        self.styles.append(Style(self._forms.get(form) or builtin(form), struck))


def unescaped(text: str) -> str:
    """Return the text with what the format keeps as _x000D_ in its place, and with line breaks as ours."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text)
    return text.replace("\r\n", "\n")
