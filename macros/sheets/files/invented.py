"""Invented: the mark of files of a worked example, so that nobody takes what they tell for lessons."""

from __future__ import annotations

import zipfile

from macros.refusal import Refusal
from macros.sheets.files.limits import Budget
from macros.sheets.files.markup import Attributes, Damaged, stream

MARK = "invented-example"  # a keyword among the properties of the file
_PARTS = ("docProps/core.xml", "meta.xml")
_KEYWORDS = ("keywords", "keyword")


class _Properties:
    """Reads the keywords of a file."""

    def __init__(self) -> None:
        self.keywords = ""
        self._inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        del attributes
        self._inside = name in _KEYWORDS

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        del name
        self._inside = False

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._inside:
            self.keywords = f"{self.keywords} {data}"[:10_000]


def refuse_invented(name: str, zipped: zipfile.ZipFile, budget: Budget) -> None:
    """Refuse a file that has the mark of a worked example. Raises Refusal."""
    properties = _Properties()
    for part in set(_PARTS) & set(zipped.namelist()):
        try:
            stream(zipped, part, properties, budget)
        except Damaged:
            continue  # what describes a file is no reason not to read it
    if MARK in properties.keywords:
        raise Refusal(
            f"“{name}” is a worked example, and what it tells is invented, so nothing was read. If you have "
            "put your own lessons in its place, copy them into a new file, or delete the keyword "
            f"“{MARK}” in the properties of this one."
        )
