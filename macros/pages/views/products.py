"""Where products are made, used and updated: the flow of all of them, with the numbers that prove it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, Hiding
from macros.model import Activity, Phase, Product, Role
from macros.model.phase import Criterion
from macros.model.product import OutlineItem
from macros.pages.views.registry import view

STEM = 4  # letters of a word that an ending leaves as they are; shorter words say little
NEW_WORDS = 2

Uses = tuple[tuple[Activity, str], ...]  # activities, each with the state of the product


@dataclass(frozen=True)
class Life:
    """One product's way through the activities, in the order of the work."""

    product: Product
    made: Uses
    used: Uses
    criteria: tuple[tuple[Phase, Criterion], ...]
    approvers: tuple[Role, ...]


@dataclass(frozen=True)
class Proof:
    """The numbers of the flow: how many inputs there are and how each is accounted for."""

    activities: int
    products: int
    inputs: int
    outputs: int
    external: int
    ends: int
    criteria: int


@view
def life(handbook: Handbook, flow: Flow, product: Product, hiding: Hiding = NOTHING) -> Life:
    """Return who makes, updates, uses and approves `product`, without what is hidden."""
    made, used = (_in_order(flow, known.get(product.id, ()), hiding) for known in (flow.makers, flow.users))
    criteria = tuple(
        (phase, criterion)
        for phase in handbook.all(Phase)
        for criterion in phase.exit_criteria
        if product.id in criterion.products and not hiding.criterion(phase, criterion)
    )
    approvers = dict.fromkeys(role for activity, _ in made for role in activity.roles.approve)
    return Life(product, made, used, criteria, tuple(handbook.get(Role, role) for role in approvers))


def _in_order(flow: Flow, uses: Iterable[tuple[Activity, str]], hiding: Hiding) -> Uses:
    kept = (use for use in uses if use[0].id not in hiding.activities)
    return tuple(sorted(kept, key=lambda use: flow.place[use[0].id]))


@view
def lives(handbook: Handbook, flow: Flow) -> list[Life]:
    """Return every product in the order in which it first appears in the work."""

    def place(one: Life) -> tuple[int, str]:
        return min((flow.place[activity.id] for activity, _ in one.made), default=-1), one.product.title

    return sorted((life(handbook, flow, product) for product in handbook.all(Product)), key=place)


@view
def lives_by_phase(handbook: Handbook, flow: Flow) -> list[tuple[Phase | None, list[Life]]]:
    """Return products by the phase in which each is first made; those from outside first, without a phase."""
    every = lives(handbook, flow)
    phases: list[Phase | None] = [None, *handbook.all(Phase)]
    groups = [
        (phase, [one for one in every if _first_phase(one) == (phase.id if phase else "")])
        for phase in phases
    ]
    return [(phase, group) for phase, group in groups if group]


@view
def usual_availability(handbook: Handbook) -> str:
    """Return how most products can be had, which a list says once; an empty text without products."""
    ways = Counter(product.availability for product in handbook.all(Product))
    return max(ways, key=ways.__getitem__, default="")


@view
def says_more(item: OutlineItem) -> bool:
    """Return whether what a section is about says more than the question that asks for it."""
    return not item.prompt or len(_stems(item.covers) - _stems(item.prompt)) >= NEW_WORDS


@view
def proof(handbook: Handbook) -> Proof:
    """Return the numbers, counted from the records."""
    activities = handbook.all(Activity)
    products = handbook.all(Product)
    return Proof(
        activities=len(activities),
        products=len(products),
        inputs=sum(len(activity.inputs) for activity in activities),
        outputs=sum(len(activity.outputs) for activity in activities),
        external=sum(product.external for product in products),
        ends=sum(product.end_product for product in products),
        criteria=sum(len(phase.exit_criteria) for phase in handbook.all(Phase)),
    )


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= STEM}


def _first_phase(one: Life) -> str:
    return one.made[0][0].phase if one.made else ""
