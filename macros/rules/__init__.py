"""What must hold in content beyond the shape of each record. Each rule takes a World and yields problems.

One module a rule; this table is the only list of them, in the order in which they are explained to readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.problem import Problem
from macros.rules import colours, contact, dates, editions, files, flow, ids, lessons, names, orphans, prose, references
from macros.rules.world import World

Rule = Callable[[World], Iterator[Problem]]

RULES: tuple[Rule, ...] = (references.check, ids.check, flow.check, lessons.check, dates.check, editions.check, orphans.check, names.check, prose.check, files.check,
                          contact.check, colours.check)

__all__ = ["RULES", "World"]
