"""A new record to fill in: every field of its kind in order, with what it means and an example in a comment
above it.

All of it is read off the model, so there is no template to keep. The values themselves stay empty: an example
left in place by mistake would be published as a fact, and an empty value is named by the check.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.authoring.editor_schema import FOLDER
from macros.authoring.examples import Examples
from macros.authoring.field_reference import FieldEntry, entry
from macros.authoring.yaml_text import as_yaml
from macros.loading.problem import printable
from macros.loading.unreadable import UNSEEN
from macros.model import KINDS, Record
from macros.model.fields import MAX_ID, RESERVED, Slug
from macros.model.shape import holds_several, inner_models, written_fields

WIDTH = 100
DAYS = ("added", "reviewed")  # fields that hold the day on which a record is begun
NOTHING: Mapping[str, str] = {}
OPTIONAL = "What follows may be left out. To use a field, delete the # in front of its name and of the lines under it."
Lines = list[str]


class NotStarted(Exception):
    """Why no file was written: one sentence for the person who asked for it."""


def start(
    content: Path,
    kind: str,
    title: str,
    today: date,
    shown: Examples,
    id: str = "",
    folder: Path | None = None,
) -> Path:
    """Write a new record of `kind`, with examples as `shown`, under `folder`, which is `content` or the
    team's own folder in it. Return its path.

    The id is made from the title unless it is given. Raises NotStarted, and never overwrites a file.
    """
    cls, title, folder = KINDS[kind], _clean(title), folder or content
    file = folder / cls.folder / f"{_checked(id) if id else id_from(title, kind)}.yml"
    if (original := content / file.relative_to(folder)) != file and original.exists():
        raise NotStarted(
            f"The handbook that you follow has {original.as_posix()}. To replace it, run `handbook replace {cls.folder}/{file.stem}`. "
            "Else give the new record another title."
        )
    begin(
        file,
        draft(cls, title, today, shown, ".." if folder == content else "../.."),
        " Give the new record another title.",
    )
    return file


def begin(file: Path, text: str, instead: str = "") -> None:
    """Write `text` to a file that is not there yet. Raises NotStarted where it is, saying what to do
    `instead`, or where nothing can be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError:
        raise NotStarted(f"{file.as_posix()} exists already, and nothing was changed.{instead}") from None
    except OSError as error:
        raise NotStarted(f"{file.as_posix()} cannot be written: {error.strerror}.") from None


def id_from(title: str, kind: str) -> str:
    """The id that `title` suggests: plain letters, digits and hyphens, cut between words. Raises NotStarted
    if nothing is left.
    """
    plain = unicodedata.normalize("NFKD", title).casefold().encode("ascii", "ignore").decode()
    words = re.findall("[a-z0-9]+", re.sub("['`]", "", plain))
    if not words:
        raise NotStarted(
            f"No file name can be made from the title “{title}”: it has no letter from a to z and no digit. Give one with --id."
        )
    id = words[0][:MAX_ID]
    for word in words[1:]:
        if len(id) + 1 + len(word) > MAX_ID:
            break
        id += f"-{word}"
    return f"{id}-{kind}" if id in RESERVED else id


