"""The flow is proven: what an activity needs exists by then, what it makes is used, and nothing goes in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks.rules.context import World, quoted
from macros.loading.flow import RANK
from macros.loading.problem import Problem
from macros.model import Activity, Phase, Product


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each break in the flow of products and activities.

    Says nothing while records cannot be read or stand in no phase: what they make or need is not known then.
    """
    if world.broken or any(a.phase not in world.flow.position for a in world.handbook.all(Activity)):
        return
    for activity in world.handbook.all(Activity):
        yield from _inputs(world, activity)
        yield from _outputs(world, activity)
        yield from _sequence(world, activity)
        if not activity.outputs:
            yield world.problem(
                activity,
                ("outputs",),
                "no-output",
                "this activity makes nothing.",
                "Name at least one product that it makes or changes.",
            )
        if not activity.steps:
            yield world.problem(activity, ("steps",), "no-steps", "this activity has no steps.")
    yield from _cycle(world)
    for phase in world.handbook.all(Phase):
        yield from _criteria(world, phase)


def _inputs(world: World, activity: Any) -> Iterator[Problem]:
    flow = world.flow
    for index, use in enumerate(activity.inputs):
        product = world.handbook.find(Product, use.product)
        if product is None or product.external or flow.producers(activity, use.product, use.state):
            continue
        makers = [(m, s) for m, s in flow.makers[use.product] if m.id != activity.id]
        early = [m.title for m, s in makers if flow.phase(m) <= flow.phase(activity)]
        if early:
            best = max((s for m, s in makers if m.title in early), key=RANK.__getitem__)
            message = f"“{product.title}” is needed here as {use.state}, but by then it is only {best}."
            hint = f"It comes from {quoted(early)}. Ask for a state that it has, or let an earlier activity bring it there."
        elif makers:
            message = f"“{product.title}” is needed here before any activity has made it."
            hint = f"It is first made by {quoted(sorted({m.title for m, _ in makers}))}, in a later phase."
        else:
            message = f"no activity makes “{product.title}”."
            hint = "Add it to the outputs of an earlier activity, or write “external: true” in the product if it comes from outside."
        yield world.problem(activity, ("inputs", index, "product"), "no-producer", message, hint)


def _outputs(world: World, activity: Any) -> Iterator[Problem]:
    gates = {
        (c, p.id)
        for p in world.handbook.all(Phase)
        for criterion in p.exit_criteria
        for c in criterion.products
    }
    for index, use in enumerate(activity.outputs):
        product = world.handbook.find(Product, use.product)
        if product is None or product.end_product or world.flow.consumers(activity, use.product):
            continue
        here = world.flow.phase(activity)
        if not any(id == use.product and world.flow.position.get(phase, 0) >= here for id, phase in gates):
            yield world.problem(
                activity,
                ("outputs", index, "product"),
                "no-user",
                f"nothing uses “{product.title}” after this activity.",
                "Add it to the inputs of a later activity or to an exit criterion, or write “end_product: true” in the product.",
            )


def _sequence(world: World, activity: Any) -> Iterator[Problem]:
    for index, id in enumerate(activity.starts_after):
        first = world.handbook.find(Activity, id)
        if first and world.flow.phase(first) > world.flow.phase(activity):
            yield world.problem(
                activity,
                ("starts_after", index),
                "wrong-order",
                f"“{first.title}” stands in a later phase than this activity.",
                "An activity can only start after one of its own or an earlier phase.",
            )
        elif id == activity.id:
            yield world.problem(
                activity,
                ("starts_after", index),
                "cycle",
                "this activity waits for itself.",
                "Take it out of the list.",
            )


def _cycle(world: World) -> Iterator[Problem]:
    if circle := world.flow.cycle:
        titles = [world.handbook.get(Activity, id).title for id in circle]
        first = world.handbook.get(Activity, circle[0])
        yield world.problem(
            first,
            ("starts_after",) if first.starts_after else ("inputs",),
            "cycle",
            f"these activities wait for each other: {quoted(titles)}.",
            "Break the circle: one of them must be able to start first.",
        )


def _criteria(world: World, phase: Any) -> Iterator[Problem]:
    flow, here = world.flow, world.flow.position.get(phase.id, 0)
    for index, criterion in enumerate(phase.exit_criteria):
        if not criterion.activities and not criterion.products:
            yield world.problem(
                phase,
                ("exit_criteria", index),
                "no-evidence",
                "this exit criterion has no evidence.",
                "Name the activities or the products that show that it is met.",
            )
        for n, id in enumerate(criterion.products):
            product = world.handbook.find(Product, id)
            if (
                product
                and not product.external
                and not any(flow.phase(m) <= here for m, _ in flow.makers[id])
            ):
                yield world.problem(
                    phase,
                    ("exit_criteria", index, "products", n),
                    "no-producer",
                    f"no activity of this phase or an earlier one makes “{product.title}”.",
                )
        for n, id in enumerate(criterion.activities):
            activity = world.handbook.find(Activity, id)
            if activity and flow.phase(activity) > here:
                yield world.problem(
                    phase,
                    ("exit_criteria", index, "activities", n),
                    "wrong-order",
                    f"“{activity.title}” stands in a later phase, so it cannot be evidence here.",
                )
