"""From the events of the YAML parser to plain data, with the place of every value.

Every scalar stays text (`007`, `no`, `1.10` and `2008-03` are what was typed), because the model, not YAML,
decides what a value means.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from macros.loading.places import Mark, Marks
from macros.loading.unreadable import UNSEEN, Unreadable, unseen

MAX_DEPTH = 20
EMPTY = ("", "~", "null", "Null", "NULL")
COMMENT = re.compile(r"[ \t]#")  # behind a value
At = tuple[int, int]


class Builder:
    """Turns parser events into data. Iterative, so that depth costs nothing."""

    def __init__(self, text: str) -> None:
        self.data: Any = None
        self.marks = Marks()
        # Almost no file holds what these look for in every value, so the whole text is asked first.
        self._lines = text.split("\n") if COMMENT.search(text) else []
        self._may_hide = "\\" in text or bool(UNSEEN.search(text))
        self._stack: list[Any] = []
        self._key: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event. Raises Unreadable for what a file of records may not hold."""
        if isinstance(event, yaml.NodeEvent):
            _refuse_signs(event)
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._key.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = "a second document starts here (---)."
                raise Unreadable("documents", message, *_start(event), hint="One file holds one record.")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        value = event.value
        if self._may_hide and (match := UNSEEN.search(value)):
            raise unseen(match[0], *_start(event))
        self._put(None if value in EMPTY and event.implicit[0] else value, event)
        if self._lines and value and not event.style:
            self._notice(event.end_mark)

    def _notice(self, end: Mark | None) -> None:
        """Note a comment on the line on which a value without quotes ends."""
        if end is None or end.line >= len(self._lines):
            return
        rest = self._lines[end.line][end.column :]
        if rest.lstrip().startswith("#"):
            self.marks.remark(end.line, end.column + rest.index("#"))

    def _open(self, container: Any, event: yaml.Event) -> None:
        if len(self._stack) >= MAX_DEPTH:
            message = "brackets or lists are nested too deeply here."
            raise Unreadable("too-deep", message, *_start(event))
        self._put(container, event)
        self._stack.append(container)
        self._key.append(None)

    def _put(self, value: Any, event: yaml.Event) -> None:
        """Put a value where the parser is; the name of a field waits for its value."""
        if not self._stack:
            self.data = value
        elif isinstance(container := self._stack[-1], list):
            container.append(value)
        elif (key := self._key[-1]) is None:
            self._take_key(container, value, event)
        else:
            container[key] = value
            self._key[-1] = None
        if mark := event.start_mark:
            self.marks.add(mark.line, mark.column)

    def _take_key(self, container: dict[str, Any], value: Any, event: yaml.Event) -> None:
        if not isinstance(value, str):
            raise Unreadable("key", "the name of a field must be a word.", *_start(event))
        if value in container:
            message = f"the field “{value}” is there twice."
            raise Unreadable("duplicate-key", message, *_start(event), hint="Keep one of the two.")
        self._key[-1] = value


def _start(event: yaml.Event) -> At:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_signs(event: yaml.NodeEvent) -> None:
    """Raise Unreadable for anchors, aliases and tags, which content has no use for."""
    if event.anchor:
        message = "anchors and aliases (& and *) are not used here."
        raise Unreadable("alias", message, *_start(event), hint="Write the text out, or put it in quotes.")
    tag = getattr(event, "tag", None)
    if tag and tag != "!":
        message = f"tags such as {re.split('[:.]', tag)[-1]} are not used here."
        hint = "Leave out the word with the exclamation mark."
        raise Unreadable("tag", message, *_start(event), hint=hint)
