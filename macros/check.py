"""Check: load content, apply every rule, and give back the handbook with everything that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.handbook import Handbook
from macros.loading import load
from macros.problem import Place, Problem
from macros.rules import RULES, World


@dataclass(frozen=True)
class Report:
    """What a check found. `handbook` can be shown only when there are no errors."""

    handbook: Handbook
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        return [p for p in self.problems if p.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [p for p in self.problems if p.severity == "warning"]


def check(content: Path, docs: Path, today: date | None = None) -> Report:
    """Check the content folder against every rule, as seen on `today`. Never raises for what is in the files."""
    if not content.is_dir():
        gone = Problem(Place(content.name), "", "this folder does not exist.", "no-content", "Run the command in the project's folder.")
        return Report(Handbook({}, {}), (gone,))
    handbook, problems, broken = load(content)
    # Rules that reason over the whole need the two files that hold it together.
    if handbook.records["framework"] and handbook.records["site"]:
        world = World(handbook, frozenset(broken), docs, today or date.today())
        for rule in RULES:
            problems += rule(world)
    return Report(handbook, tuple(sorted(set(problems))))
