"""Validation: files become records, and everything in them that the model does not allow becomes a
problem.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from macros.loading.document import Document
from macros.loading.explain import explain
from macros.loading.overlay import Key
from macros.loading.problem import Problem
from macros.loading.yaml_file import KEPT
from macros.model import FOLDERS, KINDS, PART_HOMES, Record

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
    for (kind, name), document in documents.items():
        record, wrong = checked_record(kind, name, document)
        problems.extend(wrong)
        if record:
            records[kind][name] = record
        else:
            broken.add((kind, name))
    parts, wrong_parts = _parts(records, documents)
    return Validated(_in_order(records | parts), frozenset(broken)), [*problems, *wrong_parts]


@lru_cache(maxsize=KEPT)
def checked_record(kind: str, name: str, document: Document) -> tuple[Record | None, tuple[Problem, ...]]:
    """Return a record, or none and what its model says of the document."""
    cls = KINDS[kind]
    try:
        return cls.model_validate({"id": name, **document.data}), ()
    except ValidationError as error:
        return None, tuple(explain(error, cls, document))


def _parts(records: Records, documents: Mapping[Key, Document]) -> tuple[Records, list[Problem]]:
    """Return the parts of single files as records that others can point to; of two with the same id, the
    first.
    """
    parts: Records = {kind: {} for kind in PART_HOMES}
    problems: list[Problem] = []
    for kind, (holder, field) in PART_HOMES.items():
        file = records[holder].get(holder)
        for index, part in enumerate(getattr(file, field, ())):
            if part.id in parts[kind]:
                message = f"the id “{part.id}” is used here twice."
                hint = "Give one of them another id."
                problem = documents[holder, holder].problem(
                    (field, index, "id"), "duplicate-id", message, hint
                )
                problems.append(problem)
            parts[kind].setdefault(part.id, part)
    return parts, problems


def _in_order(records: Records) -> Records:
    """Sort the records of each kind as the kind declares; of two that are equal, by id. Parts keep the order
    of their file.
    """
    framework = records["framework"].get("framework")
    ordered = {cls.kind: _sorted(cls, records[cls.kind], framework) for cls in FOLDERS}
    return {**records, **ordered}


def _sorted(cls: type[Record], records: dict[str, Record], framework: Record | None) -> dict[str, Record]:
    listed = list(getattr(framework, cls.listed_in, ())) if cls.listed_in else []

    def position(record: Record) -> Any:
        if cls.listed_in:
            return listed.index(record.id) if record.id in listed else len(listed)
        value = getattr(record, cls.sorted_by)
        return value.casefold() if isinstance(value, str) else value

    return dict(sorted(records.items(), key=lambda item: (position(item[1]), item[0])))
