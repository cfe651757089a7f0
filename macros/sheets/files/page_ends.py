"""Page ends: the text at the head and foot of printed pages, which may say how secret a log is."""

from __future__ import annotations

import re

ENDS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
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
        if self._inside:
            self._pieces.append(data)

    def said(self) -> str:
        """Return what they say, without what a program fills in, such as the number of the page."""
        return "; ".join(dict.fromkeys(filter(None, map(_said, self._texts))))


def _said(text: str) -> str:
    bare = _LOOKS.sub("", text.replace("&&", "\0"))
    shown = " ".join(_FIELD.sub(" ", bare).replace("\0", "&").split())
    return "" if len(shown) <= SHORT and _FIELD.search(bare) else shown
