"""The plan as rows: one for each activity, with its dates, its slack, and its state today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from macros.loading.handbook import Handbook
from macros.loading.planning.ical import Event
from macros.loading.planning.network import Network
from macros.loading.planning.standing import standing
from macros.loading.planning.windows import Due, Plan, Wishes
from macros.model import Activity, Phase, Role
from macros.model.words.plan_words import PlanWords

Cell = str | int | date


@dataclass(frozen=True)
class Layer:
    """What a team says beside its dates: what is done, and who does what, by role."""

    done: AbstractSet[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """A plan with the words for it. `whole` is the order of work before anything was cut."""

    handbook: Handbook
    whole: Network
    left: Network
    plan: Plan
    layer: Layer
    today: date

    @property
    def words(self) -> PlanWords:
        """The words of the plan."""
        return self.handbook.site.labels.plan

    @property
    def headings(self) -> Sequence[str]:
        """The headings of the columns."""
        columns = self.words.columns
        return (
            columns.number,
            columns.phase,
            columns.activity,
            columns.lead,
            columns.owner,
            columns.start_from,
            columns.start_by,
            columns.end_by,
            columns.slack,
            columns.chain,
            columns.state,
            columns.late,
        )

    @property
    def rows(self) -> Iterator[Sequence[Cell]]:
        """One row for each activity that is left, in the order of work. Its number is that of the page."""
        left = {task.id for task in self.left.tasks}
        for number, task in enumerate(self.whole.tasks, 1):
            if task.id in left:
                yield self._row(number, self.handbook.get(Activity, task.id), self.plan.dues.get(task.id))

    def _row(self, number: int, activity: Activity, due: Due | None) -> Sequence[Cell]:
        phase = self.handbook.get(Phase, activity.phase).title
        lead = self.handbook.get(Role, activity.roles.lead).title
        who = (number, phase, activity.title, lead, self.layer.owners.get(activity.roles.lead, ""))
        chained = activity.id in self.plan.chain
        return (*who, *_dates(due), self.words.yes if chained else "", *self._state(activity.id, due))

    def _state(self, id: str, due: Due | None) -> Sequence[Cell]:
        """Return the word for the state of a task, and by how many days it is late."""
        done = id in self.layer.done
        if due is None:
            return self.words.standings["done"] if done else "", ""
        where = standing(due, self.today, done=done)
        late = where == "late"
        return self.words.standings[where], (self.today - due.end_by).days if late else ""

    def events(self, book: str, wishes: Wishes) -> Iterator[Event]:
        """Yield the days of a calendar: the go-live, the phases, then the activities."""
        live = self.words.live
        yield Event(f"go-live@{book}", wishes.go_live, wishes.go_live, live, wishes.why)
        for phase, window in self.plan.windows.items():
            title = self.handbook.get(Phase, phase).title
            yield Event(f"phase-{phase}@{book}", window.first, window.last, title)
        for name, due in self.plan.dues.items():
            activity = self.handbook.get(Activity, name)
            phase = self.handbook.get(Phase, activity.phase).title
            text = self._about(activity, due)
            uid = f"activity-{name}@{book}"
            yield Event(uid, due.start_by, due.end_by, activity.title, text, phase)

    def _about(self, activity: Activity, due: Due) -> str:
        """Return what a calendar says under the title of an activity."""
        columns = self.words.columns
        lead = self.handbook.get(Role, activity.roles.lead).title
        owner = self.layer.owners.get(activity.roles.lead, "")
        who = f"{lead} ({owner})" if owner else lead
        facts = [(columns.lead, who), (columns.start_from, due.start_from), (columns.slack, due.slack)]
        return "\n".join(f"{name}: {value}" for name, value in facts)


def _dates(due: Due | None) -> Sequence[Cell]:
    return (due.start_from, due.start_by, due.end_by, due.slack) if due else ("", "", "", "")
