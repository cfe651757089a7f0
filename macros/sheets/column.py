"""A column: its heading, and the field that it fills."""

from __future__ import annotations

from dataclasses import dataclass

from macros.loading.problem import printable
from macros.model.fields import FieldPath
from macros.sheets.cells.columns import PERSON, REFERENCE
from macros.sheets.files.table import letters

OUT: FieldPath = ("(out)",)  # a column that a person leaves out
HIDDEN: FieldPath = ("(hidden)",)  # a column that is hidden in the file
UNFIELDED = ((), PERSON, REFERENCE, OUT, HIDDEN)


@dataclass(frozen=True)
class Column:
    """One column: its heading, the path that it fills (or none), and why, when that is not plain.

    A column such as “What went well” has a `side`: a record that it gives a text or a tick has this word in
    its field SIDE.
    """

    number: int
    heading: str
    path: FieldPath = ()
    why: str = ""
    side: str = ""
    ticks: bool = False

    @property
    def shown(self) -> str:
        """The heading as people can read it."""
        return printable(self.heading) or f"column {letters(self.number)}"


def name(path: FieldPath) -> str:
    """Return a path as people say it: `evidence 1, source`."""
    if path in UNFIELDED:
        return str(path[0]).strip("()") if path else ""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] = f"{words[-1]} {step + 1}"
        else:
            words.append(step)
    return ", ".join(words)
