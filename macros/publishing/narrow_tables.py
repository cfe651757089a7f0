"""Tables for narrow screens, which show each row as a block: every cell gets the heading of its column.

A browser that lays a table out as blocks no longer tells assistive technology that it is one, so each part
says what it is.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import zip_longest

LAID_OUT = re.compile(r'\sclass="[^"]*\b(?:map__table|small-map__table|wide-only)\b')  # these stay tables
LABEL = "data-label"
_TABLE = re.compile(r"<(table)\b([^<>]*)>.*?</\1>", re.DOTALL)
_HEAD = re.compile(r"<(thead)\b.*?</\1>", re.DOTALL)
_HEADING = re.compile(r"<(th)\b[^<>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_PART = re.compile(r"<(table|thead|tbody|tr|th|td)\b([^<>]*)>")
_SPAN = re.compile(r'\b(row|col)span="(\d+)"')
ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}


def with_labels(html: str) -> str:
    """Return a page with its tables made ready; a table without column headings stays as it is."""
    return _TABLE.sub(_ready, html) if "<table" in html else html


def _ready(table: re.Match[str]) -> str:
    head = _HEAD.search(table[0])
    if head is None or LAID_OUT.search(table[2]):
        return table[0]
    columns = [" ".join(unescape(_TAG.sub(" ", words)).split()) for _, words in _HEADING.findall(head[0])]
    # Tables of templates have a class, and names as row headings. In prose, these may be bare numbers.
    named = ("cell",) if "class=" in table[2] else ("cell", "rowheader")
    return _PART.sub(_Labels(columns, named).labelled, table[0])


class _Labels:
    """Goes through the cells of one table in order, and knows in which column each one is."""

    def __init__(self, columns: list[str], named: tuple[str, ...]) -> None:
        self._columns = columns
        self._named = named  # the roles of cells that say what their column is
        self._taken: list[int] = []  # for each column, how many more rows a cell above takes
        self._column = 0

    def labelled(self, part: re.Match[str]) -> str:
        """Return one opening tag with its role, and with the label of its column."""
        tag = part[1]
        attributes = part[2]
        if tag == "tr":
            self._taken = [max(0, rows - 1) for rows in self._taken]
            self._column = 0
        if tag == "th":
            scope = "column" if 'scope="col"' in attributes else "row"
            role = f"{scope}header"
        else:
            role = ROLES[tag]
        label = self._label(attributes) if tag in ("th", "td") else ""
        shown = f' {LABEL}="{escape(label)}"' if label and role in self._named else ""
        return f'<{tag}{attributes} role="{role}"{shown}>'

    def _label(self, attributes: str) -> str:
        """Return the heading of the column where this cell is, and go on to the next."""
        spans = {kind: int(number) for kind, number in _SPAN.findall(attributes)}
        while self._column < len(self._taken) and self._taken[self._column]:
            self._column += 1
        first = self._column
        self._column += spans.get("col", 1)
        below = [0] * first + [spans.get("row", 1)] * (self._column - first)
        self._taken = [max(pair) for pair in zip_longest(self._taken, below, fillvalue=0)]
        return self._columns[first] if first < len(self._columns) else ""
