"""Every reference points to a record that exists, of the right kind."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import KINDS, Phase, Record
from macros.model.fields import StepRef
from macros.model.references import Reference, references
from macros.similarity import suggest

UNKNOWN = "there is no {kind} “{id}”."
NO_STEP = "the activity “{id}” has no step “{step}”."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each reference to nothing, with the nearest id that exists."""
    for record in world.handbook:
        for ref in references(record):
            if ref.key in world.handbook.hidden and not world.handbook.is_own(record, ref.path):
                continue  # said where records are hidden
            yield from (
                _step(world, record, ref) if isinstance(ref.mark, StepRef) else _record(world, record, ref)
            )


def _record(world: World, record: Record, ref: Reference) -> Iterator[Problem]:
    kind, id = ref.mark.kind, ref.id  # type: ignore[union-attr]
    if id in ref.mark.also or world.knows(kind, id):  # type: ignore[union-attr]
        return
    if kind == "*":
        kind, slash, id = id.partition("/")
        if not slash or kind not in KINDS:
            example = next((f", such as phase/{phase.id}" for phase in world.handbook.all(Phase)), "")
            yield world.problem(
                record,
                ref.path,
                "unknown-kind",
                f"“{ref.id}” does not name a record.",
                f"Write the kind, a slash and the id{example}. The kinds are: {', '.join(sorted(KINDS))}.",
            )
            return
    yield world.problem(
        record, ref.path, "unknown-id", UNKNOWN.format(kind=kind, id=id), _advice(world, kind, id)
    )


def _step(world: World, record: Record, ref: Reference) -> Iterator[Problem]:
    id, _, anchor = ref.id.partition("#")
    if not world.knows("activity", id):
        yield world.problem(
            record,
            ref.path,
            "unknown-id",
            UNKNOWN.format(kind="activity", id=id),
            _advice(world, "activity", id),
        )
        return
    activity, step = world.handbook.step(ref.id)
    if anchor and activity and not step:
        steps = [s.id for s in activity.steps]
        yield world.problem(
            record,
            ref.path,
            "unknown-step",
            NO_STEP.format(id=id, step=anchor),
            suggest(anchor, steps) or f"Its steps are: {', '.join(steps)}.",
        )


def _advice(world: World, kind: str, id: str) -> str:
    if (kind, id) in world.handbook.hidden:
        return f"You hide it yourself, in {world.handbook.overlay.folder}/hidden.yml."  # type: ignore[union-attr]
    records = world.handbook.records[kind]
    for record in records.values():
        if id in record.formerly:
            return f"It is now called “{record.id}”."
    if near := suggest(id, records):
        return near
    if 0 < len(records) <= 15:
        return f"There are: {', '.join(records)}."
    return (
        f"The ids are the file names in content/{KINDS[kind].folder}/."
        if hasattr(KINDS[kind], "folder") and KINDS[kind].folder
        else ""
    )
