"""From a reader's project to a plan: its dates and lengths, what it leaves out, and what is done."""

from __future__ import annotations

from datetime import date

from macros.loading.fingerprint import mark_of_text
from macros.loading.flow import Flow
from macros.loading.planning.network import heir_of, network, without
from macros.loading.planning.plan_table import Layer, Table
from macros.loading.planning.windows import Avoid, Wishes, planned
from macros.loading.vocabulary import about
from macros.model import Activity
from macros.model.conditions import applies, conditions_of
from macros.model.project import Project
from macros.refusal import Refusal

EARLIEST = date(1990, 1, 1)  # no plan reaches out of the calendar from here, nor from the latest
LATEST = date(2199, 12, 31)


def wishes_of(project: Project) -> Wishes:
    """Return what the team plans with. Raise Refusal where the go-live is missing or out of reach."""
    plan = project.plan
    if plan.go_live is None:
        raise Refusal("The project has no go-live date. Give one on the page of the plan, and save it again.")
    if not EARLIEST <= plan.go_live <= LATEST:
        raise Refusal(f"The go-live is {plan.go_live}. Give a date from {EARLIEST} to {LATEST}.")
    avoid = [Avoid(time.first, time.last, time.why) for time in plan.avoid]
    return Wishes(plan.go_live, plan.lengths, avoid, plan.pay_days, plan.go_live_why)


def cuts_of(flow: Flow, project: Project) -> dict[str, str]:
    """Return the activities that are left out, each with the one that takes it over, or nothing.

    They are what the team cut, and what does not count for a project like theirs.
    """
    handbook = flow.handbook
    cuts = {
        activity.id: ""
        for activity in handbook.all(Activity)
        if not applies(conditions_of(activity, about(handbook)), project.profile)
    }
    for name, cut in project.cuts.items():
        activity = handbook.find(Activity, name)
        if activity and cut.way != "shrink":
            cuts[name] = heir_of(activity) if cut.way == "merge" else ""
    return cuts


def is_done(activity: Activity, project: Project) -> bool:
    """Return whether everything is ticked that shows that the activity is done, or the activity itself."""
    whole = f"{activity.folder}/{activity.id}"
    shown = [f"{whole}#done-{mark_of_text(text)}" for text in activity.done_when]
    return whole in project.ticks or (bool(shown) and project.ticks.keys() >= set(shown))


def table_of(flow: Flow, project: Project, today: date) -> Table:
    """Return the plan of a project, with its states on the day `today`. Raise Refusal as `wishes_of` does."""
    whole = network(flow)
    left = without(whole, cuts_of(flow, project))
    plan = planned(left, wishes_of(project))
    if not plan.windows:
        raise Refusal("No phase next to the go-live has a length, so there is nothing to count.")
    done = {activity.id for activity in flow.order if is_done(activity, project)}
    return Table(flow.handbook, whole, left, plan, Layer(done, project.owners), today)
