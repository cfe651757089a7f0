"""The page of dated cases: a dot for each on a scale, and what can be said of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from macros.loading.handbook import Handbook
from macros.loading.planning.cases import COST, Case, Cases, questions
from macros.model.framework import BaseRate
from macros.pages.views.registry import view

STEPS = (0.5, 1, 2, 5, 6, 12, 24, 60, 120)
MOST_TICKS = 8


@dataclass(frozen=True)
class Dots:
    """One question as a drawing: the values on its scale, and each case with its place, in per cent."""

    question: Cases
    ticks: tuple[tuple[float, float], ...]
    rows: tuple[tuple[Case, float, float, float], ...]

    @property
    def in_months(self) -> bool:
        """Whether its values are months."""
        return self.question.name != COST


@view
def dotted(handbook: Handbook) -> list[Dots]:
    """Return every question with the places of its dots."""
    return [_dots(question) for question in questions(handbook)]


@view
def base_rates(handbook: Handbook, about: str) -> list[BaseRate]:
    """Return what published studies found on the question `about`."""
    return [rate for rate in handbook.framework.base_rates if rate.about == about]


def _dots(question: Cases) -> Dots:
    least = min([0.0, *(case.least for case in question.cases)])
    most = max([1.0, *(case.most for case in question.cases)])
    step = next((one for one in STEPS if (most - least) / one < MOST_TICKS), STEPS[-1])
    start = floor(least / step) * step
    end = ceil(most / step) * step
    marks = [start + number * step for number in range(round((end - start) / step) + 1)]

    def place(value: float) -> float:
        return round(2 + 96 * (value - start) / (end - start), 1)

    return Dots(
        question,
        tuple((mark, place(mark)) for mark in marks),
        tuple((case, place(case.least), place(case.middle), place(case.most)) for case in question.cases),
    )
