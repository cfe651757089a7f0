"""The tags in the head of a finished page, with their places, so that the text of the page can be changed
there alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple


class Tag(NamedTuple):
    """One opening tag: its name, its attributes, and the stretch of the page that it takes."""

    name: str
    attributes: Mapping[str, str]
    start: int
    end: int


def head_tags(page: str) -> list[Tag]:
    """Return every opening tag before the body of `page`, in order."""
    parser = _Head(page)
    with suppress(_BodyReached):
        parser.feed(page)
    return parser.tags


class _BodyReached(Exception):
    """Ends the reading."""


class _Head(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[Tag] = []
        # A parser counts lines from 1, and nothing but a line feed ends one.
        lengths = (len(line) + 1 for line in page.split("\n"))
        self._line_starts = list(accumulate(lengths, initial=0))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, or end at the body."""
        if tag == "body":
            raise _BodyReached
        line, column = self.getpos()
        start = self._line_starts[line - 1] + column
        text = self.get_starttag_text() or ""
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, start, start + len(text)))
