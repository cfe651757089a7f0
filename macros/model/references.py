"""References: every typed pointer in a record, read off its type annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.fields import FieldPath, Prose, Ref, StepRef


@dataclass(frozen=True)
class Reference:
    """One pointer: the field path it stands at, its mark, and the id that it holds."""

    path: FieldPath
    mark: Ref | StepRef
    id: str

    @property
    def key(self) -> tuple[str, str]:
        """The kind and id of the record that it names."""
        if isinstance(self.mark, StepRef):
            return "activity", self.id.partition("#")[0]
        kind, _, id = self.id.partition("/")
        return (kind, id) if self.mark.kind == "*" else (self.mark.kind, self.id)


def references(record: BaseModel) -> Iterator[Reference]:
    """Every reference in `record`, parts that stand inside it included."""
    for path, mark, value in _marked(record):
        if isinstance(mark, (Ref, StepRef)):
            yield Reference(path, mark, value)


def prose(record: BaseModel) -> Iterator[tuple[FieldPath, str]]:
    """Every Markdown text in `record` with its field path."""
    for path, mark, value in _marked(record):
        if isinstance(mark, Prose):
            yield path, value


def texts(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of `value`, whatever its type, ids and enumerations included."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))
    elif isinstance(value, str):
        yield path, value


def _marked(model: BaseModel, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any, str]]:
    for name, mark in _marks(type(model)):
        value = getattr(model, name)
        here = (*path, name)
        if isinstance(value, BaseModel):
            yield from _marked(value, here)
        elif isinstance(value, str):
            if mark is not None:
                yield here, mark, value
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _marked(item, (*here, index))
                elif isinstance(item, str) and mark is not None:
                    yield (*here, index), mark, item


@cache
def _marks(cls: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, mark_of(info)) for name, info in cls.model_fields.items())


def mark_of(info: FieldInfo) -> Any:
    """The mark of a field (`Ref`, `StepRef`, `Prose`), or None."""
    return _find(info.annotation) or next((m for m in info.metadata if _is_mark(m)), None)


def _find(annotation: Any) -> Any:
    """The mark inside an annotation such as `tuple[Annotated[str, Ref("phase")], ...]`."""
    for part in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        if _is_mark(part):
            return part
        if found := _find(part):
            return found
    return None


def _is_mark(part: Any) -> bool:
    return isinstance(part, (Ref, StepRef, Prose))
