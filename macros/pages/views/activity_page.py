"""The page of an activity: lessons at their steps, where inputs come from, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase, Product, Source
from macros.model.activity import ProductUse
from macros.model.phase import Criterion
from macros.pages.views.registry import view


@dataclass(frozen=True)
class Neighbours:
    """The activities before and after, in all phases and along the workstream."""

    previous: Activity | None
    next: Activity | None
    stream_previous: Activity | None
    stream_next: Activity | None


@dataclass(frozen=True)
class Use:
    """A product that goes in or out, with the activities at the other end."""

    product: Product
    state: str
    others: tuple[Activity, ...]


@view
def lessons_at(handbook: Handbook, activity: Activity) -> tuple[dict[str, list[Lesson]], list[Lesson]]:
    """Return lessons by step id, and the lessons about the activity as a whole."""
    at_steps: dict[str, list[Lesson]] = {step.id: [] for step in activity.steps}
    about_all: list[Lesson] = []
    for lesson in handbook.linked_from(activity, Lesson, "at"):
        pointers = (pointer.partition("#") for pointer in lesson.at)
        steps = [step for target, _, step in pointers if target == activity.id and step in at_steps]
        for step in steps:
            at_steps[step].append(lesson)
        if not steps:
            about_all.append(lesson)
    return at_steps, about_all


@view
def inherited_sources(handbook: Handbook, activity: Activity) -> list[Source]:
    """Return the sources of the lessons here, by title, without the ones that the advice names."""
    own = {basis.source for basis in activity.basis}
    lessons = handbook.linked_from(activity, Lesson, "at")
    cited = {told.source for lesson in lessons for told in (*lesson.evidence, *lesson.seen_again)}
    return sorted((handbook.get(Source, name) for name in cited - own), key=lambda source: source.title)


@view
def inputs(handbook: Handbook, flow: Flow, activity: Activity) -> list[Use]:
    """Return what the activity needs, each with the activities that can hand it over, the nearest first."""
    return [
        Use(handbook.get(Product, use.product), use.state, tuple(_givers(flow, activity, use)))
        for use in activity.inputs
    ]


@view
def outputs(handbook: Handbook, flow: Flow, activity: Activity) -> list[Use]:
    """Return what the activity gives, each with the activities that use it afterwards, in the order of the
    work.
    """
    return [
        Use(
            handbook.get(Product, use.product),
            use.state,
            tuple(sorted(flow.consumers(activity, use.product), key=lambda taker: flow.place[taker.id])),
        )
        for use in activity.outputs
    ]


@view
def neighbours(flow: Flow, activity: Activity) -> Neighbours:
    """Return the activities before and after, continuous across phases."""
    stream = [other for other in flow.order if other.workstream == activity.workstream]
    return Neighbours(*_around(flow.order, activity), *_around(stream, activity))


@view
def gates(handbook: Handbook, activity: Activity) -> list[tuple[Phase, Criterion]]:
    """Return the exit criteria that this activity gives evidence for, each with its phase."""
    return [
        (phase, criterion)
        for phase in handbook.all(Phase)
        for criterion in phase.exit_criteria
        if activity.id in criterion.activities
    ]


def _givers(flow: Flow, activity: Activity, use: ProductUse) -> list[Activity]:
    """Return the producers that give exactly the state that is asked for, or else all that give better."""
    able = flow.producers(activity, use.product, use.state)
    exact = {maker.id for maker, given in flow.makers[use.product] if given == use.state}
    return [giver for giver in able if giver.id in exact] or able


def _around(order: Sequence[Activity], activity: Activity) -> tuple[Activity | None, Activity | None]:
    index = next(number for number, other in enumerate(order) if other.id == activity.id)
    before = order[index - 1] if index else None
    after = order[index + 1] if index + 1 < len(order) else None
    return before, after
