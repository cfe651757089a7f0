"""The documents of a worked example agree: each shared fact is written once, and sums add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.loading.shared_facts import facts, named, stray
from macros.model import Example
from macros.model.example import SharedFact
from macros.model.fields import FieldPath
from macros.model.references import texts
from macros.similarity import suggest

Facts = Mapping[str, SharedFact]
_SHORT = 3  # a value of fewer signs may be anything
_OWN = ("id", "title", "summary", "facts")  # what holds no place for a fact


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each fact that is unknown, unused, written twice, typed by hand or badly added."""
    known = facts(world.handbook)
    used: set[str] = set()
    for example in world.handbook.all(Example):
        for path, text in texts(example):
            if path[0] not in _OWN:
                used |= set(named(text))
                yield from _text(world, example, path, text, known)
            elif places := named(text):
                message = f"no fact is filled in here, so readers would see “[[{places[0]}]]”."
                yield world.problem(example, path, "unfilled-fact", message, "Write the value itself.")
    for example in world.handbook.all(Example):
        for index, fact in enumerate(example.facts):
            yield from _fact(world, example, ("facts", index), fact, known, used)


def _text(world: World, example: Example, path: FieldPath, text: str, known: Facts) -> Iterator[Problem]:
    for name in named(text):
        if name not in known and world.reads_all(Example.kind):
            message = f"there is no shared fact “{name}”."
            yield world.problem(example, path, "unknown-fact", message, suggest(name, known))
    for wrong in stray(text):
        message = f"“{wrong}” names no fact, so readers would see it as it is."
        hint = "Write the id of a fact between two brackets on each side, without spaces."
        yield world.problem(example, path, "unfilled-fact", message, hint)
    for fact in known.values():
        if _typed(fact.value, text):
            message = f"“{fact.value}” is typed by hand here."
            hint = f"Write [[{fact.id}]] in its place. If it is something else, let it differ."
            yield world.problem(example, path, "typed-fact", message, hint, "warning")


def _typed(value: str, text: str) -> bool:
    """Tell whether a text holds the value of a fact, which it should only name."""
    if len(value) < _SHORT or not any(sign.isdigit() for sign in value):
        return False
    return value in text and bool(re.search(rf"(?<![\w.,-]){re.escape(value)}(?![\w-]|[.,]\d)", text))


def _fact(
    world: World, example: Example, path: FieldPath, fact: SharedFact, known: Facts, used: set[str]
) -> Iterator[Problem]:
    if known[fact.id] is not fact:
        message = f"the shared fact “{fact.id}” is written twice."
        yield world.problem(example, (*path, "id"), "duplicate-id", message, "Keep one of the two.")
        return
    if not world.reads_all(Example.kind):  # where it is used, and what it adds up, may be there
        return
    if fact.id not in used:
        message = f"no text shows the shared fact “{fact.id}”."
        hint = f"Write [[{fact.id}]] where it belongs, or take the fact out."
        yield world.problem(example, path, "unused-fact", message, hint, "warning")
    if fact.less and not fact.sum_of:
        message = "there is no sum from which this could be taken away."
        yield world.problem(example, (*path, "less"), "no-sum", message, "Say what adds up, in “sum_of”.")
    parts = [("sum_of", fact.sum_of), ("less", fact.less)]
    unknown = [(name, i, one) for name, ids in parts for i, one in enumerate(ids) if one not in known]
    for name, index, one in unknown:
        message = f"there is no shared fact “{one}”."
        yield world.problem(example, (*path, name, index), "unknown-fact", message, suggest(one, known))
    if fact.id in (*fact.sum_of, *fact.less):
        message = f"“{fact.id}” cannot be a part of its own sum."
        yield world.problem(example, (*path, "sum_of"), "own-sum", message, "Take it out of the sum.")
    elif fact.sum_of and not unknown:
        yield from _sum(world, example, path, fact, known)


def _sum(
    world: World, example: Example, path: FieldPath, fact: SharedFact, known: Facts
) -> Iterator[Problem]:
    values = {one: amount(known[one].value) for one in (fact.id, *fact.sum_of, *fact.less)}
    for one, value in values.items():
        if value is None:
            message = f"“{known[one].value}” is no number, so nothing can be added."
            yield world.problem(example, path, "no-number", message, f"Write the fact “{one}” as a number.")
            return
    total = sum((values[one] or 0 for one in fact.sum_of), Decimal())
    total -= sum((values[one] or 0 for one in fact.less), Decimal())
    if total != values[fact.id]:
        message = f"the facts add up to {total:,}, not to {fact.value}."
        yield world.problem(example, (*path, "value"), "wrong-sum", message, "Correct one of them.")


def amount(text: str) -> Decimal | None:
    """Return the number in a text such as `£1,240,000` or `62%`, or None where it is no number."""
    plain = re.sub(r"[\s,%\u20a0-\u20cf$£¥]", "", text)
    return Decimal(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None
