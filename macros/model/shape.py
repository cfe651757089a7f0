"""The shape of a model: which fields people write, what belongs in each, and which group of fields is
where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.fields import FieldPath, Prose, Ref, StepRef

Mark = Ref | StepRef | Prose
PLAIN = {bool: "true or false", int: "whole number"}


def written_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of `cls` that are written in a file, in order; an injected id is not."""
    return {name: info for name, info in cls.model_fields.items() if not is_injected(info)}


def is_injected(info: FieldInfo) -> bool:
    """Tell whether a field is filled in by the reader of files and never written, such as an id."""
    return bool(_extras(info).get("injected"))


def is_partial(info: FieldInfo) -> bool:
    """Tell whether a file gives only some of the group that the field holds: the rest comes from another
    file.
    """
    return bool(_extras(info).get("partial"))


def blanks_of(info: FieldInfo) -> frozenset[str]:
    """Return the names in braces that the text of a label holds."""
    return frozenset(_extras(info).get("x-blanks", ()))


def _extras(info: FieldInfo) -> Mapping[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, Mapping) else {}


def holds(info: FieldInfo) -> str:
    """Return what belongs in a field, in a word: `text`, `Markdown`, `list of: id of a phase`."""
    one = _holds_one(info)
    return f"list of: {one}" if holds_several(info) else one


def _holds_one(info: FieldInfo) -> str:
    mark = mark_of(info)
    if inner := next(inner_models(info.annotation), None):
        return inner.__name__
    if isinstance(mark, Ref):
        article = "an" if mark.kind[0] in "aeiou" else "a"
        return "kind/id" if mark.kind == "*" else f"id of {article} {mark.kind}"
    if isinstance(mark, StepRef):
        return "activity or activity#step"
    if isinstance(mark, Prose):
        return "Markdown"
    if values := list(literals(info.annotation)):
        return " | ".join(values)
    return next((word for plain, word in PLAIN.items() if info.annotation is plain), "text")


def holds_several(info: FieldInfo) -> bool:
    """Tell whether a list belongs in a field."""
    return any(get_origin(part) is tuple for part in (info.annotation, *get_args(info.annotation)))


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the groups of fields that a field of this type holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from inner_models(part)


def literals(annotation: Any) -> Iterator[str]:
    """Yield the words of which a field of this type must hold one."""
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from literals(part)


def model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """Return the model that the group of fields at `path` is read with, or None where no group is."""
    for step in path:
        if isinstance(step, int):
            continue
        info = model.model_fields.get(step)
        inner = next(inner_models(info.annotation), None) if info else None
        if inner is None:
            return None
        model = inner
    return model


def is_one_value(model: type[BaseModel], path: FieldPath) -> bool:
    """Tell whether the group of fields at `path` counts as one value, so that no field of it is of use
    alone.
    """
    return getattr(model_at(model, path), "one_value", False)


@cache
def marks(cls: type[BaseModel]) -> tuple[tuple[str, Mark | None], ...]:
    """Return the fields of `cls` by name, each with its mark."""
    return tuple((name, mark_of(info)) for name, info in cls.model_fields.items())


def mark_of(info: FieldInfo) -> Mark | None:
    """Return the mark of a field: what sort of pointer or text it holds; None where it is a plain value."""
    return next((part for part in (*_parts(info.annotation), *info.metadata) if isinstance(part, Mark)), None)


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield all that an annotation such as `tuple[Annotated[str, Ref("phase")], ...]` is made of."""
    for part in (*getattr(annotation, "__metadata__", ()), *get_args(annotation)):
        yield part
        yield from _parts(part)
