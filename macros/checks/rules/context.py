"""What a rule may look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.problem import Problem, Severity, name_of
from macros.model import PART_HOMES, Record
from macros.model.fields import FieldPath


@dataclass(frozen=True)
class World:
    """A handbook, the ids that exist but are broken, the folder of hand-written pages, and the day on which it is checked."""

    handbook: Handbook
    broken: frozenset[tuple[str, str]]
    docs: Path
    today: date

    @cached_property
    def flow(self) -> Flow:
        return Flow(self.handbook)

    def knows(self, kind: str, id: str) -> bool:
        """Whether a record of that id exists, be it broken."""
        if kind == "*":
            kind, _, id = id.partition("/")
        holder = PART_HOMES.get(kind, ("",))[0]
        return (
            self.handbook.find(kind, id) is not None
            or (kind, id) in self.broken
            or (holder, holder) in self.broken
        )

    def problem(
        self,
        record: Record,
        path: FieldPath,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = "error",
    ) -> Problem:
        """A problem at the value at `path` in `record`."""
        return Problem(self.handbook.place(record, path), name_of(path), message, code, hint, severity)


def quoted(titles: Any) -> str:
    """Titles in quotes, joined by commas."""
    return ", ".join(f"“{title}”" for title in titles)
