"""Check: load content, apply every rule, and give back the handbook with everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from macros.checks.rules import RULES, World
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.loading.problem import Place, Problem


@dataclass(frozen=True)
class Report:
    """What a check found, and the text of each file. `handbook` can be shown only when there are no errors."""

    handbook: Handbook
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        return [p for p in self.problems if p.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [p for p in self.problems if p.severity == "warning"]


def _for_a_follower(handbook: Handbook, problem: Problem) -> Problem:
    """The problem with what a team can do that does not edit this file, because it belongs to the handbook that it follows."""
    overlay, (folder, *_) = handbook.overlay, problem.place.path.split("/")
    if (
        overlay is None
        or problem.severity != "error"
        or overlay.owns(problem.place.path)
        or not overlay.folder.startswith(f"{folder}/")
    ):
        return problem
    return replace(
        problem,
        hint=f"This file is not your own: hide the record, or replace it in {overlay.folder}/. {problem.hint}".strip(),
    )


def check(content: Path, docs: Path, today: date | None = None) -> Report:
    """Check the content folder against every rule, as seen on `today`. Never raises for what is in the files."""
    if not content.is_dir():
        gone = Problem(
            Place(content.name),
            "",
            "this folder does not exist.",
            "no-content",
            "Run the command in the project's folder.",
        )
        return Report(Handbook({}, {}), (gone,))
    loaded = load(content)
    handbook = loaded.handbook
    problems = list(loaded.problems)
    # Rules that reason over the whole need the two files that hold it together.
    if handbook.records["framework"] and handbook.records["site"]:
        world = World(handbook, loaded.broken, docs, today or date.today())
        for rule in RULES:
            problems += (_for_a_follower(handbook, problem) for problem in rule(world))
    return Report(handbook, tuple(sorted(set(problems))), loaded.texts)
