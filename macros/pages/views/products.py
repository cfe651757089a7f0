"""Where products are made, used and updated; the whole flow of them, with the numbers that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Phase, Product, Role


@dataclass(frozen=True)
class Life:
    """One product's way through the activities, in the order of the work."""

    product: Any
    made: tuple[tuple[Any, str], ...]
    used: tuple[tuple[Any, str], ...]
    criteria: tuple[tuple[Any, Any], ...]
    approvers: tuple[Any, ...]


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


def life(handbook: Handbook, flow: Flow, product: Any) -> Life:
    """Who makes, updates, uses and approves `product`."""
    made = tuple((a, u.state) for a in flow.order for u in a.outputs if u.product == product.id)
    used = tuple((a, u.state) for a in flow.order for u in a.inputs if u.product == product.id)
    criteria = tuple((p, c) for p in handbook.all(Phase) for c in p.exit_criteria if product.id in c.products)
    approvers = {id: None for a, _ in made for id in a.roles.approve}
    return Life(product, made, used, criteria, tuple(handbook.get(Role, id) for id in approvers))


def lives(handbook: Handbook, flow: Flow) -> list[Life]:
    """Every product in the order in which it first appears in the work."""
    found = [life(handbook, flow, product) for product in handbook.all(Product)]
    place = {a.id: i for i, a in enumerate(flow.order)}
    return sorted(
        found, key=lambda one: (min((place[a.id] for a, _ in one.made), default=-1), one.product.title)
    )


def proof(handbook: Handbook) -> Proof:
    """The numbers, counted from the records."""
    activities, products = handbook.all(Activity), handbook.all(Product)
    return Proof(
        len(activities),
        len(products),
        sum(len(a.inputs) for a in activities),
        sum(len(a.outputs) for a in activities),
        sum(p.external for p in products),
        sum(p.end_product for p in products),
        sum(len(p.exit_criteria) for p in handbook.all(Phase)),
    )
