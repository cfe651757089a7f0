"""Validation: files become records, and everything in them that the model does not allow becomes a problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from macros.loading.document import Document
from macros.loading.explain import explain
from macros.loading.overlay import Key
from macros.loading.problem import Problem
from macros.model import KINDS, PART_HOMES, Record

Records = dict[str, dict[str, Record]]


@dataclass(frozen=True)
class Validated:
    """Records by kind and id, in the order in which they are shown, the parts of single files included."""

    records: Mapping[str, Mapping[str, Record]]
    broken: frozenset[Key]


def validated(documents: Mapping[Key, Document]) -> tuple[Validated, list[Problem]]:
    """Read each file with the model of its kind. A record that the model refuses is broken."""
    records: Records = {kind: {} for kind in KINDS}
    problems: list[Problem] = []
    broken: set[Key] = set()
    for (kind, id), document in documents.items():
        cls = KINDS[kind]
        try:
            records[kind][id] = cls.model_validate({"id": id, **document.data})
        except ValidationError as error:
            problems += explain(error, cls, document)
            broken.add((kind, id))
    parts, wrong = _parts(records, documents)
    return Validated(_in_order(records | parts), frozenset(broken)), problems + wrong


def _parts(records: Records, documents: Mapping[Key, Document]) -> tuple[Records, list[Problem]]:
    """Return the parts of single files as records that others can point to; of two with the same id, the first."""
    parts: Records = {kind: {} for kind in PART_HOMES}
    problems: list[Problem] = []
    for kind, (holder, name) in PART_HOMES.items():
        whole = records[holder].get(holder)
        for index, part in enumerate(getattr(whole, name, ())):
            if part.id in parts[kind]:
                message = f"the id “{part.id}” stands here twice."
                hint = "Give one of them another id."
                problem = documents[holder, holder].problem(
                    (name, index, "id"), "duplicate-id", message, hint
                )
                problems.append(problem)
            parts[kind].setdefault(part.id, part)
    return parts, problems


def _in_order(records: Records) -> Records:
    """Sort phases and workstreams as the framework does, overview pages in reading order, the rest by title."""
    framework = records["framework"].get("framework")
    order: dict[str, Callable[[Any], Any]] = {"overview": lambda record: record.order}
    for kind in ("phase", "workstream"):
        listed = list(getattr(framework, f"{kind}s", ()))
        order[kind] = lambda record, listed=listed: (  # type: ignore[misc]
            listed.index(record.id) if record.id in listed else len(listed)
        )
    for kind in ("role", "activity", "lesson", "product", "migration", "source"):
        order[kind] = lambda record: record.title.casefold()
    return {
        kind: dict(sorted(each.items(), key=lambda item: (order[kind](item[1]), item[0])))
        if kind in order
        else each
        for kind, each in records.items()
    }
