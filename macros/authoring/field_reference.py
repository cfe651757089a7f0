"""The reference pages, read off the model and the macros themselves, so that they cannot lie."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.authoring.examples import Examples
from macros.loading.overlay import LOCAL
from macros.model import LOCAL_FILES, FileKind, Hidden
from macros.model.shape import holds, inner_models, is_partial, literals, written_fields

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


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

    @property
    def title(self) -> str:
        """The name as people write it."""
        return in_words(self.name)


@dataclass(frozen=True)
class MacroEntry:
    """One macro: its name and arguments, what it does, and an example."""

    name: str
    signature: str
    meaning: str
    example: str


def in_words(name: str) -> str:
    """Return the name of a class as people write it: “GateWords” is “Gate words”."""
    return _CAPITAL.sub(" ", name).capitalize()


def groups(examples: Examples) -> list[GroupEntry]:
    """Return every kind of record and every part inside them, each once, in the order of the content
    folder.
    """
    entries: dict[type[BaseModel], GroupEntry] = {}
    for cls in LOCAL_FILES:
        _collect(cls, _where(cls), entries, examples)
    return list(entries.values())


def of_file(kind: str, examples: Examples) -> list[GroupEntry]:
    """Return one kind of file, and every part inside it, each once."""
    entries: dict[type[BaseModel], GroupEntry] = {}
    cls = next(cls for cls in LOCAL_FILES if cls.kind == kind)
    _collect(cls, _where(cls), entries, examples)
    return list(entries.values())


def _where(cls: FileKind) -> str:
    if cls.folder:
        return f"content/{cls.folder}/<id>.yml"
    return f"content/{LOCAL}/{cls.kind}.yml" if cls is Hidden else f"content/{cls.kind}.yml"


def macros(table: dict[str, Callable[..., Any]]) -> list[MacroEntry]:
    """Return every macro for hand-written pages, by name."""
    return [_macro(name, function) for name, function in sorted(table.items())]


def _collect(
    cls: type[BaseModel], where: str, entries: dict[type[BaseModel], GroupEntry], examples: Examples
) -> None:
    """Add the entry of a group, and of the groups inside it, to `entries`."""
    if cls in entries:
        return
    written = written_fields(cls)
    fields = tuple(entry(cls, name, examples) for name in written)
    entries[cls] = GroupEntry(cls.__name__, where, inspect.cleandoc(cls.__doc__ or ""), fields)
    for name, info in written.items():
        for inner in inner_models(info.annotation) if not is_partial(info) else ():
            _collect(inner, f"{where.partition(' ')[0]} → {name}", entries, examples)


def entry(cls: type[BaseModel], name: str, examples: Examples) -> FieldEntry:
    """Return what there is to say about one field of `cls`.

    Its example is one of `examples`, or the hint at its form that the model keeps. Words that the model lists
    need none.
    """
    info = cls.model_fields[name]
    example = ""
    if not any(literals(info.annotation)):
        hint = info.examples[0] if info.examples else ""
        typed = hint if isinstance(hint, str) else json.dumps(hint, ensure_ascii=False)
        example = examples.get((cls, name)) or typed
    is_required = info.is_required() and not is_partial(info)
    return FieldEntry(info.alias or name, info.description or "", holds(info), example, is_required)


def _macro(name: str, function: Callable[..., Any]) -> MacroEntry:
    text = inspect.cleandoc(function.__doc__ or "").splitlines()
    arguments = [str(p) for p in inspect.signature(function, eval_str=True).parameters.values()]
    return MacroEntry(
        name, f"{name}({', '.join(arguments)})", " ".join(line for line in text[:-1] if line), text[-1]
    )
