"""What the page of the plan shows before a reader has given anything: the order of work, and dated cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.planning.cases import Cases, lasted, to_go_live
from macros.loading.planning.network import live_phase, network
from macros.loading.planning.windows import chain_of
from macros.model import Activity, Phase
from macros.pages.views.registry import view


@dataclass(frozen=True)
class Line:
    """One activity in the order of work: its number, and whether it is on the longest chain."""

    number: int
    activity: Activity
    chained: bool


@dataclass(frozen=True)
class Stretch:
    """One phase: its activities in the order of work, and how long it took others.

    `to_live` is None after the go-live.
    """

    phase: Phase
    lines: tuple[Line, ...]
    lasted: Cases
    to_live: Cases | None


@view
def stretches(handbook: Handbook, flow: Flow) -> list[Stretch]:
    """Return every phase with its activities in the order of work."""
    whole = network(flow)
    chain = chain_of(whole)
    lines = [
        Line(number, handbook.get(Activity, task.id), task.id in chain)
        for number, task in enumerate(whole.tasks, 1)
    ]
    return [
        Stretch(
            handbook.get(Phase, phase),
            tuple(line for line in lines if line.activity.phase == phase),
            lasted(handbook, phase),
            to_go_live(handbook, phase) if counted_to_live else None,
        )
        for phase, counted_to_live in _sides(whole.phases, whole.live)
    ]


@view
def goes_live(handbook: Handbook) -> Phase:
    """Return the phase that ends with the go-live."""
    return handbook.get(Phase, live_phase(handbook))


def _sides(phases: tuple[str, ...], live: str) -> Iterator[tuple[str, bool]]:
    """Yield each phase, and whether the go-live is still to come in it."""
    ahead = True
    for phase in phases:
        yield phase, ahead
        ahead = ahead and phase != live
