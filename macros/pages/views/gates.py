"""Gate packs: for each exit criterion of a phase its evidence, who makes it, and what a board would ask.

A deal-breaker is a criterion with an activity behind it that may never be left out. Lessons become questions:
first what harmed others most, then what more independent bodies saw. A pack is short, because a long one is
not read: each lesson is asked once, at the first criterion that it bears on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.loading.handbook import Handbook
from macros.loading.tailoring.project_hiding import NOTHING, Hiding
from macros.model import Activity, Lesson, Phase, Product, Role
from macros.model.phase import Criterion
from macros.pages.views.evidence import strength
from macros.pages.views.registry import view

MOST = 5  # questions for a criterion
SPARE = 4  # more of them, for readers to whom some of the first do not apply
PAGES = 10  # for the criteria; the first page and what ends the pack make twelve
SHARED = 44  # questions that fit on these pages where criteria share them
TYPES = ("avoid", "watch", "repeat")
SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True)
class Proof:
    """A product that is evidence, and the role that owns it, where one does."""

    product: Product
    owner: Role | None


@dataclass(frozen=True)
class Asked:
    """One criterion of a pack, with its questions, the spare ones, and how many more lessons there are."""

    criterion: Criterion
    stop: bool
    proofs: tuple[Proof, ...]
    activities: tuple[Activity, ...]
    questions: tuple[Lesson, ...]
    spare: tuple[Lesson, ...]
    further: int


@dataclass(frozen=True)
class Pack:
    """What a board needs at the end of a phase: deal-breakers first, and the roles that decide.

    `apart` says whether each criterion has a page of its own.
    """

    phase: Phase
    asked: tuple[Asked, ...]
    deciders: tuple[Role, ...]
    most: int
    apart: bool

    @property
    def stops(self) -> tuple[Asked, ...]:
        """The deal-breakers."""
        return tuple(one for one in self.asked if one.stop)

    @property
    def others(self) -> tuple[Asked, ...]:
        """The other criteria."""
        return tuple(one for one in self.asked if not one.stop)

    @property
    def questions(self) -> int:
        """How many questions there are in all."""
        return sum(len(one.questions) for one in self.asked)


@view
def gate_pack(handbook: Handbook, phase: Phase, hiding: Hiding = NOTHING) -> Pack:
    """Return what a board needs at the end of `phase`, without the criteria and lessons that are hidden."""
    shown = [one for one in phase.exit_criteria if not hiding.criterion(phase, one)]
    criteria = sorted(shown, key=lambda one: not is_stop(handbook, one))
    most = MOST if len(criteria) <= PAGES else SHARED // len(criteria)
    ranked = [
        [lesson for lesson in ranked_lessons(handbook, one) if not hiding.lesson(lesson)] for one in criteria
    ]
    questions = _dealt(ranked, most, set())
    spare = _dealt(ranked, SPARE, {lesson.id for some in questions for lesson in some})
    asked = tuple(_asked(handbook, *row) for row in zip(criteria, ranked, questions, spare, strict=True))
    return Pack(phase, asked, _deciders(handbook, phase), most, len(criteria) <= PAGES)


def is_stop(handbook: Handbook, criterion: Criterion) -> bool:
    """Return whether an activity behind the criterion may never be left out."""
    drops = (activity.tailoring.drop for activity in _activities(handbook, criterion))
    return any(drop.never for drop in drops if drop)


def ranked_lessons(handbook: Handbook, criterion: Criterion) -> list[Lesson]:
    """Return the lessons behind a criterion: the most harm first, then the most independent bodies."""
    worst: dict[str, int] = {}
    for activity in _activities(handbook, criterion):
        harm = SEVERITIES.index(activity.if_skipped.severity)
        for lesson in handbook.linked_from(activity, Lesson, "at"):
            worst[lesson.id] = min(worst.get(lesson.id, harm), harm)
    alive = [lesson for lesson in handbook.chosen("lesson", worst) if lesson.state != "retired"]

    def rank(lesson: Lesson) -> tuple[int, int, int, bool]:
        weak = strength(handbook, lesson) != "verified"
        return TYPES.index(lesson.type), worst[lesson.id], -len(lesson.bodies), weak

    return sorted(alive, key=rank)


@view
def most_questions() -> int:
    """Return how many questions there are at most for a criterion."""
    return MOST


def _dealt(ranked: Sequence[Sequence[Lesson]], most: int, used: set[str]) -> list[tuple[Lesson, ...]]:
    """Return at most `most` lessons for each criterion, none twice and none of `used`."""
    dealt = []
    for lessons in ranked:
        some = tuple(lesson for lesson in lessons if lesson.id not in used)[:most]
        used |= {lesson.id for lesson in some}
        dealt.append(some)
    return dealt


def _asked(
    handbook: Handbook,
    criterion: Criterion,
    ranked: Sequence[Lesson],
    questions: tuple[Lesson, ...],
    spare: tuple[Lesson, ...],
) -> Asked:
    products = [handbook.get(Product, product) for product in criterion.products]
    return Asked(
        criterion,
        is_stop(handbook, criterion),
        tuple(Proof(product, owner_of(handbook, product)) for product in products),
        tuple(_activities(handbook, criterion)),
        questions,
        spare,
        len(ranked) - len(questions),
    )


def owner_of(handbook: Handbook, product: Product) -> Role | None:
    """Return the role that keeps a product, or else the lead of the first activity that makes it."""
    if product.owner:
        return handbook.get(Role, product.owner)
    makers = handbook.linked_from(product, Activity, "outputs")
    return handbook.get(Role, makers[0].roles.lead) if makers else None


def _activities(handbook: Handbook, criterion: Criterion) -> list[Activity]:
    return [handbook.get(Activity, activity) for activity in criterion.activities]


def _deciders(handbook: Handbook, phase: Phase) -> tuple[Role, ...]:
    """Return the four roles that most often approve the work behind the criteria."""
    named: dict[str, int] = {}
    for criterion in phase.exit_criteria:
        for activity in _activities(handbook, criterion):
            for role in activity.roles.approve:
                named[role] = named.get(role, 0) + 1
    first = sorted(named, key=lambda role: -named[role])[:4]
    return tuple(handbook.get(Role, role) for role in first)
