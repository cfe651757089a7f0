"""The facts that the documents of a worked example share, and the texts in which they appear."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from macros.loading.handbook import Handbook
from macros.model import Example
from macros.model.example import SharedFact
from macros.model.validators import ID

CELLS = re.compile(r"\s*\|\s*")  # what is between two cells of a row
_BRACKETS = re.compile(r"\[{2,}[^\[\]]*\]{2,}")
_PLACE = re.compile(rf"\[\[({ID})\]\]")


def facts(handbook: Handbook) -> dict[str, SharedFact]:
    """Return every shared fact of the worked example by its id; of two with one id, the first."""
    known: dict[str, SharedFact] = {}
    for example in handbook.all(Example):
        for fact in example.facts:
            known.setdefault(fact.id, fact)
    return known


def named(text: str) -> list[str]:
    """Return the ids of the facts that a text names, in order."""
    return [match[1] for match in _PLACE.finditer(text)]


def stray(text: str) -> list[str]:
    """Return what looks like the name of a fact and is none, such as `[[ a ]]`."""
    return [found for found in _BRACKETS.findall(text) if not _PLACE.fullmatch(found)]


def filled(text: str, known: Mapping[str, SharedFact], show: Callable[[str], str] = str) -> str:
    """Return a text with the value of each fact that it names, as `show` gives it. Unknown facts stay."""
    return _PLACE.sub(lambda match: show(known[match[1]].value) if match[1] in known else match[0], text)


def cells(row: str) -> list[str]:
    """Return the cells of a row as they are typed."""
    return CELLS.split(row.strip())
