"""The reference pages, read off the model and the macros themselves, so that they cannot lie."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.fields import Prose, Ref, StepRef
from macros.records import FOLDERS, SINGLES
from macros.references import mark_of


@dataclass(frozen=True)
class FieldEntry:
    """One field: its name as written, what it means, what it holds, an example, and whether it must be there."""

    name: str
    meaning: str
    holds: str
    example: str
    required: bool


@dataclass(frozen=True)
class GroupEntry:
    """One group of fields: a kind of record, or a part inside one."""

    name: str
    where: str
    meaning: str
    fields: tuple[FieldEntry, ...]


@dataclass(frozen=True)
class MacroEntry:
    """One macro: its name and arguments, what it does, and an example."""

    name: str
    signature: str
    meaning: str
    example: str


def groups() -> list[GroupEntry]:
    """Every kind of record and every part inside them, each once, in the order of the content folder."""
    found: dict[type[BaseModel], GroupEntry] = {}
    for cls in (*SINGLES, *FOLDERS):
        where = f"content/{cls.folder}/<id>.yml" if cls.folder else f"content/{cls.kind}.yml"
        _collect(cls, where, found)
    return list(found.values())


def macros(table: dict[str, Callable[..., Any]]) -> list[MacroEntry]:
    """Every macro for hand-written pages, by name."""
    return [_macro(name, function) for name, function in sorted(table.items()) if inspect.ismethod(function)]


def _collect(cls: type[BaseModel], where: str, found: dict[type[BaseModel], GroupEntry]) -> None:
    if cls in found:
        return
    written = {name: info for name, info in cls.model_fields.items() if not (info.json_schema_extra or {}).get("injected")}  # type: ignore[union-attr]
    fields = tuple(_field(name, info) for name, info in written.items())
    found[cls] = GroupEntry(cls.__name__, where, inspect.cleandoc(cls.__doc__ or ""), fields)
    for name, info in written.items():
        for inner in _inner(info.annotation):
            _collect(inner, f"{where.partition(' ')[0]} → {name}", found)


def _field(name: str, info: FieldInfo) -> FieldEntry:
    example = info.examples[0] if info.examples else ""
    shown = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    return FieldEntry(info.alias or name, info.description or "", _holds(info), shown, info.is_required())


def _holds(info: FieldInfo) -> str:
    mark = mark_of(info)
    several = "tuple" in str(info.annotation)
    inner = list(_inner(info.annotation))
    if inner:
        said = f"{inner[0].__name__}"
    elif isinstance(mark, Ref):
        said = "kind/id" if mark.kind == "*" else f"id of a {mark.kind}"
    elif isinstance(mark, StepRef):
        said = "activity or activity#step"
    elif isinstance(mark, Prose):
        said = "Markdown"
    elif values := [v for v in _literals(info.annotation)]:
        said = " | ".join(values)
    else:
        said = {"bool": "true or false", "int": "whole number"}.get(getattr(info.annotation, "__name__", ""), "text")
    return f"list of: {said}" if several else said


def _inner(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inner(part)


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)


def _macro(name: str, function: Callable[..., Any]) -> MacroEntry:
    text = inspect.cleandoc(function.__doc__ or "").splitlines()
    arguments = [str(p).replace("'", "") for p in inspect.signature(function).parameters.values()]
    return MacroEntry(name, f"{name}({', '.join(arguments)})", " ".join(line for line in text[:-1] if line), text[-1])
