"""What matters most in a phase is done in that phase, and named once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Activity, Phase


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each activity that a phase puts first though it is another phase's, or twice."""
    for phase in world.handbook.all(Phase):
        seen: set[str] = set()
        for index, priority in enumerate(phase.matters_most):
            path = ("matters_most", index, "activity")
            activity = world.handbook.find(Activity, priority.activity)
            if activity is not None and activity.phase != phase.id:
                message = f"“{activity.title}” is done in the phase “{activity.phase}”."
                hint = f"Name an activity of the phase “{phase.id}”."
                yield world.problem(phase, path, "other-phase", message, hint)
            if priority.activity in seen:
                message = f"“{priority.activity}” is named here twice."
                yield world.problem(phase, path, "named-twice", message, "Delete one of the two.")
            seen.add(priority.activity)
