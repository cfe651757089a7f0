"""A crosswalk uses the ids of its own list, each once. That records exist, another rule proves."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Crosswalk
from macros.model.fields import FieldPath
from macros.similarity import suggest


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each id that the list has twice, or that a pair or a part uses and it has not."""
    for walk in world.handbook.all(Crosswalk):
        ids: list[str] = []
        for index, entry in enumerate(walk.entries):
            yield from _once(world, walk, ("entries", index, "id"), entry.id, ids)
        for index, entry in enumerate(walk.entries):
            for number, parent in enumerate(entry.parent):
                yield from _listed(world, walk, ("entries", index, "parent", number), parent, ids)
        paired: list[str] = []
        for index, pair in enumerate(walk.pairs):
            path = ("pairs", index, "theirs")
            yield from _once(world, walk, path, pair.theirs, paired)
            yield from _listed(world, walk, path, pair.theirs, ids)
            ours: list[str] = []
            for number, name in enumerate(pair.ours):
                yield from _once(world, walk, ("pairs", index, "ours", number), name, ours)


def _once(world: World, walk: Crosswalk, path: FieldPath, id: str, seen: list[str]) -> Iterator[Problem]:
    """Yield a problem where `id` has been seen, and remember it."""
    if id in seen:
        message = f"“{id}” is here twice."
        yield world.problem(walk, path, "twice-in-crosswalk", message, "Join the two, or delete one.")
    seen.append(id)


def _listed(
    world: World, walk: Crosswalk, path: FieldPath, id: str, ids: Collection[str]
) -> Iterator[Problem]:
    if id not in ids:
        hint = suggest(id, ids) or "Use an id of the list under “entries”, or add it there."
        message = f"the list of this framework has no “{id}”."
        yield world.problem(walk, path, "not-in-list", message, hint)
