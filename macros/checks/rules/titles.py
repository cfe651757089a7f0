"""Titles tell records apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import FOLDERS, Record
from macros.model.seen_text import odd_sign, skeleton
from macros.similarity import twins

# The form for a new lesson says the same.
TWIN = ("“{id}” has the same title.", "Readers cannot tell them apart. Change one of them.")
ALIKE_ADVICE = "Readers cannot tell them apart. Type one of them again, or change it."
NEAR_ADVICE = "If they are the same, keep one. If not, make the difference plain."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each title that an earlier record of its kind has, and a warning where one nearly
    has it.

    Kinds whose titles may be the same, or nearly the same, say so themselves.
    """
    for cls in (cls for cls in FOLDERS if not cls.same_titles):
        records = world.handbook.all(cls)
        yield from _alike(world, records)
        for first, second in twins([record.title for record in records]):
            one = records[first]
            two = records[second]
            if one.title.casefold() == two.title.casefold():
                message, advice = TWIN
                yield world.problem(two, ("title",), "twin", message.format(id=one.id), advice)
            elif not cls.near_titles:
                message = f"this title is almost the one of “{one.id}”: “{one.title}”."
                yield world.problem(two, ("title",), "near-twin", message, NEAR_ADVICE, "warning")


def _alike(world: World, records: Sequence[Record]) -> Iterator[Problem]:
    """Yield a warning for each title that looks like an earlier one and is written with other signs."""
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(skeleton(record.title), record)
        if other.title.casefold() != record.title.casefold():
            message = f"this title looks like the one of “{other.id}”: {odd_sign(record.title, other.title)}."
            yield world.problem(record, ("title",), "look-alike", message, ALIKE_ADVICE, "warning")
