"""Titles tell records apart."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import FOLDERS
from macros.similarity import twins

# The form for a new lesson says the same.
TWIN = ("“{id}” has the same title.", "Readers cannot tell them apart. Change one of them.")
NEAR_ADVICE = "If they are the same, keep one; else make the difference plain."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each title that an earlier record of its kind has, and a warning where one nearly
    has it.

    Kinds whose titles may be the same, or nearly the same, say so themselves.
    """
    for cls in (cls for cls in FOLDERS if not cls.same_titles):
        records = world.handbook.all(cls)
        for first, second in twins([record.title for record in records]):
            one = records[first]
            two = records[second]
            if one.title.casefold() == two.title.casefold():
                message, advice = TWIN
                yield world.problem(two, ("title",), "twin", message.format(id=one.id), advice)
            elif not cls.near_titles:
                message = f"this title is almost the one of “{one.id}”: “{one.title}”."
                yield world.problem(two, ("title",), "near-twin", message, NEAR_ADVICE, "warning")
