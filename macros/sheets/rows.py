"""Rows: what the rows of a log gave, one set of values for each record, and nothing of it lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from macros.loading.problem import Problem
from macros.model.fields import FieldPath
from macros.sheets.cells.columns import SIDE

# What a row must hold one of. The first that is there is split where it holds several lessons.
MAIN = ("lesson", "event", "title", "action", "summary")
GROUP_OF_ROWS = "Group of rows"  # how a draft says what heads the row it is from
Taken = dict[tuple[str, str, str], list[str]]  # field, text and meaning → places


@dataclass(frozen=True)
class Found:
    """One record as it was found: its values, where it is, and what of its row went nowhere, by heading.

    `unread` are paths whose cell holds something that could not be placed.
    """

    values: Mapping[FieldPath, Any]
    row: int
    sheet: str
    reference: str = ""
    part: str = ""
    rest: tuple[tuple[str, str], ...] = ()
    unread: frozenset[FieldPath] = frozenset()

    @property
    def says(self) -> tuple[object, ...]:
        """Everything that the row says, to compare it with other rows."""
        values = sorted((str(path), str(value)) for path, value in self.values.items())
        return (tuple(values), self.reference, self.rest)


@dataclass
class Harvest:
    """What the rows of a sheet gave, with what was taken for what (and where), and what is to be known or
    decided.
    """

    found: list[Found] = field(default_factory=list)
    taken: Taken = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, other: Harvest) -> None:
        """Take in what another found."""
        self.found += other.found
        self.problems += other.problems
        for key, places in other.taken.items():
            self.taken.setdefault(key, []).extend(places)


@dataclass(frozen=True)
class Group:
    """Rows below one that heads them: what it says, and the side that it names."""

    text: str = ""
    side: str = ""

    def given_to(self, found: Found) -> Found:
        """Return a record with what its group says. A side that it says itself counts more."""
        if not self.text:
            return found
        values = dict(found.values)
        if self.side and SIDE not in found.unread:
            values.setdefault(SIDE, self.side)
        return replace(found, values=values, rest=(*found.rest, (GROUP_OF_ROWS, self.text)))
