"""The places of everything that a file says.

Nobody needs most of them, so a file keeps only where its parser met each value, and the places are worked out
when somebody first asks for one.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from macros.loading.problem import Place
from macros.model.fields import FieldPath

Places = dict[FieldPath, Place]


@dataclass(frozen=True)
class Located:
    """Places by field path: `places` of values, `keys` of the names of fields, `remarks` of comments behind
    values.
    """

    places: Mapping[FieldPath, Place] = field(default_factory=dict)
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)
    remarks: Mapping[FieldPath, Place] = field(default_factory=dict)


class Mark(Protocol):
    """Where a parser is: `line` and `column` are counted from 0."""

    line: int
    column: int


class Marks:
    """Where a parser met each value and each name of a field, in the order of the file."""

    def __init__(self) -> None:
        self._lines = array("L")
        self._columns = array("L")
        self._remarks: dict[int, tuple[int, int]] = {}

    def add(self, line: int, column: int) -> None:
        """Note where the next value or name begins. Lines and columns are counted from 0 here."""
        self._lines.append(line)
        self._columns.append(column)

    def remark(self, line: int, column: int) -> None:
        """Note where a comment behind the last value begins."""
        self._remarks[len(self._lines) - 1] = (line, column)

    @property
    def has_remarks(self) -> bool:
        """Whether there is a comment behind any value."""
        return bool(self._remarks)

    def located(self, shown: str, data: Any) -> Located:
        """Return the places of `data`, which was read with these marks from a file called `shown`."""
        walk = _Walk(shown, zip(self._lines, self._columns, strict=True), self._remarks)
        if self._lines:
            walk.value((), data)
        return Located(walk.places, walk.keys, walk.remarks)


class _Walk:
    """Goes through data in the order in which it was read, and gives each part the next mark."""

    def __init__(self, shown: str, marks: Any, remarks: Mapping[int, tuple[int, int]]) -> None:
        self.places: Places = {}
        self.keys: Places = {}
        self.remarks: Places = {}
        self._shown = shown
        self._marks = enumerate(marks)
        self._remarked = remarks

    def value(self, path: FieldPath, value: Any) -> None:
        """Place a value, and everything in it."""
        self.places[path] = self._next(path)
        if isinstance(value, dict):
            for name, inner in value.items():
                here = (*path, name)
                self.keys[here] = self._next(here)
                self.value(here, inner)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                self.value((*path, index), inner)

    def _next(self, path: FieldPath) -> Place:
        number, at = next(self._marks)
        if number in self._remarked:
            self.remarks[path] = self._place(self._remarked[number])
        return self._place(at)

    def _place(self, at: tuple[int, int]) -> Place:
        line, column = at
        return Place(self._shown, line + 1, column + 1)
