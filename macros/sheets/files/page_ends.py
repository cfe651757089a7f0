"""Page ends: the text at the head and foot of printed pages, which may say how secret a log is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.sheets.files import findings
from macros.sheets.files.markup import Attributes
from macros.sheets.files.table import Sheet

ENDS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
# Elements of documents.
PAGE_ENDS = ("hdr", "ftr", "header", "footer", "header-left", "footer-left", "header-first", "footer-first")
FIELDS = ("fldSimple", "page-number", "page-count", "sheet-name", "title", "date", "time", "file-name")
LONGEST = 2_000  # characters of a piece that are looked at
MANY = 50  # texts, of which no more are looked at
SHORT = 12  # characters beside a number of a page or a date that say nothing, such as “Page of”
_PART = re.compile(r"&[LCR](?![a-z])")
_LOOKS = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f+-]{5,6}|&\d+|&[BIUESXYHO]')
_FIELD = re.compile(r"&[A-Z]")


class PageEnds:
    """Collects the heads and feet of the printed pages of one sheet."""

    def __init__(self) -> None:
        self._inside = False
        self._pieces: list[str] = []
        self._texts: list[str] = []

    def start(self, name: str) -> None:
        """Take note of an element."""
        self._inside = name in ENDS
        self._pieces = []

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        if self._inside and name in ENDS:
            self._texts += _PART.split("".join(self._pieces))
            self._inside = False

    def text(self, data: str) -> None:
        """Take note of text."""
        if self._inside and len(self._texts) < MANY:
            self._pieces.append(data[:LONGEST])

    def said(self) -> str:
        """Return what they say, without what a program fills in, such as the number of the page."""
        return "; ".join(dict.fromkeys(filter(None, map(_said, self._texts))))


def _said(text: str) -> str:
    bare = _LOOKS.sub("", text.replace("&&", "\0"))
    shown = " ".join(_FIELD.sub(" ", bare).replace("\0", "&").split())
    return "" if len(shown) <= SHORT and _FIELD.search(bare) else shown


class DocumentEnds:
    """Collects the heads and feet of the pages of a Word document or an OpenDocument, one paragraph each."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._ends: list[bool] = []  # of the elements that are open, the ones that are heads or feet
        self._fields = 0  # that are open: a program fills them in
        self._words: list[str] = []
        self._is_filled = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take note of an element."""
        self._ends.append(name in PAGE_ENDS and attributes.get("display") != "false")
        kind = attributes.get("fldCharType")
        if name in FIELDS or kind == "begin":
            self._fields += 1
            self._is_filled = True
        elif kind == "end":
            self._fields -= 1

    def end(self, name: str) -> None:
        """Take note of the end of an element."""
        self._ends.pop()
        self._fields -= name in FIELDS
        if name == "p":
            text = " ".join("".join(self._words).split())
            if text and not (self._is_filled and len(text) <= SHORT):
                self._texts.append(text)
            self._words = []
            self._is_filled = False

    def text(self, data: str) -> None:
        """Take note of text."""
        if any(self._ends) and not self._fields and len(self._texts) < MANY:
            self._words.append(data[:LONGEST])

    def said_in(self, sheets: Sequence[Sheet]) -> list[Sheet]:
        """Return the sheets, the first with a line about what the pages say, if they say anything."""
        if not (sheets and self._texts):
            return list(sheets)
        said = findings.in_print(sheets[0], "; ".join(dict.fromkeys(self._texts)))
        return [replace(sheets[0], problems=[*sheets[0].problems, said]), *sheets[1:]]
