"""Nothing is orphaned: what stands in content is used by something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Activity, Phase, Workstream

EXPECTED = {
    "product": (
        "unused",
        "no activity makes or uses this product.",
        "Add it to the inputs or outputs of an activity.",
    ),
    "source": ("uncited", "nothing cites this source.", "Cite it as evidence, or delete the file."),
    "role": (
        "idle",
        "this role takes part in nothing.",
        "Name it in the roles of an activity, or delete the file.",
    ),
    "workstream": ("empty", "no activity belongs to this workstream.", "Add an activity to it."),
    "phase": ("empty", "no activity belongs to this phase.", "Add an activity to it."),
}
BY = {
    "product": ("activity", "phase"),
    "role": ("activity", "role"),
    "workstream": ("activity",),
    "phase": ("activity",),
}


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each record that nothing leads to, and for each cell of the map that is empty without a reason.

    Says nothing while records cannot be read: they may be what is missed.
    """
    if world.broken:
        return
    for kind, (code, message, hint) in EXPECTED.items():
        for record in world.handbook.all(kind):
            if _answers_for(world, record) and not any(
                link.origin.kind in BY.get(kind, (link.origin.kind,))
                for link in world.handbook.links_to(record)
            ):
                yield world.problem(record, (), code, message, hint)
    yield from _cells(world)


def _answers_for(world: World, record: Any) -> bool:
    """Whether it is for this handbook to mend `record`: what hiding and replacing leave unused in the one that it follows may stay."""
    return world.handbook.overlay is None or world.handbook.is_own(record)


def _cells(world: World) -> Iterator[Problem]:
    full = {(a.phase, a.workstream) for a in world.handbook.all(Activity)}
    for phase in (phase for phase in world.handbook.all(Phase) if _answers_for(world, phase)):
        said = {cell.workstream for cell in phase.empty_cells}
        for index, cell in enumerate(phase.empty_cells):
            if (phase.id, cell.workstream) in full:
                yield world.problem(
                    phase,
                    ("empty_cells", index),
                    "not-empty",
                    "an activity stands in this cell of the map, so it is not empty.",
                    "Delete this entry.",
                )
        for stream in world.handbook.all(Workstream):
            if (phase.id, stream.id) not in full and stream.id not in said:
                yield world.problem(
                    phase,
                    ("empty_cells",),
                    "thin",
                    f"the cell for “{stream.title}” ({stream.id}) is empty and does not say why.",
                    "Add the workstream and the reason to empty_cells.",
                    "warning",
                )
