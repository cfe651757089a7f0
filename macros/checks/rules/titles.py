"""Titles tell records apart."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from macros.checks.rules.context import World
from macros.loading.problem import Problem

ALIKE = 0.92
TWIN = ("“{id}” has the same title.", "Readers cannot tell them apart. Change one of them.")


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for two records of a kind with one title, and a warning for titles that are nearly the
    same.
    """
    for kind in ("activity", "lesson", "product", "migration", "role", "source", "overview"):
        for one, two in combinations(world.handbook.all(kind), 2):
            a, b = one.title.casefold(), two.title.casefold()
            if a == b:
                yield world.problem(two, ("title",), "twin", TWIN[0].format(id=one.id), TWIN[1])
            elif kind != "source" and _alike(a, b):
                yield world.problem(
                    two,
                    ("title",),
                    "near-twin",
                    f"this title is almost the one of “{one.id}”: “{one.title}”.",
                    "If they are the same, keep one; else make the difference plain.",
                    "warning",
                )


def _alike(a: str, b: str) -> bool:
    matcher = SequenceMatcher(None, a, b)
    return matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE
