"""Titles tell records apart, and names organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import FOLDERS, Record
from macros.model.fields import FieldPath
from macros.model.seen_text import odd_sign, skeleton
from macros.similarity import twins

# The form for a new lesson says the same.
TWIN = ("“{id}” has the same title.", "Readers cannot tell them apart. Change one of them.")
ALIKE_ADVICE = "Readers cannot tell them apart. Type one of them again, or change it."
ONE_NAME = "Readers take the two for one, and lists keep them apart. Type it again, as it is written there."
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
    yield from _organisations(world)


def _organisations(world: World) -> Iterator[Problem]:
    """Yield a warning for each name of an organisation that looks like an earlier one with other signs."""
    first: dict[str, str] = {}
    for record in (record for cls in FOLDERS for record in world.handbook.all(cls)):
        for path, name in _names(record):
            other = first.setdefault(skeleton(name), name)
            if other.casefold() != name.casefold():
                message = f"this name looks like “{other}”: {odd_sign(name, other)}."
                yield world.problem(record, path, "look-alike", message, ONE_NAME, "warning")


def _names(record: Record) -> Iterator[tuple[FieldPath, str]]:
    """Yield the names of organisations in a record."""
    for field in ("organisation", "contributed_by", "publisher"):
        if name := getattr(record, field, None):
            yield (field,), name
    for field in ("seen_again", "used"):
        for index, part in enumerate(getattr(record, field, ())):
            if name := getattr(part, "organisation", None):
                yield (field, index, "organisation"), name


def _alike(world: World, records: Sequence[Record]) -> Iterator[Problem]:
    """Yield a warning for each title that looks like an earlier one and is written with other signs."""
    first: dict[str, Record] = {}
    for record in records:
        other = first.setdefault(skeleton(record.title), record)
        if other.title.casefold() != record.title.casefold():
            message = f"this title looks like the one of “{other.id}”: {odd_sign(record.title, other.title)}."
            yield world.problem(record, ("title",), "look-alike", message, ALIKE_ADVICE, "warning")
