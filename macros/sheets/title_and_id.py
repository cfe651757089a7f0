"""Titles and ids: every row gets both, whatever its script and its length."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.authoring.beginning import id_from
from macros.model import Record
from macros.model.fields import FieldPath
from macros.model.validators import MAX_ID
from macros.refusal import Refusal
from macros.sheets.cells.splitting import first_sentence
from macros.sheets.rows import MAIN

LONGEST_MADE = 80  # of a title that is made from the text
TITLE: FieldPath = ("title",)


@dataclass(frozen=True)
class Title:
    """The title of a record, whether it was made from the text, and the whole of one that was cut."""

    text: str
    made_up: bool = False
    whole: str = ""


def title_of(values: Mapping[FieldPath, Any], cls: type[Record], row: int) -> Title:
    """Return the title that a row has, or one made from its text; too long a one is cut between words."""
    own = " ".join(str(values.get(TITLE, "")).split())
    longest = _longest(cls)
    if own:
        return Title(own) if len(own) <= longest else Title(first_sentence(own, longest), False, own)
    texts = [values[(step,)] for step in ("summary", *MAIN) if (step,) in values]
    preferred = [values[(step,)] for step in ("lesson", "action", "summary", "event") if (step,) in values]
    text = next(iter([*preferred, *texts]), "")
    return Title(first_sentence(text, LONGEST_MADE) or f"{cls.kind.capitalize()} in row {row}", True)


def id_of(title: str, kind: str, row: int) -> str:
    """Return the id that a title suggests, or one with the number of the row where it has no letter and no
    digit.
    """
    try:
        return id_from(title, kind)
    except Refusal:
        return f"{kind}-row-{row}"


@dataclass
class Ids:
    """The ids that are taken, and the next free one for each that is wanted twice."""

    taken: Container[str]
    _given: set[str] = field(default_factory=set)
    _numbers: Counter[str] = field(default_factory=Counter)

    def free(self, wanted: str) -> str:
        """Return the id itself, or with a number behind it, so that no other record has it."""
        name = wanted
        while name in self.taken or name in self._given:
            self._numbers[wanted] += 1
            number = self._numbers[wanted] + 1
            name = f"{wanted[: MAX_ID - len(str(number)) - 1].rstrip('-')}-{number}"
        self._given.add(name)
        return name


def _longest(cls: type[Record]) -> int:
    """Return how many characters the title of this kind may have."""
    limits = (getattr(mark, "max_length", None) for mark in cls.model_fields["title"].metadata)
    return min((limit for limit in limits if limit), default=sys.maxsize)
