"""Ids are addresses: each exists once, in whatever case, and an id that was given up stays given up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import PAGES_OF, Activity, Migration, Phase, Record
from macros.model.fields import FieldPath

KEEP_ONE = "Keep one of the two."


class _Part(Protocol):
    @property
    def id(self) -> str: ...


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for ids used twice, and for axes that name a record twice or not at all."""
    yield from _former(world)
    yield from _inner(world)
    yield from _axes(world)
    yield from _doubled(world)
    yield from _addresses(world)


def _former(world: World) -> Iterator[Problem]:
    for records in world.handbook.records.values():
        claimed: dict[str, Record] = {}
        for record in records.values():
            for index, former in enumerate(record.formerly):
                if message := _conflict(former, records, claimed):
                    yield world.problem(record, ("formerly", index), "id-in-use", *message)
                claimed.setdefault(former, record)


def _conflict(former: str, records: Iterable[str], claimed: dict[str, Record]) -> tuple[str, str] | None:
    if former in records:
        return f"the id “{former}” belongs to another record now.", "An id is never used again."
    if former in claimed:
        other = claimed[former].id
        return (
            f"“{other}” says as well that it was called “{former}”.",
            "Only one record can inherit an address.",
        )
    return None


def _inner(world: World) -> Iterator[Problem]:
    """Yield a problem for ids that stand twice inside a record, where they are anchors of its page."""
    for activity in world.handbook.all(Activity):
        yield from _twice(world, activity, [(("steps",), activity.steps)])
    for phase in world.handbook.all(Phase):
        yield from _twice(world, phase, [(("exit_criteria",), phase.exit_criteria)])
    for migration in world.handbook.all(Migration):
        lists: list[tuple[FieldPath, Sequence[_Part]]] = [
            (("timeline", "spans"), migration.timeline.spans),
            (("timeline", "milestones"), migration.timeline.milestones),
        ]
        yield from _twice(world, migration, lists)


def _twice(
    world: World, record: Record, lists: Iterable[tuple[FieldPath, Sequence[_Part]]]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, parts in lists:
        for index, part in enumerate(parts):
            if part.id in seen:
                yield world.problem(
                    record,
                    (*path, index, "id"),
                    "duplicate-id",
                    f"the id “{part.id}” is in this record twice.",
                    "Give one of them another id.",
                )
            seen.add(part.id)


def _axes(world: World) -> Iterator[Problem]:
    framework = world.handbook.framework
    for kind, listed in (("phase", framework.phases), ("workstream", framework.workstreams)):
        for name, times in Counter(listed).items():
            if times > 1:
                path = (f"{kind}s", listed.index(name))
                message = f"the {kind} “{name}” is listed twice."
                yield world.problem(framework, path, "duplicate-id", message, KEEP_ONE)
        for record in world.handbook.all(kind):
            if record.id not in listed:
                yield world.problem(
                    record,
                    (),
                    "not-listed",
                    f"this {kind} is not listed in framework.yml.",
                    _how_to_list(world, record, f"{kind}s", listed),
                )


def _doubled(world: World) -> Iterator[Problem]:
    """Yield a problem for what a menu, a layer or a route names twice, as readers would see it twice."""
    framework = world.handbook.framework
    lists: list[tuple[FieldPath, Sequence[str]]] = [(("menu",), framework.menu)]
    lists += [(("layers", index, "sections"), each.sections) for index, each in enumerate(framework.layers)]
    lists += [(("routes", index, "phases"), each.phases) for index, each in enumerate(framework.routes)]
    for path, names in lists:
        for index, name in enumerate(names):
            if name in names[:index]:
                message = f"“{name}” is listed here twice."
                yield world.problem(framework, (*path, index), "duplicate-id", message, KEEP_ONE)


def _addresses(world: World) -> Iterator[Problem]:
    """Yield a problem for each record whose page would be where the pages of another kind are."""
    homes = {home: kind for kind, home in PAGES_OF.items()}
    for kind, home in PAGES_OF.items():
        for record in world.handbook.all(kind):
            if other := homes.get(f"{home}/{record.id}"):
                message = f"the pages of the kind “{other}” are at this address."
                yield world.problem(record, (), "id-in-use", message, "Give the file another name.")


def _how_to_list(world: World, record: Record, name: str, listed: Sequence[str]) -> str:
    """Return how a record gets into the order of its kind."""
    overlay = world.handbook.overlay
    if overlay is None or not world.handbook.is_own(record) or not listed:
        return f"Add it to the list “{name}” there, where it comes in the order."
    line = f"{name}: {{add: {record.id}, after: {listed[-1]}}}"
    return f"Write “{line}” in {overlay.folder}/framework.yml, with the one that it comes after."
