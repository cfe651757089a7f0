"""The moment that the work leads up to is a go-live by its type, and two sums are in one currency."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Migration

LIVE = "live"


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each go-live of another type, and for costs that cannot be compared."""
    for move in world.handbook.all(Migration):
        for index, stone in enumerate(move.timeline.milestones):
            if stone.go_live and stone.type not in (LIVE, None):
                yield world.problem(
                    move,
                    ("timeline", "milestones", index, "type"),
                    "go-live-not-live",
                    f"this is the go-live, so it is not “{stone.type}”.",
                    f"Write “type: {LIVE}”, or take “go_live” out.",
                )
        if move.budget and move.budget.planned.amount[:3] != move.budget.final.amount[:3]:
            yield world.problem(
                move,
                ("budget", "final", "amount"),
                "two-currencies",
                "the planned and the final cost are in two currencies.",
                "Give both in one, as a source does, or leave “budget” out.",
            )
