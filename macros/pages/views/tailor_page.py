"""The page that tailors: what a team is asked, and every activity in the order of the work."""

from __future__ import annotations

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.loading.vocabulary import Asked, vocabulary
from macros.model import Activity, Phase
from macros.model.hidden import DoneWithLess
from macros.pages.views.registry import view


@view
def asked(handbook: Handbook) -> list[Asked]:
    """Return every question about a project, with the answers to pick from."""
    return list(vocabulary(handbook).values())


@view
def in_order_of_work(handbook: Handbook, flow: Flow) -> list[tuple[Phase, list[Activity]]]:
    """Return each phase with its activities, in the order in which they can be done."""
    return [
        (phase, [activity for activity in flow.order if activity.phase == phase.id])
        for phase in handbook.all(Phase)
    ]


@view
def done_with_less(handbook: Handbook, record: Activity) -> DoneWithLess | None:
    """Return how the team of a local handbook does less of an activity, or None where it does all of it."""
    less = handbook.overlay.tailoring.less if handbook.overlay else ()
    return next((entry for entry in less if entry.record == f"{record.folder}/{record.id}"), None)
