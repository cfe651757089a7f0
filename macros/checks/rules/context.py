"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.problem import Problem, Severity, name_of
from macros.loading.vocabulary import about
from macros.model import PART_HOMES, Activity, ProjectQuestions, Record
from macros.model.conditions import applies, conditions_of
from macros.model.fields import FieldPath
from macros.model.rule import Limit, Rule
from macros.pages.contrast import Backgrounds


@dataclass(frozen=True)
class World:
    """A handbook on the day on which it is checked.

    `broken` are the kinds and ids of records that cannot be read, `docs` the folder of hand-written pages,
    `backgrounds` the colours that the theme puts under links, and `drafts` records that are
    left out because they are unfinished.
    """

    handbook: Handbook
    broken: frozenset[tuple[str, str]]
    docs: Path
    backgrounds: Backgrounds
    today: date
    drafts: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def flow(self) -> Flow:
        """How products travel between activities."""
        return Flow(self.handbook)

    def knows(self, kind: str, id: str) -> bool:
        """Return whether a record with that id exists, even one that cannot be read."""
        if kind == "*":
            kind, _, name = id.partition("/")
            return self.knows(kind, name)
        if self.handbook.find(kind, id) is not None or (kind, id) in self.broken:
            return True
        file, _ = PART_HOMES.get(kind, ("", ""))
        return (file, file) in self.broken

    def reads_all(self, kind: str) -> bool:
        """Return whether every record of a kind can be read, so that what is missing is nowhere."""
        return all(each != kind for each, _ in self.broken)

    def is_accepted(self, broken: str) -> bool:
        """Tell whether the team has decided to live with what its cuts break, by the id of that."""
        overlay = self.handbook.overlay
        return overlay is not None and broken in overlay.accepted

    def applies(self, part: BaseModel) -> bool:
        """Tell whether a part of a record counts for the project of the team, by what it answered."""
        overlay = self.handbook.overlay
        profile = overlay.profile if overlay else {}
        return applies(conditions_of(part, about(self.handbook)), profile)

    def is_given_up(self, record: Record, path: FieldPath) -> bool:
        """Tell whether a condition is one of the original handbook, whose questions a team has changed."""
        overlay = self.handbook.overlay
        return (
            overlay is not None
            and f"{overlay.folder}/{ProjectQuestions.kind}.yml" in overlay.changed
            and not self.handbook.is_own(record, path)
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
        """Return a problem at the value at `path` in `record`."""
        return Problem(self.handbook.place(record, path), name_of(path), message, code, hint, severity)


def rules_in(activity: Activity) -> Iterator[tuple[FieldPath, Rule | Limit]]:
    """Yield what may be a rule in an activity, each with its field path."""
    for number, step in enumerate(activity.steps):
        for index, rule in enumerate(step.rules):
            yield ("steps", number, "rules", index), rule
    for index, limit in enumerate(activity.latest):
        yield ("latest", index), limit


def quoted(titles: Iterable[str]) -> str:
    """Return titles in quotes, joined by commas."""
    return ", ".join(f"“{title}”" for title in titles)
