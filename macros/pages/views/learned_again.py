"""Lessons that more than one organisation learned."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from macros.loading.handbook import Handbook
from macros.model import Lesson
from macros.model.partial_date import PartialDate
from macros.pages.views.registry import view

LEAST = 2  # organisations


@dataclass(frozen=True)
class LearnedAgain:
    """A lesson, and the first and the last year in which it was learned: empty where no source dates it."""

    lesson: Lesson
    first: int | None
    last: int | None


@view
def learned_again(handbook: Handbook) -> list[tuple[int, list[LearnedAgain]]]:
    """Return the lessons that more than one organisation learned, under the number of organisations, most
    first.

    Under the same number, the lesson that was learned over more years comes first.
    """
    alive = (lesson for lesson in handbook.all(Lesson) if lesson.state != "retired")
    found = [_learned(lesson) for lesson in alive if len(lesson.bodies) >= LEAST]
    found.sort(key=_rank)
    return [(number, list(those)) for number, those in groupby(found, lambda one: len(one.lesson.bodies))]


def _rank(one: LearnedAgain) -> tuple[int, int, str]:
    years = (one.last or 0) - (one.first or 0)
    return -len(one.lesson.bodies), -years, one.lesson.title


def _learned(lesson: Lesson) -> LearnedAgain:
    dates = [lesson.when, *(sighting.when for sighting in lesson.seen_again)]
    years = [PartialDate.parse(date).year for date in dates if date]
    return LearnedAgain(lesson, min(years, default=None), max(years, default=None))
