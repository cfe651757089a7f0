"""Check content: load it, apply every rule, and return the handbook with everything that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NewType

from macros.checks.rules import RULES, World
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.loading.problem import Place, Problem
from macros.pages.contrast import backgrounds
from macros.refusal import Refusal

# Where each day begins first.
EARLIEST_ZONE = timezone(timedelta(hours=14))
# A handbook that was checked and has no errors. Only `Report.handbook` returns one.
ValidHandbook = NewType("ValidHandbook", Handbook)


@dataclass(frozen=True)
class Report:
    """The result of a check: the records as far as they can be read, the problems, and by path the text of
    each file that has some.
    """

    readable: Handbook
    problems: tuple[Problem, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    drafts: tuple[str, ...] = ()  # the files of unfinished records

    @property
    def handbook(self) -> ValidHandbook | None:
        """The handbook, or None when there are errors."""
        return None if self.errors else ValidHandbook(self.readable)

    @property
    def errors(self) -> list[Problem]:
        """The problems for which a site cannot be built."""
        return [problem for problem in self.problems if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        """The problems with which a site can be built."""
        return [problem for problem in self.problems if problem.severity == "warning"]


def checked(content: Path, docs: Path, theme: Path, today: date | None = None) -> Report:
    """Check the folder `content` against every rule, as seen on `today`. Never raise for what is in the
    files.

    `docs` is the folder of hand-written pages, and `theme` the one of templates and styles.
    """
    if not content.is_dir():
        hint = "Run the command in the project's folder."
        missing = Problem(Place(content.name), "", "this folder does not exist.", "no-content", hint)
        return Report(Handbook({}, {}), (missing,))
    loaded = load(content)
    handbook = loaded.handbook
    problems = list(loaded.problems)
    # Rules that reason over the whole need the two files that hold it together.
    if handbook.records["framework"] and handbook.records["site"]:
        day = today or latest_day()
        drafts = frozenset(loaded.drafts)
        world = World(handbook, loaded.broken, docs, backgrounds(theme), day, drafts)
        for rule in RULES:
            problems += (_with_advice(handbook, problem) for problem in rule(world))
    files = tuple(sorted(loaded.drafts.values()))
    named = {problem.place.path for problem in problems}
    texts = {path: text for path, text in loaded.texts.items() if path in named}
    return Report(handbook, tuple(sorted(set(problems))), texts, files)


def valid(content: Path, docs: Path, theme: Path) -> ValidHandbook:
    """Return the handbook in the folder `content`. Raise Refusal, with what to do, where it has errors."""
    handbook = checked(content, docs, theme).handbook
    if handbook is None:
        raise Refusal("The content has errors. Run `handbook check` to see them.")
    return handbook


def latest_day() -> date:
    """Return the newest day that has begun anywhere on earth, so that today is never in the future."""
    return datetime.now(EARLIEST_ZONE).date()


def _with_advice(handbook: Handbook, problem: Problem) -> Problem:
    """Say in the hint what a local handbook can do, where the file belongs to the original, which it does not
    edit.
    """
    overlay = handbook.overlay
    if overlay is None or problem.severity != "error" or overlay.owns(problem.place.path):
        return problem
    top, _, _ = problem.place.path.partition("/")
    if not overlay.folder.startswith(f"{top}/"):
        return problem
    advice = f"This file is not your own: hide the record, or replace it in {overlay.folder}/."
    return replace(problem, hint=f"{advice} {problem.hint}".strip())
