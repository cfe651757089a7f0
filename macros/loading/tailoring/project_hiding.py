"""What a project hides: the same in documents as in a local handbook that is tailored by it.

An activity is hidden when it is lost, and a product when everything that makes it is lost. Lessons, steps,
rules, limits and criteria are hidden when they do not apply, and lessons also when they are only about what
is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.loading.handbook import Handbook
from macros.loading.tailoring.consequences import Tailored
from macros.loading.tailoring.graph import graph_of
from macros.loading.vocabulary import about
from macros.model import Activity, Lesson, Phase, Product
from macros.model.activity import Step
from macros.model.conditions import applies, conditions_of
from macros.model.phase import Criterion
from macros.model.project import Project
from macros.model.rule import Limit, Rule


@dataclass(frozen=True)
class Hiding:
    """What is hidden: the ids of activities and products, and the references of everything else."""

    activities: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def lesson(self, lesson: Lesson) -> bool:
        """Tell whether a lesson is hidden."""
        return f"{Lesson.folder}/{lesson.id}" in self.others

    def step(self, pointer: str) -> bool:
        """Tell whether a step is hidden, given as `activity#step`."""
        return pointer.partition("#")[0] in self.activities or f"{Activity.folder}/{pointer}" in self.others

    def criterion(self, phase: Phase, criterion: Criterion) -> bool:
        """Tell whether an exit criterion is hidden."""
        return f"{Phase.folder}/{phase.id}#{criterion.id}" in self.others


NOTHING = Hiding()


def hiding(handbook: Handbook, project: Project) -> Hiding:
    """Return what `project` hides in a handbook."""
    tailored = tailored_by(handbook, project)
    products = (
        product.id
        for product in handbook.all(Product)
        if not product.external
        and tailored.all_lost([maker["id"] for maker, _ in tailored.makers.get(product.id, ())])
    )
    others = {ref for ref, only in conditional(handbook) if not applies(only, project.profile)}
    others |= {
        f"{Lesson.folder}/{lesson.id}"
        for lesson in handbook.all(Lesson)
        if tailored.all_lost(lesson.activities)
    }
    return Hiding(frozenset(tailored.lost), frozenset(products), frozenset(others))


def tailored_by(handbook: Handbook, project: Project) -> Tailored:
    """Return what of a handbook applies to `project`, and what it cuts."""
    cuts = {name: cut.way for name, cut in project.cuts.items()}
    return Tailored(graph_of(handbook), project.profile, cuts)


def rules_of(activity: Activity, step: Step) -> list[tuple[str, Rule]]:
    """Return the rules at a step, each with its reference."""
    start = f"{Activity.folder}/{activity.id}#{step.id}.rules"
    return [(f"{start}.{number}", rule) for number, rule in enumerate(step.rules, 1)]


def limits_of(activity: Activity) -> list[tuple[str, Limit]]:
    """Return the times by which an activity must be done, each with its reference."""
    start = f"{Activity.folder}/{activity.id}#latest"
    return [(f"{start}.{number}", limit) for number, limit in enumerate(activity.latest, 1)]


def conditional(handbook: Handbook) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
    """Yield each lesson, step, rule, limit and criterion that does not always apply, by reference, with its
    conditions.
    """
    named = about(handbook)
    parts: list[tuple[str, Lesson | Criterion | Step | Rule | Limit]] = [
        *((f"{Lesson.folder}/{lesson.id}", lesson) for lesson in handbook.all(Lesson)),
        *((f"{Activity.folder}/{a.id}#{step.id}", step) for a in handbook.all(Activity) for step in a.steps),
        *(ruled for a in handbook.all(Activity) for step in a.steps for ruled in rules_of(a, step)),
        *(limited for activity in handbook.all(Activity) for limited in limits_of(activity)),
        *((f"{Phase.folder}/{p.id}#{one.id}", one) for p in handbook.all(Phase) for one in p.exit_criteria),
    ]
    for ref, part in parts:
        if conditions := conditions_of(part, named):
            yield ref, conditions
