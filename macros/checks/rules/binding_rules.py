"""A rule says whose it is, by the question that tells whose rules bind a project, and when it was read."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World, quoted, rules_in
from macros.loading.problem import Problem
from macros.loading.vocabulary import binding
from macros.model import Activity, ProjectQuestions

WHOSE = "this does not say whose rule it is."
WHEN = "this does not say when somebody last read the rule."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each rule that names nobody whose rule it is, or no day."""
    if (ProjectQuestions.kind, ProjectQuestions.kind) in world.broken:
        return
    telling = binding(world.handbook).keys()
    for activity in world.handbook.all(Activity):
        for path, part in rules_in(activity):
            named = part.applies_to is not None and not telling.isdisjoint(part.applies_to.answers)
            if world.is_given_up(activity, path) or named == bool(part.checked):
                continue
            if named:
                yield world.problem(activity, path, "no-day", WHEN, "Add “checked” with that day.")
            else:
                yield world.problem(activity, path, "no-owner", WHOSE, _advice(list(telling)))


def _advice(telling: list[str]) -> str:
    if telling:
        return f"Name {quoted(telling)} in applies_to."
    return (
        f"Give the question that tells it a “rule_line” in content/{ProjectQuestions.kind}.yml, and name it."
    )
