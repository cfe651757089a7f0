"""What cuts depend on, as plain data that a browser can read too: who makes what, for whom, and when."""

from __future__ import annotations

from typing import Any, TypedDict

from macros.loading.flow import RANK
from macros.loading.handbook import Handbook
from macros.loading.vocabulary import about
from macros.model import Activity, Lesson, Phase, Product
from macros.model.conditions import conditions_of
from macros.model.project import WAYS

SEVERITIES = ("low", "medium", "high")
Only = dict[str, list[str]]  # the answers for which something counts, by question


class CutActivity(TypedDict):
    """An activity: what it needs and makes (product and rank of its state), and the ways to do less of it."""

    id: str
    phase: int
    inputs: list[tuple[str, int]]
    outputs: list[tuple[str, int]]
    only: Only
    severity: int
    never: bool
    into: str  # what it is merged into; empty where nobody says
    when: dict[str, Only]


class CutCriterion(TypedDict):
    """An exit criterion, with its evidence."""

    ref: str
    phase: int
    products: list[str]
    activities: list[str]
    only: Only


class CutLesson(TypedDict):
    """A lesson, with the activities that it belongs to."""

    id: str
    at: list[str]
    only: Only


class Graph(TypedDict):
    """All of it. Phases are counted from 0, in order."""

    activities: list[CutActivity]
    criteria: list[CutCriterion]
    lessons: list[CutLesson]
    outside: list[str]  # products that no activity makes


def graph_of(handbook: Handbook) -> Graph:
    """Return the graph of a handbook."""
    position = {phase.id: index for index, phase in enumerate(handbook.all(Phase))}
    named = about(handbook)
    return {
        "activities": [_activity(each, position, named) for each in handbook.all(Activity)],
        "criteria": [
            {
                "ref": f"{Phase.folder}/{phase.id}#{criterion.id}",
                "phase": position[phase.id],
                "products": list(criterion.products),
                "activities": list(criterion.activities),
                "only": _only(criterion, named),
            }
            for phase in handbook.all(Phase)
            for criterion in phase.exit_criteria
        ],
        "lessons": [
            {"id": lesson.id, "at": list(lesson.activities), "only": _only(lesson, named)}
            for lesson in handbook.all(Lesson)
        ],
        "outside": [product.id for product in handbook.all(Product) if product.external],
    }


def _activity(activity: Activity, position: dict[str, int], named: str) -> CutActivity:
    ways = activity.tailoring
    judged = {way: getattr(ways, way).when for way in WAYS if getattr(ways, way)}
    merge = ways.merge
    return {
        "id": activity.id,
        "phase": position[activity.phase],
        "inputs": [(use.product, RANK[use.state]) for use in activity.inputs],
        "outputs": [(use.product, RANK[use.state]) for use in activity.outputs],
        "only": _only(activity, named),
        "severity": SEVERITIES.index(activity.if_skipped.severity),
        "never": bool(ways.drop and ways.drop.never),
        "into": (merge.with_ or "") if merge else "",
        "when": {way: _listed(when.answers) for way, when in judged.items() if when},
    }


def _only(record: Any, named: str) -> Only:
    return _listed(conditions_of(record, named))


def _listed(answers: Any) -> Only:
    return {question: list(given) for question, given in answers.items()}
