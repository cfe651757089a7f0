"""The order of work as plain data: which activity waits for which, inside each phase.

The browser plans from the same data with the same rules (`overrides/assets/plan/core.js`), and a test holds
both to one result. So nothing here is more than names, lists and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from macros.loading.flow import RANK, Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Migration, Phase


@dataclass(frozen=True)
class Task:
    """An activity in the plan: its phase, and the activities of its phase that it waits for."""

    id: str
    phase: str
    after: frozenset[str]


@dataclass(frozen=True)
class Network:
    """Phases and tasks in the order of work. The go-live is at the end of the phase `live`."""

    phases: tuple[str, ...]
    tasks: tuple[Task, ...]
    live: str


def network(flow: Flow) -> Network:
    """Return the order of work of a handbook.

    Inside its phase, an activity waits for what it starts after, and for what makes or changes its inputs.
    """
    tasks = tuple(
        Task(activity.id, activity.phase, frozenset(flow.before[activity.id] | _changing(flow, activity)))
        for activity in flow.order
    )
    return Network(tuple(flow.handbook.records["phase"]), tasks, live_phase(flow.handbook))


def live_phase(handbook: Handbook) -> str:
    """Return the phase that ends with the go-live; an empty text where there is no phase.

    The key migration says it, or else most of the others. Where none does, it is the last phase.
    """
    phases = [phase.id for phase in handbook.all(Phase)]
    moves = handbook.all(Migration)
    key = handbook.framework.key_migration
    for some in ([move for move in moves if move.id == key], moves):
        named = Counter(phase for move in some for phase in _live_phases(move) if phase in phases)
        if named:
            return max(phases, key=lambda phase: named[phase])
    return phases[-1] if phases else ""


def heir_of(activity: Activity) -> str:
    """Return the activity with which `activity` can be joined; an empty text where none is named."""
    merge = activity.tailoring.merge
    return (merge.with_ if merge else None) or ""


def without(whole: Network, cuts: Mapping[str, str]) -> Network:
    """Return the network without the activities in `cuts`.

    Each names the activity that takes over its work, or nothing. Who waited for it now waits for that one, or
    else for what it waited for itself.
    """
    here = {task.id: task.phase for task in whole.tasks}
    after = {task.id: set(task.after) for task in whole.tasks}
    for task in whole.tasks:
        if task.id not in cuts:
            continue
        heir = cuts[task.id]
        inherits = heir not in cuts and here.get(heir) == task.phase
        waited = after.pop(task.id)
        if inherits:
            after[heir] |= waited
        for other, firsts in after.items():
            if task.id in firsts:
                firsts.discard(task.id)
                firsts |= {heir} if inherits else waited
                firsts.discard(other)
        if inherits:
            after[heir].discard(heir)
    left = (replace(task, after=frozenset(after[task.id])) for task in whole.tasks if task.id in after)
    return replace(whole, tasks=tuple(left))


def _changing(flow: Flow, activity: Activity) -> set[str]:
    """Return the activities of the same phase that make or change what `activity` needs."""
    return {
        maker.id
        for use in activity.inputs
        for maker, state in flow.makers[use.product]
        if maker.phase == activity.phase and maker.id != activity.id and RANK[state] >= RANK[use.state]
    }


def _live_phases(move: Migration) -> list[str]:
    return [stone.phase for stone in move.timeline.milestones if stone.go_live and stone.phase]
