"""From the events of the YAML parser to plain data, with the place of every value.

Every scalar stays text (`007`, `no`, `1.10` and `2008-03` are what was typed), because the model, not YAML,
decides what a value means.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from macros.loading.document import Places
from macros.loading.problem import Place
from macros.loading.unreadable import UNSEEN, Unreadable, unseen
from macros.model.fields import FieldPath

MAX_DEPTH = 20
EMPTY = ("", "~", "null", "Null", "NULL")
At = tuple[int, int]


class Builder:
    """Turns parser events into data. Iterative, so that depth costs nothing."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.lines = text.split("\n")
        self.data: Any = None
        self.places: Places = {}
        self.keys: Places = {}
        self.remarks: Places = {}
        self._stack: list[tuple[Any, FieldPath]] = []
        self._key: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event. Raises Unreadable for what a file of records may not hold."""
        at = _start(event)
        _refuse_signs(event, at)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = "a second document starts here (---)."
                raise Unreadable("documents", message, *at, hint="One file holds one record.")
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event, at)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], at)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._stack.pop()
            self._key.pop()

    def _take_scalar(self, event: yaml.ScalarEvent, at: At) -> None:
        if match := UNSEEN.search(event.value):
            raise unseen(match[0], *at)
        is_empty = event.implicit[0] and event.value in EMPTY
        path = self._put(None if is_empty else event.value, at, scalar=True)
        self._notice(event, path)

    def _notice(self, event: yaml.ScalarEvent, path: FieldPath) -> None:
        """Note a comment on the line on which a value without quotes ends."""
        end = event.end_mark
        if event.style or not event.value or end is None or end.line >= len(self.lines):
            return
        rest = self.lines[end.line][end.column :]
        if rest.lstrip().startswith("#"):
            self.remarks[path] = Place(self.shown, end.line + 1, end.column + 1 + rest.index("#"))

    def _open(self, container: Any, at: At) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise Unreadable("too-deep", "brackets or lists are nested too deeply here.", *at)
        path = self._put(container, at)
        self._stack.append((container, path))
        self._key.append(None)

    def _put(self, value: Any, at: At, *, scalar: bool = False) -> FieldPath:
        """Put a value where the parser is; the name of a field waits for its value."""
        if not self._stack:
            path: FieldPath = ()
            self.data = value
        else:
            container, parent = self._stack[-1]
            key = self._key[-1]
            if isinstance(container, list):
                path = (*parent, len(container))
                container.append(value)
            elif key is None:
                return self._take_key(value, at, scalar=scalar)
            else:
                path = (*parent, key)
                container[key] = value
                self._key[-1] = None
        self.places[path] = Place(self.shown, *at)
        return path

    def _take_key(self, value: Any, at: At, *, scalar: bool) -> FieldPath:
        container, parent = self._stack[-1]
        if not scalar or value is None:
            raise Unreadable("key", "the name of a field must be a word.", *at)
        if value in container:
            message = f"the field “{value}” is there twice."
            raise Unreadable("duplicate-key", message, *at, hint="Keep one of the two.")
        self._key[-1] = value
        self.keys[(*parent, value)] = Place(self.shown, *at)
        return (*parent, value)


def _start(event: yaml.Event) -> At:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_signs(event: yaml.Event, at: At) -> None:
    """Raise Unreadable for anchors, aliases and tags, which content has no use for."""
    if getattr(event, "anchor", None):
        message = "anchors and aliases (& and *) are not used here."
        raise Unreadable("alias", message, *at, hint="Write the text out, or put it in quotes.")
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        message = f"tags such as {re.split('[:.]', tag)[-1]} are not used here."
        raise Unreadable("tag", message, *at, hint="Leave out the word with the exclamation mark.")
