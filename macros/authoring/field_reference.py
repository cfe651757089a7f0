"""The reference pages, read off the model and the macros themselves, so that they cannot lie."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.authoring.examples import Examples
from macros.loading.overlay import LOCAL
from macros.model import LOCAL_FILES, Hidden
from macros.model.shape import holds, inner_models, is_partial, literals, written_fields


@dataclass(frozen=True)
class FieldEntry:
    """One field: its name as written, what it means, what it holds, an example, and whether it must be
    there.
    """

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
    """Every kind of record and every part inside them, each once, in the order of the content folder, with
    examples as `shown`.
    """
    found: dict[type[BaseModel], GroupEntry] = {}
    for cls in LOCAL_FILES:
        where = (
            f"content/{cls.folder}/<id>.yml"
            if cls.folder
            else f"content/{LOCAL if cls is Hidden else ''}/{cls.kind}.yml".replace("//", "/")
        )
        _collect(cls, where, found, shown)
    return list(found.values())


def macros(table: dict[str, Callable[..., Any]]) -> list[MacroEntry]:
    """Every macro for hand-written pages, by name."""
    return [_macro(name, function) for name, function in sorted(table.items())]


def _collect(
    cls: type[BaseModel], where: str, found: dict[type[BaseModel], GroupEntry], shown: Examples
) -> None:
    if cls in found:
        return
    written = written_fields(cls)
    fields = tuple(entry(cls, name, shown) for name in written)
    found[cls] = GroupEntry(cls.__name__, where, inspect.cleandoc(cls.__doc__ or ""), fields)
    for name, info in written.items():
        for inner in inner_models(info.annotation) if not is_partial(info) else ():
            _collect(inner, f"{where.partition(' ')[0]} → {name}", found, shown)


def entry(cls: type[BaseModel], name: str, shown: Examples) -> FieldEntry:
    """What there is to say about one field of `cls`: its example is that of `shown`, or the hint at its form
    that the model keeps.
    """
    info, values = cls.model_fields[name], list(literals(cls.model_fields[name].annotation))
    hint = info.examples[0] if info.examples else ""
    example = (
        ""
        if values
        else shown.get((cls, name))
        or (hint if isinstance(hint, str) else json.dumps(hint, ensure_ascii=False))
    )
    return FieldEntry(
        info.alias or name,
        info.description or "",
        holds(info),
        example,
        info.is_required() and not is_partial(info),
    )


def _macro(name: str, function: Callable[..., Any]) -> MacroEntry:
    text = inspect.cleandoc(function.__doc__ or "").splitlines()
    arguments = [str(p) for p in inspect.signature(function, eval_str=True).parameters.values()]
    return MacroEntry(
        name, f"{name}({', '.join(arguments)})", " ".join(line for line in text[:-1] if line), text[-1]
    )
