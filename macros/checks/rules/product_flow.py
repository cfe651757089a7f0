"""The flow of products holds: whatever an activity needs was made before, and whatever it makes is used.

Likewise, no activity waits for a later one, and every exit criterion can be shown to be met.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World, quoted
from macros.loading.flow import RANK
from macros.loading.problem import Problem
from macros.model import Activity, Phase, Product
from macros.model.activity import ProductUse
from macros.model.phase import Criterion


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each break in the flow of products and activities.

    Say nothing while records cannot be read or belong to no phase: what they make or need is not known then.
    """
    activities = world.handbook.all(Activity)
    if world.broken or any(activity.phase not in world.flow.position for activity in activities):
        return
    for activity in activities:
        yield from _inputs(world, activity)
        yield from _outputs(world, activity)
        yield from _sequence(world, activity)
        yield from _content(world, activity)
    yield from _cycle(world)
    for phase in world.handbook.all(Phase):
        yield from _criteria(world, phase)


def _content(world: World, activity: Activity) -> Iterator[Problem]:
    if not activity.outputs:
        hint = "Name at least one product that it makes or changes."
        yield world.problem(activity, ("outputs",), "no-output", "this activity makes nothing.", hint)
    if not activity.steps:
        yield world.problem(activity, ("steps",), "no-steps", "this activity has no steps.")


def _inputs(world: World, activity: Activity) -> Iterator[Problem]:
    for index, use in enumerate(activity.inputs):
        product = world.handbook.find(Product, use.product)
        if product is None or product.external or world.is_accepted(f"input:{Product.folder}/{use.product}"):
            continue
        if not world.flow.producers(activity, use.product, use.state):
            message, hint = _no_producer(world, activity, product, use)
            yield world.problem(activity, ("inputs", index, "product"), "no-producer", message, hint)


def _no_producer(world: World, activity: Activity, product: Product, use: ProductUse) -> tuple[str, str]:
    """Return why nothing gives `activity` the product that it uses, and what to do."""
    flow = world.flow
    makers = [(maker, state) for maker, state in flow.makers[use.product] if maker.id != activity.id]
    early = [(maker, state) for maker, state in makers if flow.phase(maker) <= flow.phase(activity)]
    if early:
        best = max((state for _, state in early), key=RANK.__getitem__)
        return (
            f"“{product.title}” is needed here as {use.state}, but by then it is only {best}.",
            f"It comes from {quoted(maker.title for maker, _ in early)}. "
            "Ask for a state that it has, or let an earlier activity bring it there.",
        )
    if makers:
        return (
            f"“{product.title}” is needed here before any activity has made it.",
            f"It is first made by {quoted(sorted({maker.title for maker, _ in makers}))}, in a later phase.",
        )
    return (
        f"no activity makes “{product.title}”.",
        "Add it to the outputs of an earlier activity, or write “external: true” in the product "
        "if it comes from outside.",
    )


def _outputs(world: World, activity: Activity) -> Iterator[Problem]:
    for index, use in enumerate(activity.outputs):
        product = world.handbook.find(Product, use.product)
        if product is None or product.end_product or world.flow.consumers(activity, use.product):
            continue
        if not _is_asked_for_later(world, activity, use.product) and not _was_used(world, use.product):
            yield world.problem(
                activity,
                ("outputs", index, "product"),
                "no-user",
                f"nothing uses “{product.title}” after this activity.",
                "Add it to the inputs of a later activity or to an exit criterion, "
                "or write “end_product: true” in the product.",
            )


def _was_used(world: World, product: str) -> bool:
    """Return whether an activity that the team hides uses the product."""
    hidden = (left.record for left in world.handbook.hidden.values())
    return any(
        use.product == product for record in hidden if isinstance(record, Activity) for use in record.inputs
    )


def _is_asked_for_later(world: World, activity: Activity, product: str) -> bool:
    """Return whether an exit criterion of its phase or a later one names the product."""
    here = world.flow.phase(activity)
    return any(
        product in criterion.products
        for phase in world.handbook.all(Phase)
        for criterion in phase.exit_criteria
        if world.flow.position[phase.id] >= here
    )


def _sequence(world: World, activity: Activity) -> Iterator[Problem]:
    for index, earlier in enumerate(activity.starts_after):
        first = world.handbook.find(Activity, earlier)
        if first and world.flow.phase(first) > world.flow.phase(activity):
            yield world.problem(
                activity,
                ("starts_after", index),
                "wrong-order",
                f"“{first.title}” is in a later phase than this activity.",
                "An activity can only start after one of its own or an earlier phase.",
            )
        elif earlier == activity.id:
            message = "this activity cannot start: it waits for its own result."
            yield world.problem(
                activity, ("starts_after", index), "cycle", message, "Take it out of the list."
            )


def _cycle(world: World) -> Iterator[Problem]:
    if circle := [world.handbook.get(Activity, activity) for activity in world.flow.cycle]:
        first = circle[0]
        yield world.problem(
            first,
            ("starts_after",) if first.starts_after else ("inputs",),
            "cycle",
            f"these activities wait for each other: {quoted(activity.title for activity in circle)}.",
            "Break the circle: one of them must be able to start first.",
        )


def _criteria(world: World, phase: Phase) -> Iterator[Problem]:
    for index, criterion in enumerate(phase.exit_criteria):
        decided = world.is_accepted(f"criterion:{Phase.folder}/{phase.id}#{criterion.id}")
        if decided or not world.applies(criterion):
            continue
        if not criterion.activities and not criterion.products:
            yield world.problem(
                phase,
                ("exit_criteria", index),
                "no-evidence",
                "this exit criterion has no evidence.",
                "Name the activities or the products that show that it is met.",
            )
        yield from _criterion(world, phase, index, criterion)


def _criterion(world: World, phase: Phase, index: int, criterion: Criterion) -> Iterator[Problem]:
    """Yield a problem for each product and activity that cannot show at the end of `phase` that the criterion
    is met.
    """
    flow = world.flow
    here = flow.position[phase.id]
    for number, name in enumerate(criterion.products):
        product = world.handbook.find(Product, name)
        if product is None or product.external:
            continue
        if not any(flow.phase(maker) <= here for maker, _ in flow.makers[name]):
            yield world.problem(
                phase,
                ("exit_criteria", index, "products", number),
                "no-producer",
                f"no activity of this phase or an earlier one makes “{product.title}”.",
            )
    for number, name in enumerate(criterion.activities):
        activity = world.handbook.find(Activity, name)
        if activity and flow.phase(activity) > here:
            yield world.problem(
                phase,
                ("exit_criteria", index, "activities", number),
                "wrong-order",
                f"“{activity.title}” is in a later phase, so it cannot be evidence here.",
            )
