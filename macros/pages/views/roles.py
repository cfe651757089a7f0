"""Everything for one role, by phase, computed from the activities that name it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Phase, Role, Side
from macros.pages.views.registry import view

PARTS = ("lead", "approve", "contribute", "inform")


@dataclass(frozen=True)
class Part:
    """One activity, and what the role does in it (`lead`, `approve`, `contribute` or `inform`)."""

    activity: Activity
    part: str


@view
def parts(handbook: Handbook, flow: Flow, role: Role) -> list[tuple[Phase, list[Part]]]:
    """Return the activities of `role` by phase: what it leads, then what it approves, and so on.

    Within each, they are in the order of the work.
    """
    by_phase: dict[str, list[Part]] = {}
    for activity in flow.order:
        if part := part_in(activity, role.id):
            by_phase.setdefault(activity.phase, []).append(Part(activity, part))
    for taken in by_phase.values():
        taken.sort(key=lambda part: PARTS.index(part.part))
    return [(phase, by_phase[phase.id]) for phase in handbook.all(Phase) if phase.id in by_phase]


@view
def part_in(activity: Activity, role: str) -> str:
    """Return what the role does in the activity; an empty text when it takes no part."""
    roles = activity.roles
    parts = {
        "lead": (roles.lead,),
        "approve": roles.approve,
        "contribute": roles.contribute,
        "inform": roles.inform,
    }
    return next((part for part, ids in parts.items() if role in ids), "")


@view
def chart_by_side(handbook: Handbook) -> list[tuple[Side, list[tuple[Role, int]]]]:
    """Return the chart of roles by side, each side as deep as it has to be. Sides without roles are left
    out.
    """
    every = chart(handbook)
    groups = [(side, [row for row in every if row[0].side == side.id]) for side in handbook.all(Side)]
    return [(side, _undented(rows)) for side, rows in groups if rows]


def _undented(rows: list[tuple[Role, int]]) -> list[tuple[Role, int]]:
    least = min(depth for _, depth in rows)
    return [(role, depth - least) for role, depth in rows]


def chart(handbook: Handbook) -> list[tuple[Role, int]]:
    """Return roles in the order of who answers to whom, each with its depth.

    Roles that report to nobody come first. Roles that answer to each other in a circle come last.
    """
    roles = handbook.all(Role)
    known = {role.id for role in roles}
    below: dict[str | None, list[Role]] = {}
    for role in roles:
        below.setdefault(role.reports_to if role.reports_to in known else None, []).append(role)
    ordered: list[tuple[Role, int]] = []

    def take(parent: str | None, depth: int) -> None:
        for role in sorted(below.get(parent, ()), key=lambda role: (role.id not in below, role.title)):
            if (role, depth) not in ordered and depth < len(roles):
                ordered.append((role, depth))
                take(role.id, depth + 1)

    take(None, 0)
    placed = {role.id for role, _ in ordered}
    return [*ordered, *((role, 0) for role in roles if role.id not in placed)]
