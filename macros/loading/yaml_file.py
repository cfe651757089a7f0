"""A YAML file: read as plain data, with the place of every value.

The file is read from parser events, not with a loader: duplicate keys, aliases, second documents and absurd
depth are refused with their place before they cost time.
"""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

import yaml

from macros.loading.document import Document
from macros.loading.problem import Place, Problem
from macros.loading.unreadable import MAX_BYTES, Unreadable, no_yaml
from macros.loading.utf8 import decoded
from macros.loading.yaml_events import Builder

CONFLICT = "<<<<<<<"
KEPT = 10_000  # files: while somebody edits, all but one are as they were


def read(file: Path, shown: str) -> tuple[Document, list[Problem]]:
    """Read one YAML file. `shown` is its path in messages. Never raises for what is in the file."""
    try:
        if file.exists() and not file.is_file():
            message = "this is a folder, and a file belongs here."
            if not file.is_dir():  # reading what is neither may never end
                message = "this is no file that can be read."
            return Document(shown), [Problem(Place(shown), "", message, "unreadable", "Move it away.")]
        return parse(file.read_bytes(), shown)
    except OSError:
        message = "this file cannot be opened."
        hint = "Check that it exists and that you may read it."
        return Document(shown), [Problem(Place(shown), "", message, "unreadable", hint)]


def parse(raw: bytes, shown: str) -> tuple[Document, list[Problem]]:
    """Return what the bytes of a file say, and the first thing that is wrong with them. Never raises."""
    document, problems = parsed(raw, shown)
    return document, list(problems)


@lru_cache(maxsize=KEPT)
def parsed(raw: bytes, shown: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return the same as `parse`, and keep it."""
    text = ""
    try:
        text = decoded(raw, MAX_BYTES)
        refuse_conflict(text)
        return _built(text, shown), ()
    except Unreadable as refused:
        reason = refused
    except yaml.MarkedYAMLError as error:
        reason = no_yaml(error, text)
    except yaml.YAMLError:
        reason = Unreadable("yaml", "this file cannot be read as YAML.")
    place = Place(shown, reason.line, reason.column)
    return Document(shown, text=text), (Problem(place, "", reason.message, reason.code, reason.hint),)


def _built(text: str, shown: str) -> Document:
    builder = Builder(text)
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        builder.take(event)
    marks = builder.marks
    return Document(shown, builder.data, text, partial(marks.located, shown, builder.data), marks.has_remarks)


def refuse_conflict(text: str) -> None:
    """Raise Unreadable where git has left the two versions of a merge."""
    if text.startswith(CONFLICT) or f"\n{CONFLICT}" in text:
        line = text.count("\n", 0, f"\n{text}".index(f"\n{CONFLICT}")) + 1
        raise Unreadable(
            "merge",
            "a merge was begun here and never finished.",
            line,
            1,
            "Keep one of the two versions, and delete the lines of signs.",
        )
