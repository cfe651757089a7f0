"""What cuts break, worst first, and which cuts can be proposed.

All of it is computed from a graph, the answers to questions, and the cuts; nothing here knows a record. An
activity is lost when it is left out, or when it does not apply, or when what it was merged into is lost. What
was merged into something that stays is still done, and so is what is made smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.loading.tailoring.consequence import Consequence
from macros.loading.tailoring.graph import CutActivity, CutCriterion, Graph
from macros.model.conditions import Answers, applies, proposed
from macros.model.project import WAYS

# In this order where two are as bad.
KINDS = ("never", "input", "criterion", "merge", "lessons", "skipped")
WORST = 2
Cuts = Mapping[str, str]  # the way to do less, by activity


class Tailored:
    """One project: what applies to it, and what it cuts."""

    def __init__(self, graph: Graph, profile: Answers, cuts: Cuts) -> None:
        self.graph = graph
        self.profile = profile
        self.cuts = cuts
        self.known = {activity["id"]: activity for activity in graph["activities"]}
        self.out = [a["id"] for a in graph["activities"] if not applies(a["only"], profile)]
        self.dropped = [
            a for a in graph["activities"] if cuts.get(a["id"]) == "drop" and a["id"] not in self.out
        ]
        self.lost = {*self.out, *(a["id"] for a in self.dropped)}
        self.merged = self._lost_with_others()
        self.makers = self._makers()

    def _lost_with_others(self) -> list[CutActivity]:
        """Add activities that were merged into one that is lost, and return them."""
        found: set[str] = set()
        grows = True
        while grows:
            more = {a["id"] for a in self.graph["activities"] if self._goes_with_another(a)}
            self.lost |= more
            found |= more
            grows = bool(more)
        return [activity for activity in self.graph["activities"] if activity["id"] in found]

    def _goes_with_another(self, activity: CutActivity) -> bool:
        return (
            activity["id"] not in self.lost
            and self.cuts.get(activity["id"]) == "merge"
            and activity["into"] in self.lost
        )

    def _makers(self) -> dict[str, list[tuple[CutActivity, int]]]:
        makers: dict[str, list[tuple[CutActivity, int]]] = {}
        for activity in self.graph["activities"]:
            for product, rank in activity["outputs"]:
                makers.setdefault(product, []).append((activity, rank))
        return makers

    def able(self, product: str, phase: int, rank: int = 0, but: str = "") -> list[str]:
        """Return who can give a product until `phase` in a state of `rank` or better, but for one."""
        return [
            maker["id"]
            for maker, given in self.makers.get(product, ())
            if maker["id"] != but and given >= rank and maker["phase"] <= phase
        ]

    def all_lost(self, activities: Sequence[str]) -> bool:
        """Tell whether there were some, and none of them is left."""
        return bool(activities) and self.lost.issuperset(activities)

    def in_order(self, activities: Iterable[str]) -> list[str]:
        """Return activities once each, in the order of the graph."""
        wanted = set(activities)
        return [name for name in self.known if name in wanted]

    def severity(self, causes: Iterable[str]) -> int:
        """Return how bad it is to lose these. What does not apply counts nothing."""
        return max((self.known[name]["severity"] for name in causes if name not in self.out), default=0)


def consequences(graph: Graph, profile: Answers, cuts: Cuts) -> list[Consequence]:
    """Return everything that breaks, worst first."""
    project = Tailored(graph, profile, cuts)
    found = [
        *_never(project),
        *_inputs(project),
        *_criteria(project),
        *_merged(project),
        *_of_dropped(project),
    ]
    return sorted(found, key=lambda one: (-one.severity, KINDS.index(one.id.partition(":")[0]), one.id))


def proposals(graph: Graph, profile: Answers, cuts: Cuts) -> list[tuple[str, str]]:
    """Return what can be proposed, as pairs of activity and way, in the order of the graph.

    Nothing is proposed that the record says never to leave out, that is cut already, that does not apply, or
    that would be merged into what is lost.
    """
    project = Tailored(graph, profile, cuts)
    return [
        (activity["id"], way)
        for activity in graph["activities"]
        if activity["id"] not in project.lost and activity["id"] not in cuts
        for way in WAYS
        if proposed(activity["when"].get(way), profile)
        and not (way == "drop" and activity["never"])
        and not (way == "merge" and activity["into"] in project.lost)
    ]


def _never(project: Tailored) -> Iterator[Consequence]:
    for activity in project.dropped:
        if activity["never"]:
            yield Consequence(f"never:activities/{activity['id']}", WORST, [activity["id"]], [])


def _inputs(project: Tailored) -> Iterator[Consequence]:
    """Yield each product that somebody needs and nobody makes any more."""
    needs: dict[str, list[str]] = {}
    causes: dict[str, set[str]] = {}
    for activity in project.graph["activities"]:
        if activity["id"] in project.lost:
            continue
        for product, rank in activity["inputs"]:
            able = project.able(product, activity["phase"], rank, but=activity["id"])
            if product not in project.graph["outside"] and project.all_lost(able):
                needs.setdefault(product, []).append(activity["id"])
                causes.setdefault(product, set()).update(able)
    for product, activities in needs.items():
        made = project.in_order(causes[product])
        yield Consequence(
            f"input:products/{product}", project.severity(made), made, project.in_order(activities)
        )


def _criteria(project: Tailored) -> Iterator[Consequence]:
    for criterion in project.graph["criteria"]:
        if applies(criterion["only"], project.profile):
            yield from _criterion(project, criterion)


def _criterion(project: Tailored, criterion: CutCriterion) -> Iterator[Consequence]:
    """Yield a criterion that loses evidence: the worst where nothing is left, less bad where something is."""
    outside = project.graph["outside"]
    makers = [
        [] if product in outside else project.able(product, criterion["phase"])
        for product in criterion["products"]
    ]
    evidence = [*makers, *([activity] for activity in criterion["activities"])]
    gone = [able for able in evidence if project.all_lost(able)]
    if not gone:
        return
    causes = project.in_order(name for able in gone for name in able)
    left = len(evidence) - len(gone)
    weaker = max(0, project.severity(causes) - 1)
    none_left = 0 if set(causes) <= set(project.out) else WORST
    yield Consequence(
        f"criterion:{criterion['ref']}", weaker if left else none_left, causes, [], left, len(evidence)
    )


def _merged(project: Tailored) -> Iterator[Consequence]:
    for activity in project.merged:
        yield Consequence(
            f"merge:activities/{activity['id']}", activity["severity"], [activity["into"]], [activity["id"]]
        )


def _of_dropped(project: Tailored) -> Iterator[Consequence]:
    """Yield the lessons that warn of each cut, and what the record says of leaving it out."""
    for activity in [*project.dropped, *project.merged]:
        name = activity["id"]
        warning = [
            lesson["id"]
            for lesson in project.graph["lessons"]
            if name in lesson["at"] and applies(lesson["only"], project.profile)
        ]
        if warning:
            yield Consequence(f"lessons:activities/{name}", activity["severity"], [name], warning)
        yield Consequence(f"skipped:activities/{name}", activity["severity"], [name], [])
