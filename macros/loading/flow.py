"""The flow: which activity comes before which, and how products travel between them.

An activity comes before another when it is in an earlier phase, or when a chain of `starts_after` and
hand-overs inside the phase says so. The proof that the flow holds is in `macros.checks.rules.product_flow`;
this module only says what the flow is.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from macros.loading.handbook import Handbook
from macros.model import Activity

RANK = {"draft": 0, "agreed": 1, "updated": 2}


class Flow:
    """The flow of one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.activities: list[Activity] = handbook.all(Activity)
        self.position = {phase: index for index, phase in enumerate(handbook.records["phase"])}
        self.makers: dict[str, list[tuple[Activity, str]]] = defaultdict(list)
        self.users: dict[str, list[tuple[Activity, str]]] = defaultdict(list)
        for activity in self.activities:
            for use in activity.outputs:
                self.makers[use.product].append((activity, use.state))
            for use in activity.inputs:
                self.users[use.product].append((activity, use.state))

    def phase(self, activity: Activity) -> int:
        """Return the position of its phase, counted from 0; the end when the phase is unknown."""
        return self.position.get(activity.phase, len(self.position))

    def producers(self, activity: Activity, product: str, state: str) -> list[Activity]:
        """Return the activities that can hand `product` to `activity` in `state` or better: the nearest
        first.
        """
        able = [
            maker
            for maker, given in self.makers[product]
            if maker.id != activity.id
            and RANK[given] >= RANK[state]
            and self.phase(maker) <= self.phase(activity)
        ]
        return sorted(able, key=lambda maker: (-self.phase(maker), maker.title))

    def consumers(self, activity: Activity, product: str) -> list[Activity]:
        """Return the activities that use `product` in the phase of `activity` or later."""
        return [
            user
            for user, _ in self.users[product]
            if user.id != activity.id and self.phase(user) >= self.phase(activity)
        ]

    @cached_property
    def before(self) -> dict[str, set[str]]:
        """For each activity, the activities of its own phase that must be finished first."""
        known = {a.id: a for a in self.activities}
        first: dict[str, set[str]] = {}
        for activity in self.activities:
            mine = {
                other
                for other in activity.starts_after
                if other in known and other != activity.id and known[other].phase == activity.phase
            }
            for use in activity.inputs:
                mine |= self._same_phase_producers(activity, use.product, use.state)
            first[activity.id] = mine
        return first

    def _same_phase_producers(self, activity: Activity, product: str, state: str) -> set[str]:
        """Return who must hand over first, when only its own phase can: who gives exactly the state, if any
        do.
        """
        producers = self.producers(activity, product, state)
        if any(p.phase != activity.phase for p in producers):
            return set()
        exact = {maker.id for maker, given in self.makers[product] if given == state}
        return {p.id for p in producers if p.id in exact} or {p.id for p in producers}

    def awaited(self, activity: Activity) -> set[str]:
        """Return the activities that must be finished before `activity` can start: in its own phase, and
        in earlier ones the nearest that give it a product.
        """
        earlier = (
            next(iter(self.producers(activity, use.product, use.state)), None) for use in activity.inputs
        )
        return self.before[activity.id] | {
            maker.id for maker in earlier if maker and maker.phase != activity.phase
        }

    @cached_property
    def cycle(self) -> list[str]:
        """The ids of one circle of activities that wait for each other, or nothing."""
        try:
            TopologicalSorter(self.before).prepare()
        except CycleError as error:
            return list(error.args[1])
        return []

    @cached_property
    def order(self) -> list[Activity]:
        """Every activity in the order in which it can be done; by title where the flow leaves it open."""
        known = {a.id: a for a in self.activities}
        if self.cycle:
            return sorted(self.activities, key=lambda a: (self.phase(a), a.title))
        sorter = TopologicalSorter(self.before)
        depth: dict[str, int] = {}
        for name in sorter.static_order():
            depth[name] = 1 + max((depth[earlier] for earlier in self.before[name]), default=-1)
        streams = list(self.handbook.records["workstream"])
        rank = {stream: index for index, stream in enumerate(streams)}
        return sorted(
            known.values(), key=lambda a: (self.phase(a), depth[a.id], rank.get(a.workstream, 99), a.title)
        )

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each activity is in that order, by its id."""
        return {activity.id: index for index, activity in enumerate(self.order)}
