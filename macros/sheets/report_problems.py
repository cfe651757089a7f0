"""The middle of the account: what is to be known, and what somebody has to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.checks.report import number
from macros.loading.problem import Problem
from macros.sheets.cells.cell_text import SAY
from macros.sheets.plan import Plan
from macros.sheets.report_drafts import KEEP_ALL, some

OPEN = {
    "no-such-name",
    "ambiguous-date",
    "no-date",
    "cell-error",
    "no-value",
    "quote",
    "encoding",
    "more-cells",
}  # what somebody has to decide or correct


def problems(heading: str, plan: Plan, *, is_open: bool, most: int) -> Iterator[str]:
    """Group what is the same, list what may be chosen only once, and count what is more than `most` of a
    kind.
    """
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in plan.problems:
        if (problem.code in OPEN) == is_open:
            key = (problem.field, problem.message.casefold(), problem.hint.casefold())
            groups.setdefault(key, []).append(problem)
    if groups:
        yield f"{heading}:"
    listed: set[str] = set()
    kinds: dict[str, list[Problem]] = {}
    for first, *same in groups.values():
        kind = kinds.setdefault(first.code, [])
        kind.append(first)
        if len(kind) > most:
            kind += same
            continue
        field = f"{first.field}: " if first.field else ""
        yield f"  {first.place}: {field}{first.message}"
        if same:
            yield f"      The same in {some(_short(same))}."
        choices, say, how = first.hint.rpartition(SAY)
        text = f"{'' if choices in listed else choices}{say}{how}"
        if text and (say or text not in listed):
            yield f"      {text}"
        listed |= {choices, text}
    yield from _more(kinds, most)


def _more(kinds: dict[str, list[Problem]], most: int) -> Iterator[str]:
    """Count the problems of each kind that are not shown."""
    many = [found for found in kinds.values() if len(found) > most]
    for found in many:
        first, *rest = _short([found[0], *found[most:]])
        yield f"  And {number(len(rest), 'more line')} like {first}: {some(rest)}."
    if many:
        yield f"      {KEEP_ALL}"


def _short(problems: Sequence[Problem]) -> list[str]:
    return [str(problem.place).partition(": ")[2].rpartition("!")[2] for problem in problems]
