"""Every reference points to a record that exists, of the right kind."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import KINDS, Phase, Record
from macros.model.fields import Ref, StepRef
from macros.model.references import Reference, references
from macros.similarity import suggest

UNKNOWN = "there is no {kind} “{id}”."
NO_STEP = "the activity “{id}” has no step “{step}”."
FEW = 15  # ids of a kind that an advice still lists


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each reference to nothing, with the nearest id that exists."""
    for record in world.handbook:
        for reference in references(record):
            if reference.key in world.handbook.hidden and not world.handbook.is_own(record, reference.path):
                continue  # reported where records are hidden
            if isinstance(reference.mark, StepRef):
                yield from _step(world, record, reference)
            else:
                yield from _record(world, record, reference, reference.mark)


def _record(world: World, record: Record, reference: Reference, mark: Ref) -> Iterator[Problem]:
    if reference.id in mark.also or world.knows(mark.kind, reference.id):
        return
    if mark.kind != "*":
        yield _unknown(world, record, reference, mark.kind, reference.id)
        return
    kind, slash, name = reference.id.partition("/")
    if slash and kind in KINDS:
        yield _unknown(world, record, reference, kind, name)
        return
    example = next((f", such as phase/{phase.id}" for phase in world.handbook.all(Phase)), "")
    yield world.problem(
        record,
        reference.path,
        "unknown-kind",
        f"“{reference.id}” does not name a record.",
        f"Write the kind, a slash and the id{example}. The kinds are: {', '.join(sorted(KINDS))}.",
    )


def _step(world: World, record: Record, reference: Reference) -> Iterator[Problem]:
    name, _, anchor = reference.id.partition("#")
    if not world.knows("activity", name):
        yield _unknown(world, record, reference, "activity", name)
        return
    activity, step = world.handbook.step(reference.id)
    if anchor and activity and not step:
        steps = [step.id for step in activity.steps]
        yield world.problem(
            record,
            reference.path,
            "unknown-step",
            NO_STEP.format(id=name, step=anchor),
            suggest(anchor, steps) or f"Its steps are: {', '.join(steps)}.",
        )


def _unknown(world: World, record: Record, reference: Reference, kind: str, name: str) -> Problem:
    message = UNKNOWN.format(kind=kind, id=name)
    return world.problem(record, reference.path, "unknown-id", message, _advice(world, kind, name))


def _advice(world: World, kind: str, name: str) -> str:
    """Return what to write instead of an id that does not exist."""
    overlay = world.handbook.overlay
    if overlay and (kind, name) in overlay.hidden:
        return f"You hide it yourself, in {overlay.folder}/hidden.yml."
    if (kind, name) in world.drafts:
        return "It is a draft, so it is not on the site. Finish it, or take this out until then."
    records = world.handbook.records[kind]
    for record in records.values():
        if name in record.formerly:
            return f"It is now called “{record.id}”."
    if near := suggest(name, records):
        return near
    if 0 < len(records) <= FEW:
        return f"There are: {', '.join(records)}."
    folder = KINDS[kind].folder
    return f"The ids are the file names in content/{folder}/." if folder else ""
