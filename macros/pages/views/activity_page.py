"""What an activity page shows beyond the record itself: lessons at their steps, where inputs come from, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Lesson, Phase, Product


@dataclass(frozen=True)
class Neighbours:
    """The activities before and after along the workstream and along the whole."""

    previous: Any
    next: Any
    stream_previous: Any
    stream_next: Any


@dataclass(frozen=True)
class Use:
    """A product that goes in or out, with the activities at the other end."""

    product: Any
    state: str
    others: tuple[Any, ...]


def lessons_at(handbook: Handbook, activity: Any) -> tuple[dict[str, list[Any]], list[Any]]:
    """Lessons by step id, and the lessons about the activity as a whole."""
    steps: dict[str, list[Any]] = {step.id: [] for step in activity.steps}
    whole: list[Any] = []
    for lesson in handbook.linked_from(activity, Lesson, "at"):
        anchors = [p.partition("#")[2] for p in lesson.at if p.partition("#")[0] == activity.id]
        pinned = [anchor for anchor in anchors if anchor in steps]
        for anchor in pinned:
            steps[anchor].append(lesson)
        if not pinned:
            whole.append(lesson)
    return steps, whole


def inputs(handbook: Handbook, flow: Flow, activity: Any) -> list[Use]:
    """What the activity needs, each with the activities that can hand it over, the nearest first."""
    return [
        Use(handbook.get(Product, u.product), u.state, tuple(_exact(flow, activity, u)))
        for u in activity.inputs
    ]


def outputs(handbook: Handbook, flow: Flow, activity: Any) -> list[Use]:
    """What the activity gives, each with the activities that use it afterwards."""
    order = {a.id: i for i, a in enumerate(flow.order)}
    return [
        Use(
            handbook.get(Product, u.product),
            u.state,
            tuple(sorted(flow.consumers(activity, u.product), key=lambda a: order[a.id])),
        )
        for u in activity.outputs
    ]


def neighbours(flow: Flow, activity: Any) -> Neighbours:
    """Previous and next, continuous across phases."""
    stream = [a for a in flow.order if a.workstream == activity.workstream]
    return Neighbours(*_around(flow.order, activity), *_around(stream, activity))


def gates(handbook: Handbook, activity: Any) -> list[tuple[Any, Any]]:
    """The exit criteria that this activity gives evidence for, each with its phase."""
    return [
        (phase, criterion)
        for phase in handbook.all(Phase)
        for criterion in phase.exit_criteria
        if activity.id in criterion.activities
    ]


def _exact(flow: Flow, activity: Any, use: Any) -> list[Any]:
    """Producers that give exactly the state asked for, if there are any; else all that give better."""
    able = flow.producers(activity, use.product, use.state)
    exact = {maker.id for maker, given in flow.makers[use.product] if given == use.state}
    return [a for a in able if a.id in exact] or able


def _around(order: list[Any], activity: Any) -> tuple[Any, Any]:
    index = next(i for i, a in enumerate(order) if a.id == activity.id)
    return (order[index - 1] if index else None), (order[index + 1] if index + 1 < len(order) else None)
