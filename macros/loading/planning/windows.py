"""Windows: when each phase and activity can start, must start and must end, counted from the go-live.

Three rules, which the browser follows too. A length is a number of days that count; times to avoid do not
count, so the plan steps over them. Inside a phase, each step of the longest chain gets an equal share. Where
activities wait for each other, the order of work decides: nothing waits for what comes after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.loading.planning.network import Network, Task

REACH = 7305  # days: within 20 years, a phase has ended


@dataclass(frozen=True)
class Avoid:
    """A time in which nothing is planned, both days included."""

    first: date
    last: date
    why: str = ""

    def holds(self, day: int) -> bool:
        """Return whether the day, as an ordinal, is one of these."""
        return self.first.toordinal() <= day <= self.last.toordinal()


@dataclass(frozen=True)
class Wishes:
    """What a team gives: its go-live and why, the length of each phase in days, and the days to avoid."""

    go_live: date
    lengths: Mapping[str, int]
    avoid: Sequence[Avoid] = ()
    pay_days: Sequence[date] = ()
    why: str = ""


@dataclass(frozen=True)
class Window:
    """When a phase is: both days included. `steps` is the number of activities in its longest chain."""

    phase: str
    first: date
    last: date
    steps: int


@dataclass(frozen=True)
class Due:
    """When a task is due.

    `slack` are the days that count between the first day on which it can start and the last. `chained` says
    whether it belongs to the longest chain.
    """

    id: str
    phase: str
    start_from: date
    start_by: date
    end_by: date
    slack: int
    chained: bool


@dataclass(frozen=True)
class Plan:
    """The windows of all phases and tasks that have one, in the order of work, and the longest chain."""

    windows: Mapping[str, Window]
    dues: Mapping[str, Due]
    chain: tuple[str, ...]


def planned(network: Network, wishes: Wishes) -> Plan:
    """Return the plan. A phase without a length has no window, and neither have those beyond it."""
    windows: dict[str, Window] = {}
    dues: dict[str, Due] = {}
    days = _days(network, wishes)
    for phase in network.phases:
        if phase not in days:
            continue
        tasks = [task for task in network.tasks if task.phase == phase]
        steps = _Steps(tasks)
        windows[phase] = _window(phase, days[phase], steps.number)
        dues |= {task.id: _due(task, steps, days[phase]) for task in tasks}
    return Plan(windows, dues, chain_of(network))


def chain_of(network: Network) -> tuple[str, ...]:
    """Return the longest chain, which needs no dates."""
    phases = ([task for task in network.tasks if task.phase == phase] for phase in network.phases)
    return tuple(name for tasks in phases for name in _Steps(tasks).chain)


class _Steps:
    """The tasks of one phase, each with the number of tasks in the longest chain before and after it."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        place = {task.id: number for number, task in enumerate(tasks)}
        self.firsts = {
            task.id: [other for other in place if other in task.after and place[other] < place[task.id]]
            for task in tasks
        }
        self.before: dict[str, int] = {}
        self.behind = dict.fromkeys(place, 0)
        for name, firsts in self.firsts.items():
            self.before[name] = max((self.before[other] + 1 for other in firsts), default=0)
        for name in reversed(place):
            for other in self.firsts[name]:
                self.behind[other] = max(self.behind[other], self.behind[name] + 1)
        self.number = max((number + 1 for number in self.before.values()), default=0)

    def latest(self, task: str) -> int:
        """Return the last step of the phase at which the task can be done."""
        return self.number - 1 - self.behind[task]

    @cached_property
    def chain(self) -> list[str]:
        """The longest chain; of several, the one whose tasks come first in the order of work."""
        chain: list[str] = []
        for name, number in self.before.items():
            follows = not chain or chain[-1] in self.firsts[name]
            if number == len(chain) == self.latest(name) and follows:
                chain.append(name)
        return chain


def _days(network: Network, wishes: Wishes) -> dict[str, list[int]]:
    """Return the days that count in each phase, as ordinals, from the go-live in both directions."""
    days: dict[str, list[int]] = {}
    if network.live not in network.phases:
        return days
    live = network.phases.index(network.live)
    day = wishes.go_live.toordinal() - 1
    for phase in reversed(network.phases[: live + 1]):
        counted = _counted(day, -1, wishes.lengths.get(phase, 0), wishes.avoid)
        if not counted:
            break
        days[phase] = counted[::-1]
        day = counted[-1] - 1
    day = wishes.go_live.toordinal()
    for phase in network.phases[live + 1 :]:
        counted = _counted(day, 1, wishes.lengths.get(phase, 0), wishes.avoid)
        if not counted:
            break
        days[phase] = counted
        day = counted[-1] + 1
    return days


def _counted(day: int, step: int, length: int, avoid: Sequence[Avoid]) -> list[int]:
    """Return as many days as `length` from `day` on, without those to avoid; none where they do not fit."""
    counted: list[int] = []
    for number in range(REACH):
        if len(counted) == length:
            break
        other = day + number * step
        if not any(time.holds(other) for time in avoid):
            counted.append(other)
    return counted if len(counted) == length else []


def _window(phase: str, days: Sequence[int], steps: int) -> Window:
    return Window(phase, date.fromordinal(days[0]), date.fromordinal(days[-1]), steps)


def _due(task: Task, steps: _Steps, days: Sequence[int]) -> Due:
    """Return the window of a task: its share of the days of its phase."""
    latest = steps.latest(task.id)
    early = steps.before[task.id] * len(days) // steps.number
    late = latest * len(days) // steps.number
    end = max((latest + 1) * len(days) // steps.number - 1, late)
    return Due(
        task.id,
        task.phase,
        date.fromordinal(days[early]),
        date.fromordinal(days[late]),
        date.fromordinal(days[end]),
        late - early,
        task.id in steps.chain,
    )
