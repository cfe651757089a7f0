"""Ids are addresses: each stands once, in whatever case, and an id that was given up stays given up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Framework


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for ids used twice, and for axes that name a record twice or not at all."""
    yield from _former(world)
    yield from _inner(world)
    yield from _axes(world)


def _former(world: World) -> Iterator[Problem]:
    for records in world.handbook.records.values():
        claimed: dict[str, Any] = {}
        for record in records.values():
            for index, id in enumerate(record.formerly):
                if id in records:
                    yield world.problem(
                        record,
                        ("formerly", index),
                        "id-in-use",
                        f"the id “{id}” belongs to another record now.",
                        "An id is never used again.",
                    )
                elif id in claimed:
                    yield world.problem(
                        record,
                        ("formerly", index),
                        "id-in-use",
                        f"“{claimed[id].id}” says as well that it was called “{id}”.",
                        "Only one record can inherit an address.",
                    )
                claimed.setdefault(id, record)


def _inner(world: World) -> Iterator[Problem]:
    """Ids inside a record are anchors of its page."""
    for kind, names in {
        "activity": ("steps",),
        "phase": ("exit_criteria",),
        "migration": ("timeline.spans", "timeline.milestones"),
    }.items():
        for record in world.handbook.all(kind):
            seen: set[str] = set()
            for name in names:
                path = tuple(name.split("."))
                for index, part in enumerate(_at(record, path)):
                    if part.id in seen:
                        yield world.problem(
                            record,
                            (*path, index, "id"),
                            "duplicate-id",
                            f"the id “{part.id}” stands twice in this record.",
                            "Give one of them another id.",
                        )
                    seen.add(part.id)


def _axes(world: World) -> Iterator[Problem]:
    framework = world.handbook.find(Framework, "framework")
    for kind in ("phase", "workstream") if framework else ():
        listed = getattr(framework, f"{kind}s")
        for id, count in Counter(listed).items():
            if count > 1:
                yield world.problem(
                    framework,
                    (f"{kind}s", listed.index(id)),
                    "duplicate-id",
                    f"the {kind} “{id}” is listed twice.",
                )
        for record in world.handbook.all(kind):
            if record.id not in listed:
                yield world.problem(
                    record,
                    (),
                    "not-listed",
                    f"this {kind} is not listed in framework.yml.",
                    f"Add it to the list “{kind}s” there, where it comes in the order.",
                )


def _at(record: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        record = getattr(record, name)
    return record
