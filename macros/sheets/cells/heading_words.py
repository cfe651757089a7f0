"""The words of a heading: its numbers, and what a long question asks for."""

from __future__ import annotations

from collections.abc import Mapping

from macros.sheets.cells.leaves import NUMBER
from macros.sheets.cells.likeness import plain


def numbered(heading: str) -> str:
    """Return the words of a heading with a sign in place of each number."""
    words = plain(heading.replace(NUMBER, " 0 ")).split()
    return " ".join(NUMBER if word.isdigit() else word for word in words)


def side_asked_for(heading: str, sides: Mapping[str, str]) -> str:
    """Return the side that a long question asks for: “please tell us what went well during the move”.

    `sides` are the words for each side.
    """
    asked = f" {heading} "
    told = {word for text, word in sides.items() if " " in text and f" what {_told(text)} " in asked}
    return told.pop() if len(told) == 1 else ""


def _told(side: str) -> str:
    """Return the words of a side without the question: “went well” of “what went well”."""
    return plain(side).removeprefix("what ")
