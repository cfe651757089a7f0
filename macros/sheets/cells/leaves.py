"""Leaves: the single values of a record, each with the path to it.

A record is a row of leaves, and a row of leaves a record.

Lists of ids and short texts are in one cell, one on each line. Whatever else is in a list (evidence, steps,
sentences of prose) has numbered columns, because it holds several values each, or lines of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model import Record
from macros.model.conditions import Conditions
from macros.model.fields import NOT_GIVEN, FieldPath, Form, Prose, Ref, StepRef
from macros.model.partial_date import FORM
from macros.model.shape import holds_several, inner_models, mark_of, written_fields

NUMBER = "#"  # stands in the path of a leaf where a number comes
IDENTITY: FieldPath = ("id",)


@dataclass(frozen=True)
class Leaf:
    """One value that a kind of record may hold: its path, its field, and whether a cell holds several."""

    path: tuple[str, ...]
    info: FieldInfo
    several: bool = False

    @cached_property
    def mark(self) -> Ref | StepRef | Prose | None:
        """What the model says of the text: that it points to a record, or is prose."""
        mark: Ref | StepRef | Prose | None = mark_of(self.info)
        return mark

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of which it must hold one, if it is such a field."""
        return tuple(_literals(self.info.annotation))

    @cached_property
    def dated(self) -> bool:
        """Whether it is a date."""
        return any(form.pattern.endswith(FORM.pattern) for form in _forms(self.info))

    @cached_property
    def undated_too(self) -> bool:
        """Whether it may say that the source gives no date."""
        return any(form.pattern.startswith(NOT_GIVEN) for form in _forms(self.info))

    @cached_property
    def lines(self) -> bool:
        """Whether its text may run over several lines."""
        return isinstance(self.mark, Prose)


@cache
def leaves(cls: type[Record]) -> dict[tuple[str, ...], Leaf]:
    """Return every leaf of a kind of record by its path, in the order of its fields, the id first."""
    return {leaf.path: leaf for leaf in (Leaf(("id",), cls.model_fields["id"]), *_leaves(cls, ()))}


def leaf_at(cls: type[Record], path: FieldPath) -> Leaf | None:
    """Return the leaf that a path with numbers leads to."""
    return leaves(cls).get(general(path))


def general(path: FieldPath) -> tuple[str, ...]:
    """Return the path with a sign in place of each number."""
    return tuple(NUMBER if isinstance(step, int) else step for step in path)


def taken_apart(record: Record) -> dict[FieldPath, Any]:
    """Return the leaves of a record that hold something: text, or a list of texts where several are in one
    cell.
    """
    whole = record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
    found = {IDENTITY: record.id}
    _apart(type(record), whole, (), found)
    return found


def put_together(values: Mapping[FieldPath, Any]) -> dict[str, Any]:
    """Return the record as it is written in YAML, from its leaves. Numbers that are missing leave no gap."""
    whole: dict[str, Any] = {}
    for path, value in values.items():
        if path != IDENTITY:
            _put(whole, path, value)
    record: dict[str, Any] = _closed(whole)
    return record


def _leaves(cls: type[BaseModel], base: tuple[str, ...]) -> Iterator[Leaf]:
    for name, info in written_fields(cls).items():
        several = holds_several(info)
        path = (*base, info.alias or name)
        inner = next(inner_models(info.annotation), None)
        if inner is Conditions:
            yield Leaf(path, info)
        elif inner:
            yield from _leaves(inner, (*path, NUMBER) if several else path)
        elif several and isinstance(mark_of(info), Prose):
            yield Leaf((*path, NUMBER), info)
        else:
            yield Leaf(path, info, several)


def _apart(cls: type[Record], value: Any, path: FieldPath, found: dict[FieldPath, Any]) -> None:
    if general(path) in leaves(cls):
        if value != []:
            found[path] = value if isinstance(value, list) else _written(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _apart(cls, inner, (*path, name), found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _apart(cls, inner, (*path, number), found)


def _put(whole: dict[Any, Any], path: FieldPath, value: Any) -> None:
    for step in path[:-1]:
        whole = whole.setdefault(step, {})
    whole[path[-1]] = value


def _closed(value: Any) -> Any:
    """Turn groups whose keys are numbers into the lists that they are."""
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_closed(value[key]) for key in sorted(value)]
    return {key: _closed(inner) for key, inner in value.items()}


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        elif "Literal" in str(part):
            yield from _literals(part)


def _forms(info: FieldInfo) -> list[Form]:
    return [*(mark for mark in info.metadata if isinstance(mark, Form)), *_marks(info.annotation)]


def _marks(annotation: Any) -> Iterator[Form]:
    for part in get_args(annotation):
        if isinstance(part, Form):
            yield part
        yield from _marks(part)


def _written(value: Any) -> str:
    """Return a single value as people write it in a file, conditions on one line."""
    if isinstance(value, dict):
        return str(Conditions.model_validate(value))
    return str(value).lower() if isinstance(value, bool) else str(value)
