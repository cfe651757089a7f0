"""The shape of a model: which fields people write, and what belongs in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model.fields import Prose, Ref, StepRef
from macros.model.references import mark_of


def written_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of `cls` that are written in a file, in order; an injected id is not."""
    return {name: info for name, info in cls.model_fields.items() if not is_injected(info)}


def is_injected(info: FieldInfo) -> bool:
    """Tell whether a field is filled in by the reader of files and never written, such as an id."""
    return bool(_marks(info).get("injected"))


def is_partial(info: FieldInfo) -> bool:
    """Tell whether a file gives only some of the group that the field holds, because the rest comes from another file."""
    return bool(_marks(info).get("partial"))


def _marks(info: FieldInfo) -> Mapping[str, Any]:
    return info.json_schema_extra if isinstance(info.json_schema_extra, Mapping) else {}


def holds(info: FieldInfo) -> str:
    """What belongs into a field, in a word: `text`, `Markdown`, `list of: id of a phase`."""
    mark = mark_of(info)
    several = holds_several(info)
    inner = list(inner_models(info.annotation))
    if inner:
        said = f"{inner[0].__name__}"
    elif isinstance(mark, Ref):
        said = (
            "kind/id" if mark.kind == "*" else f"id of {'an' if mark.kind[0] in 'aeiou' else 'a'} {mark.kind}"
        )
    elif isinstance(mark, StepRef):
        said = "activity or activity#step"
    elif isinstance(mark, Prose):
        said = "Markdown"
    elif values := [v for v in literals(info.annotation)]:
        said = " | ".join(values)
    else:
        said = {"bool": "true or false", "int": "whole number"}.get(
            getattr(info.annotation, "__name__", ""), "text"
        )
    return f"list of: {said}" if several else said


def inner_models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The groups of fields that a field of this type holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from inner_models(part)


def holds_several(info: FieldInfo) -> bool:
    """Whether a list belongs there."""
    return "tuple" in str(info.annotation)


def literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from literals(part)
