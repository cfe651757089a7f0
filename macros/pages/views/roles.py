"""Everything for one role, by phase, computed from the activities that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Phase, Role

PARTS = ("lead", "approve", "contribute", "inform")


@dataclass(frozen=True)
class Part:
    """One activity, and what the role does in it (`lead`, `approve`, `contribute` or `inform`)."""

    activity: Any
    part: str


def parts(handbook: Handbook, flow: Flow, role: Any) -> list[tuple[Any, list[Part]]]:
    """The activities of `role` by phase, in the order of the work."""
    found: dict[str, list[Part]] = {}
    for activity in flow.order:
        if part := part_in(activity, role.id):
            found.setdefault(activity.phase, []).append(Part(activity, part))
    return [(phase, found[phase.id]) for phase in handbook.all(Phase) if phase.id in found]


def part_in(activity: Any, role: str) -> str:
    """What the role does in the activity; empty when it takes no part."""
    roles = activity.roles
    return next((p for p in PARTS if role == getattr(roles, p) or role in _several(getattr(roles, p))), "")


def chart(handbook: Handbook) -> list[tuple[Any, int]]:
    """Roles in the order of who answers to whom, each with its depth. Roles that report to nobody come first."""
    below: dict[str | None, list[Any]] = {}
    known = handbook.records["role"]
    for role in handbook.all(Role):
        below.setdefault(role.reports_to if role.reports_to in known else None, []).append(role)
    ordered: list[tuple[Any, int]] = []

    def take(parent: str | None, depth: int) -> None:
        for role in sorted(below.get(parent, ()), key=lambda r: (r.id not in below, r.title)):
            if (role, depth) not in ordered and depth < len(known):
                ordered.append((role, depth))
                take(role.id, depth + 1)

    take(None, 0)
    for role in handbook.all(Role):  # those that answer to each other in a circle
        if all(role is not one for one, _ in ordered):
            ordered.append((role, 0))
    return ordered


def _several(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)
