"""Texts in cells of OpenDocument spreadsheets: paragraphs, spaces that are counted, and runs that are struck
through.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, count_of

PARAGRAPHS = ("p", "h")
# What may hold paragraphs in a cell: lists, as documents have them.
TEXTS = (*PARAGRAPHS, "list", "list-header", "list-item")
READING = "ruby-text"  # how a Japanese word is read, which stands beside it


class ParagraphReader:
    """Collects the text of one cell, and the part of it that is struck through."""

    def __init__(self, struck_styles: AbstractSet[str], budget: Budget) -> None:
        self._struck_styles = struck_styles
        self._budget = budget
        self.clear()

    def clear(self) -> None:
        """Begin a new cell."""
        self._pieces: list[str] = []
        self._struck: list[str] = []
        self._runs: list[bool] = []
        self._length = 0
        self._depth = 0

    @property
    def inside(self) -> bool:
        """Whether a paragraph is open."""
        return self._depth > 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element in the cell."""
        if name in PARAGRAPHS and not self.inside and self._pieces:
            self._pieces.append("\n")
        if name in PARAGRAPHS or self.inside:
            self._depth += 1
            self._runs.append(attributes.get("style-name") in self._struck_styles)
        if name == "s":
            times = count_of(attributes, "c")
            self._budget.piece(self._length + times)
            self.add(" " * times)
        elif name == "tab":
            self.add("\t")
        elif name == "line-break":
            self.add("\n")

    def end(self) -> None:
        """Take note of the end of an element."""
        if self.inside:
            self._depth -= 1
            self._runs.pop()
            if not self.inside and not self._pieces:
                self._pieces.append("")

    def add(self, data: str) -> None:
        """Take note of text."""
        if self.inside:
            self._length += len(data)
            self._budget.piece(self._length)
            self._pieces.append(data)
            if any(self._runs):
                self._struck.append(data)

    def result(self) -> tuple[str, str]:
        """Return the text, and what of it is struck through."""
        return "".join(self._pieces), "".join(self._struck)