def draft(cls: type[Record], title: str, today: date, shown: Examples, up: str = "..") -> str:
    """The text of a new record of this kind: fields that are required or known already, then the others as
    comments, each with its example of `shown`. `up` is the way to the content folder.
    """
    known = {"title": title, **dict.fromkeys(DAYS, today.isoformat())}
    blocks = [
        [f"# yaml-language-server: $schema={up}/{FOLDER}/{cls.kind}.json"],
        *_required(cls, WIDTH, shown, known),
        _comment(OPTIONAL, WIDTH),
        *_optional(cls, WIDTH, shown, known),
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def filled_in(
    cls: type[Record],
    data: Mapping[str, Any],
    shown: Examples,
    head: Iterable[str] = (),
    up: str = "..",
    beside: Mapping[str, Iterable[str]] = MappingProxyType({}),
) -> str:
    """The text of a record that holds `data`, under `head` as comments. What is required and missing stays to
    be filled in, explained, with what `beside` says of it.
    """
    blocks = [
        [f"# yaml-language-server: $schema={up}/{FOLDER}/{cls.kind}.json"],
        [_remark(text) for text in head],
    ]
    missing, known = False, Lines()
    for name, info in written_fields(cls).items():
        key = info.alias or name
        if key in data:
            known += as_yaml(key, data[key]).rstrip("\n").split("\n")
        elif info.is_required():
            explained = [
                *_explained(entry(cls, name, shown), WIDTH),
                *map(_remark, beside.get(key, ())),
                *_field(name, info, WIDTH, shown),
            ]
            blocks, known, missing = [*blocks, known, explained], Lines(), True
    blocks.append(known)
    if missing:
        blocks += [_comment(OPTIONAL, WIDTH), *_optional(cls, WIDTH, shown, data)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _required(
    cls: type[BaseModel], width: int, shown: Examples, known: Mapping[str, str] = NOTHING
) -> Iterator[Lines]:
    for name, info in written_fields(cls).items():
        if info.is_required() or name in known:
            yield [
                *_explained(entry(cls, name, shown), width),
                *_field(name, info, width, shown, known.get(name)),
            ]


def _optional(
    cls: type[BaseModel], width: int, shown: Examples, known: Collection[str] = NOTHING
) -> Iterator[Lines]:
    for name, info in written_fields(cls).items():
        if not (info.is_required() or (info.alias or name) in known):
            yield [
                *_explained(entry(cls, name, shown), width),
                *(f"#{line}" for line in _field(name, info, width - 1, shown)),
            ]


def _explained(said: FieldEntry, width: int) -> Lines:
    """What the field means; then what it holds, with an example."""
    holds = (
        f"{said.holds}, for example: {said.example}"
        if said.example
        else said.holds
        if "|" in said.holds
        else ""
    )
    return [*_comment(said.meaning, width), *_comment(holds, width)]


def _field(name: str, info: FieldInfo, width: int, shown: Examples, value: str | None = None) -> Lines:
    """The field with its value, or with a place for each value that it needs."""
    key, several = f"{info.alias or name}:", holds_several(info)
    if inner := next(inner_models(info.annotation), None):
        group = [
            line
            for part in (_required, _optional)
            for block in part(inner, width - 4, shown)
            for line in block
        ]
        return [key, *(_item(group) if several else [f"  {line}" for line in group])]
    if several:
        return [key, "  -"]
    return [key if value is None else f"{key} {json.dumps(value, ensure_ascii=False)}"]


def _item(group: Lines) -> Lines:
    """The group as the first entry of a list. The dash stands before its first field, under the comment on
    it.
    """
    first = next((n for n, line in enumerate(group) if not line.startswith("#")), len(group))
    return [f"  {line}" for line in group[:first]] + [
        f"  {'- ' if n == 0 else '  '}{line}" for n, line in enumerate(group[first:])
    ]


def _comment(text: str, width: int) -> Lines:
    return textwrap.wrap(
        text,
        width,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _remark(text: str) -> str:
    """A remark as comments, line by line, with nothing in it that a file of content may not hold."""
    return "\n".join(f"# {printable(line)}".rstrip() for line in text.replace("\xa0", " ").splitlines())


def _clean(title: str) -> str:
    """The title on one line, without what a file of content may not hold."""
    return " ".join(UNSEEN.sub("", " ".join(title.split())).encode("utf-8", "ignore").decode().split())


def _checked(id: str) -> str:
    try:
        return TypeAdapter(Slug).validate_python(id)
    except ValidationError as error:
        raise NotStarted(f"“{id}” cannot be an id: {error.errors()[0]['msg']}.") from None
