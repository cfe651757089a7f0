"""Nothing is orphaned: what is in content is used by something."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Activity, Phase, Record, Workstream

# Code, message and hint, by the kind of record that something must use.
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
# The kinds of record that count as users; any, where a kind is not named here.
USERS = {
    "product": ("activity", "phase"),
    "role": ("activity", "role"),
    "workstream": ("activity",),
    "phase": ("activity",),
}


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each record that nothing leads to, and for each unexplained empty cell of the map.

    Say nothing while records cannot be read: they may be the ones that lead there.
    """
    if world.broken:
        return
    for kind, problem in EXPECTED.items():
        for record in world.handbook.all(kind):
            if _answers_for(world, record) and not _is_used(world, record):
                yield world.problem(record, (), *problem)
    yield from _cells(world)


def _is_used(world: World, record: Record) -> bool:
    users = {link.origin.kind for link in world.handbook.links_to(record)}
    return bool(users & set(USERS[record.kind]) if record.kind in USERS else users)


def _answers_for(world: World, record: Record) -> bool:
    """Return whether this handbook must correct `record`.

    What hiding and replacing leave unused in the original handbook may stay.
    """
    return world.handbook.overlay is None or world.handbook.is_own(record)


def _cells(world: World) -> Iterator[Problem]:
    full = {(activity.phase, activity.workstream) for activity in world.handbook.all(Activity)}
    for phase in world.handbook.all(Phase):
        if not _answers_for(world, phase):
            continue
        for index, cell in enumerate(phase.empty_cells):
            if (phase.id, cell.workstream) in full:
                yield world.problem(
                    phase,
                    ("empty_cells", index),
                    "not-empty",
                    "an activity is in this cell of the map, so it is not empty.",
                    "Delete this entry.",
                )
        explained = {cell.workstream for cell in phase.empty_cells}
        for workstream in world.handbook.all(Workstream):
            if (phase.id, workstream.id) not in full and workstream.id not in explained:
                yield world.problem(
                    phase,
                    ("empty_cells",),
                    "thin",
                    f"the cell for “{workstream.title}” ({workstream.id}) is empty and does not say why.",
                    "Add the workstream and the reason to empty_cells.",
                    "warning",
                )
