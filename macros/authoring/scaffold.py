"""The text of a record to fill in: every field in order, with its meaning and an example in a comment above
it.

All of it is read off the model, so there is no template to keep. The values themselves stay empty: an example
left in place by mistake would be published as a fact, and an empty value is named by the check.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.authoring.editor_schema import FOLDER
from macros.authoring.examples import Examples
from macros.authoring.field_reference import FieldEntry, entry
from macros.authoring.yaml_text import as_yaml
from macros.loading.unreadable import UNSEEN
from macros.model import Record
from macros.model.shape import holds_several, inner_models, written_fields

WIDTH = 100
MARK = "\ufffd"  # in place of a sign that no file of content may hold
DAYS = ("added", "reviewed")  # fields that hold the day on which a record is begun
NOTHING: Mapping[str, str] = MappingProxyType({})
OPTIONAL = (
    "What follows may be left out. "
    "To use a field, delete the # in front of its name and of the lines under it."
)
Lines = list[str]


def draft(cls: type[Record], title: str, today: date, examples: Examples, up: str = "..") -> str:
    """Return the text of a new record: first the fields that are required or known, then the others as
    comments.

    `up` is the way from its folder to the content folder.
    """
    known = {"title": title, **dict.fromkeys(DAYS, today.isoformat())}
    blocks = [
        [_schema_line(cls, up)],
        *_required(cls, WIDTH, examples, known),
        comment(OPTIONAL, WIDTH),
        *_optional(cls, WIDTH, examples, known),
    ]
    return _text(blocks)


def filled_in(
    cls: type[Record],
    data: Mapping[str, Any],
    examples: Examples,
    head: Iterable[str] = (),
    up: str = "..",
    beside: Mapping[str, Iterable[str]] = MappingProxyType({}),
) -> str:
    """Return the text of a record that holds `data`, under `head` as comments.

    What is required and missing stays to be filled in, explained, with the remarks `beside` the field.
    """
    blocks = [[_schema_line(cls, up)], [_remark(text) for text in head]]
    is_missing = False
    known = Lines()
    for name, info in written_fields(cls).items():
        key = info.alias or name
        if key in data:
            known += as_yaml(key, data[key]).rstrip("\n").split("\n")
        elif info.is_required():
            remarks = map(_remark, beside.get(key, ()))
            explained = _explained(entry(cls, name, examples), WIDTH)
            blocks += [known, [*explained, *remarks, *_field(name, info, WIDTH, examples)]]
            known = Lines()
            is_missing = True
    blocks.append(known)
    if is_missing:
        blocks += [comment(OPTIONAL, WIDTH), *_optional(cls, WIDTH, examples, data)]
    return _text(blocks)


def comment(text: str, width: int) -> Lines:
    """Return `text` as comments, cut between words."""
    return textwrap.wrap(
        text,
        width,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _text(blocks: Iterable[Lines]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _schema_line(cls: type[Record], up: str) -> str:
    return f"# yaml-language-server: $schema={up}/{FOLDER}/{cls.kind}.json"


def _required(
    cls: type[BaseModel], width: int, examples: Examples, known: Mapping[str, str] = NOTHING
) -> Iterator[Lines]:
    for name, info in written_fields(cls).items():
        if info.is_required() or name in known:
            lines = _field(name, info, width, examples, known.get(name))
            yield [*_explained(entry(cls, name, examples), width), *lines]


def _optional(
    cls: type[BaseModel], width: int, examples: Examples, known: Collection[str] = NOTHING
) -> Iterator[Lines]:
    for name, info in written_fields(cls).items():
        if not info.is_required() and (info.alias or name) not in known:
            lines = [f"#{line}" for line in _field(name, info, width - 1, examples)]
            yield [*_explained(entry(cls, name, examples), width), *lines]


def _explained(about: FieldEntry, width: int) -> Lines:
    """Return what the field means, then what it holds, with an example."""
    holds = about.holds if "|" in about.holds else ""
    if about.example:
        holds = f"{about.holds}, for example: {about.example}"
    return [*comment(about.meaning, width), *comment(holds, width)]


def _field(name: str, info: FieldInfo, width: int, examples: Examples, value: str | None = None) -> Lines:
    """Return the field with its value, or with a place for each value that it needs."""
    key = f"{info.alias or name}:"
    several = holds_several(info)
    if inner := next(inner_models(info.annotation), None):
        blocks = (*_required(inner, width - 4, examples), *_optional(inner, width - 4, examples))
        group = [line for block in blocks for line in block]
        return [key, *(_item(group) if several else [f"  {line}" for line in group])]
    if several:
        return [key, "  -"]
    return [key if value is None else f"{key} {json.dumps(value, ensure_ascii=False)}"]


def _item(group: Lines) -> Lines:
    """Return the group as the first entry of a list.

    The dash is before its first field, under the comment on it.
    """
    first = next((n for n, line in enumerate(group) if not line.startswith("#")), len(group))
    above = [f"  {line}" for line in group[:first]]
    return above + [f"  {'  ' if n else '- '}{line}" for n, line in enumerate(group[first:])]


def _remark(text: str) -> str:
    """Return a remark as comments, line by line, with nothing in it that a file of content may not hold.

    Joiners in names and pictures, soft hyphens and wide spaces are allowed in a file, so they stay.
    """
    return "\n".join(f"# {UNSEEN.sub(MARK, line)}".rstrip() for line in text.splitlines())
