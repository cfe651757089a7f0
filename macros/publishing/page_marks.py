"""Marks in the text of a page that would take the reader of Markdown minutes, because it goes over them again
for each one.
"""

from __future__ import annotations

import re

MOST_OPEN = 200  # of what is not closed; thousands are read again and again
MOST_MARKS = 1000  # in one paragraph, point of a list or row of a table
# Markdown reads a page piece by piece. A piece ends at a blank line, and where a line begins a point of a
# list, a quotation, a row of a table, or what a link or an abbreviation means.
_END = re.compile(r"\n[ \t]*(?:\n|(?=(?:[-*+>]|\d+[.)])[ \t]|\||\*?\[[^\]\n]*\]:))")
_TAG = re.compile(r"<(?=[a-zA-Z/?!])")
_QUOTATIONS = re.compile(rf"^(?:[ \t]*>){{{MOST_OPEN}}}", re.MULTILINE)
_MARK = re.compile(r"[\\`*_\[]")


def is_too_open(body: str) -> bool:
    """Return whether a page opens more brackets, addresses, tags or quotations than Markdown can follow."""
    return (
        any(block.count("[") - block.count("]") > MOST_OPEN for block in body.split("\n\n"))
        or any(_unended(block.split("]("), ")") > MOST_OPEN for block in body.split("\n\n"))
        or _unended(_TAG.split(body), ">") > MOST_OPEN
        or bool(_QUOTATIONS.search(body))
    )


def _unended(pieces: list[str], end: str) -> int:
    """Return how many of the pieces between beginnings hold no `end`."""
    return sum(end not in piece for piece in pieces[1:-1])


def crowded(body: str) -> int | None:
    """Return the line, from 1, of the first paragraph with too many marks; None where there is none."""
    start = 0
    for end in (*(match.start() for match in _END.finditer(body)), len(body)):
        if len(_MARK.findall(body, start, end)) > MOST_MARKS:
            return body.count("\n", 0, body.index(body[start:end].lstrip(), start)) + 1
        start = end
    return None
