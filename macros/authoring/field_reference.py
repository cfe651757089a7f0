"""The reference pages, read off the model and the macros themselves, so that they cannot lie."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.authoring.examples import Examples
from macros.loading.overlay import LOCAL
from macros.model import FILES
from macros.model.fields import Prose, Ref, StepRef
from macros.model.hidden import Hidden
from macros.model.references import mark_of


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


def groups(shown: Examples) -> list[GroupEntry]:
    """Every kind of record and every part inside them, each once, in the order of the content folder, with examples as `shown`."""
    found: dict[type[BaseModel], GroupEntry] = {}
    for cls in (*FILES, Hidden):
        where = f"content/{cls.folder}/<id>.yml" if cls.folder else f"content/{LOCAL if cls is Hidden else ''}/{cls.kind}.yml".replace("//", "/")
        _collect(cls, where, found, shown)
    return list(found.values())


def macros(table: dict[str, Callable[..., Any]]) -> list[MacroEntry]:
    """Every macro for hand-written pages, by name."""
    return [_macro(name, function) for name, function in sorted(table.items())]


def _collect(cls: type[BaseModel], where: str, found: dict[type[BaseModel], GroupEntry], shown: Examples) -> None:
    if cls in found:
        return
    written = written_fields(cls)
    fields = tuple(entry(cls, name, shown) for name in written)
    found[cls] = GroupEntry(cls.__name__, where, inspect.cleandoc(cls.__doc__ or ""), fields)
    for name, info in written.items():
        for inner in inner_models(info.annotation) if not is_partial(info) else ():
            _collect(inner, f"{where.partition(' ')[0]} → {name}", found, shown)


def written_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of `cls` that are written in a file, in order; an injected id is not."""
    return {name: info for name, info in cls.model_fields.items() if not (info.json_schema_extra or {}).get("injected")}  # type: ignore[union-attr]


def is_partial(info: FieldInfo) -> bool:
    """Whether a file says only some of the group that the field holds, because the rest comes from another file."""
    return bool((info.json_schema_extra or {}).get("partial"))  # type: ignore[union-attr]


def entry(cls: type[BaseModel], name: str, shown: Examples) -> FieldEntry:
    """What there is to say about one field of `cls`: its example is that of `shown`, or the hint at its form that the model keeps."""
    info, values = cls.model_fields[name], list(_literals(cls.model_fields[name].annotation))
    hint = info.examples[0] if info.examples else ""
    example = "" if values else shown.get((cls, name)) or (hint if isinstance(hint, str) else json.dumps(hint, ensure_ascii=False))
    return FieldEntry(info.alias or name, info.description or "", holds(info), example, info.is_required() and not is_partial(info))


def holds(info: FieldInfo) -> str:
    """What belongs into a field, in a word: `text`, `Markdown`, `list of: id of a phase`."""
    mark = mark_of(info)
    several = holds_several(info)
    inner = list(inner_models(info.annotation))
    if inner:
        said = f"{inner[0].__name__}"
    elif isinstance(mark, Ref):
        said = "kind/id" if mark.kind == "*" else f"id of {'an' if mark.kind[0] in 'aeiou' else 'a'} {mark.kind}"
    elif isinstance(mark, StepRef):
        said = "activity or activity#step"
    elif isinstance(mark, Prose):
        said = "Markdown"
    elif values := [v for v in _literals(info.annotation)]:
        said = " | ".join(values)
    else:
        said = {"bool": "true or false", "int": "whole number"}.get(getattr(info.annotation, "__name__", ""), "text")
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


def _literals(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)


def _macro(name: str, function: Callable[..., Any]) -> MacroEntry:
    text = inspect.cleandoc(function.__doc__ or "").splitlines()
    arguments = [str(p) for p in inspect.signature(function, eval_str=True).parameters.values()]
    return MacroEntry(name, f"{name}({', '.join(arguments)})", " ".join(line for line in text[:-1] if line), text[-1])
