"""References: every typed pointer in a record, read off its type annotations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from macros.model.fields import FieldPath, Prose, Ref, StepRef
from macros.model.shape import Mark, holds_several, inner_models, marks

Marked = tuple[FieldPath, Mark, str]
KEPT = 10_000  # records, which never change


class Reference(NamedTuple):
    """One pointer: the field path at which it is written, its mark, and the id that it holds."""

    path: FieldPath
    mark: Ref | StepRef
    id: str

    @property
    def key(self) -> tuple[str, str]:
        """The kind and id of the record that it names."""
        if isinstance(self.mark, StepRef):
            return "activity", self.id.partition("#")[0]
        if self.mark.kind == "*":
            kind, _, name = self.id.partition("/")
            return kind, name
        return self.mark.kind, self.id


def references(record: BaseModel) -> Iterator[Reference]:
    """Yield every reference in `record`, and in the parts inside it."""
    for path, mark, value in _all_marked(_Same(record)):
        if isinstance(mark, (Ref, StepRef)):
            yield Reference(path, mark, value)


def references_in(cls: type[BaseModel], data: Any, path: FieldPath = ()) -> Iterator[Reference]:
    """Yield every reference in `data`, a file of kind `cls` that is read as plain data and not checked yet.

    What has the wrong shape is passed over. A single value in place of a list has the path of the list's
    first entry.
    """
    for field, several, inner, mark in _pointing(cls) if isinstance(data, dict) else ():
        value = data.get(field)
        for index, entry in enumerate(value if isinstance(value, list) else [value]):
            place = (*path, field, index) if several else (*path, field)
            if inner:
                yield from references_in(inner, entry, place)
            elif mark and isinstance(entry, str):
                yield Reference(place, mark, entry.strip())


@cache
def _pointing(
    cls: type[BaseModel],
) -> tuple[tuple[str, bool, type[BaseModel] | None, Ref | StepRef | None], ...]:
    """Return the fields that may hold references: as each is written, whether it holds several values, and
    the group inside it or the mark of its values.
    """
    fields = []
    for name, mark in marks(cls):
        info = cls.model_fields[name]
        inner = next(inner_models(info.annotation), None)
        pointer = mark if isinstance(mark, (Ref, StepRef)) else None
        if inner or pointer:
            fields.append((info.alias or name, holds_several(info), inner, pointer))
    return tuple(fields)


def prose(record: BaseModel) -> Iterator[tuple[FieldPath, str]]:
    """Yield every Markdown text in `record` with its field path."""
    for path, mark, value in _all_marked(_Same(record)):
        if isinstance(mark, Prose):
            yield path, value


def texts(record: BaseModel) -> list[tuple[FieldPath, str]]:
    """Return every text of `record` with its field path, whatever its type, ids and enumerations included."""
    found: list[tuple[FieldPath, str]] = []
    _take_texts(record, (), found)
    return found


def _take_texts(value: Any, path: FieldPath, found: list[tuple[FieldPath, str]]) -> None:
    """Add the texts of `value`, which is at `path`. To hand them up from part to part takes twice as long."""
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            _take_texts(getattr(value, name), (*path, name), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _take_texts(item, (*path, index), found)


class _Same:
    """A record as a key: the same one, and not one that is equal, which would take long to find out."""

    __slots__ = ("record",)

    def __init__(self, record: BaseModel) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.record is self.record


@lru_cache(maxsize=KEPT)
def _all_marked(same: _Same) -> tuple[Marked, ...]:
    return tuple(_marked(same.record))


def _marked(model: BaseModel, path: FieldPath = ()) -> Iterator[Marked]:
    """Yield every text with a mark, with its path and its mark."""
    fields = type(model).model_fields
    for name, mark in marks(type(model)):
        value = getattr(model, name)
        here = (*path, fields[name].alias or name)
        several = isinstance(value, tuple)
        for index, item in enumerate(value if several else (value,)):
            place = (*here, index) if several else here
            if isinstance(item, BaseModel):
                yield from _marked(item, place)
            elif isinstance(item, str) and mark is not None:
                yield place, mark, item
