"""A problem: one thing wrong in content, in words that a person who is no programmer can act on."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Literal

from macros.model.fields import FieldPath

LONGEST_WORD = 120
Severity = Literal["error", "warning"]


def one_line(text: str) -> str:
    """Return `text` on one line, with nothing unseen in it and no word so long that it hides the rest."""
    words = printable(" ".join(text.split()))
    return re.sub(rf"[^\s“”:,]{{{LONGEST_WORD + 1},}}", lambda match: f"{match[0][:LONGEST_WORD]}…", words)


def printable(text: str) -> str:
    """Return `text` with a mark in place of each character that cannot be shown, such as one that moves the
    cursor.
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def name_of(path: FieldPath) -> str:
    """Return a field path as people say it: `steps 2, side`."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts[-1:] = [f"{parts[-1]} {step + 1}" if parts else f"entry {step + 1}"]
        else:
            parts.append(step)
    return ", ".join(parts)


@dataclass(frozen=True, order=True)
class Place:
    """Where something is: a file path as people see it, a line and a column, both counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in content.

    `code` names the kind of problem and never changes; tests and the reference page rely on it. `field` is
    the field as people write it (`steps 2, side`). `message` is one plain sentence. `hint` says what to do: a
    suggestion, or what is allowed.
    """

    place: Place
    field: str
    message: str
    code: str = dataclasses.field(compare=False, default="invalid")
    hint: str = dataclasses.field(compare=False, default="")
    severity: Severity = dataclasses.field(compare=False, default="error")

    def __post_init__(self) -> None:
        # Words of the file are quoted in messages; they may not break the line, hide, or run on.
        for name in ("field", "message", "hint"):
            object.__setattr__(self, name, one_line(getattr(self, name)))

    def __str__(self) -> str:
        where = f"{self.place}: {self.field}" if self.field else str(self.place)
        return f"{where}: {self.message}" + (f" {self.hint}" if self.hint else "")
