"""A YAML file: read as plain data, with the place of every value.

Every scalar stays text (`007`, `no`, `1.10` and `2008-03` are what was typed) because the model, not YAML,
decides what a value means. The file is read from parser events, not with a loader: that is what lets
duplicate keys, aliases, second documents and absurd depth be refused with their place, before they cost time.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from macros.loading.document import Document, Places
from macros.loading.problem import Place, Problem
from macros.model.fields import FieldPath

MAX_BYTES = 200_000
MAX_DEPTH = 20

# Characters that have no business in prose and can hide what a text says: controls, bidirectional
# overrides, zero width characters.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


UNSEEN_MESSAGE, UNSEEN_HINT = (
    "there is an invisible character here ({code}).",
    "Delete it and type the text again.",
)
TOO_LARGE = (
    f"this file is larger than {MAX_BYTES // 1000} kB.",
    "Keep one record in a file, and long material outside the handbook.",
)


class _Refused(Exception):
    def __init__(self, code: str, message: str, line: int, column: int, hint: str = "") -> None:
        self.code, self.message, self.line, self.column, self.hint = code, message, line, column, hint


def read(file: Path, shown: str) -> tuple[Document, list[Problem]]:
    """Read one YAML file. `shown` is its path in messages. Never raises for what is in the file."""
    text = ""
    try:
        text = _decode(file.read_bytes())
        if text.startswith("<<<<<<<") or "\n<<<<<<<" in text:
            raise _Refused(
                "merge",
                "a merge was begun here and never finished.",
                text.count("\n", 0, ("\n" + text).index("\n<<<<<<<")) + 1,
                1,
                "Keep one of the two versions, and delete the lines of signs.",
            )
        builder = _Builder(shown, text)
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
        return Document(shown, builder.data, builder.places, builder.keys, text, builder.remarks), []
    except _Refused as e:
        wrong = e
    except yaml.MarkedYAMLError as e:
        words = _plain(e)
        # What is never closed is shown where it is opened, not where the file ends.
        mark = (
            (e.context_mark if words.endswith("never closed.") and "opened" in words else None)
            or e.problem_mark
            or e.context_mark
        )
        wrong = _Refused("yaml", words, *_inside(text, mark))
    except yaml.YAMLError:
        wrong = _Refused("yaml", "this file cannot be read as YAML.", 1, 1)
    except OSError:
        wrong = _Refused(
            "unreadable",
            "this file cannot be opened.",
            1,
            1,
            "Check that it exists and that you may read it.",
        )
    place = Place(shown, wrong.line, wrong.column)
    return Document(shown, None, text=text), [Problem(place, "", wrong.message, wrong.code, wrong.hint)]


def _inside(text: str, mark: yaml.Mark | None) -> tuple[int, int]:
    """The line and column of a mark; what is missed at the end of the file is shown after its last line."""
    lines = text.splitlines() or [""]
    if mark and mark.line < len(lines):
        return mark.line + 1, mark.column + 1
    return len(lines), len(lines[-1]) + 1


def _decode(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _Refused("too-large", TOO_LARGE[0], 1, 1, TOO_LARGE[1])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        before = raw[: e.start]
        raise _Refused(
            "encoding",
            "this file is not saved as UTF-8.",
            before.count(b"\n") + 1,
            e.start - before.rfind(b"\n"),
            "Save it again with the encoding UTF-8.",
        ) from None
    text = text.replace("\r\n", "\n")
    if found := UNSEEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        raise _unseen(found[0], line, column)
    return text


def _unseen(character: str, line: int, column: int) -> _Refused:
    return _Refused(
        "unseen-character", UNSEEN_MESSAGE.format(code=f"U+{ord(character):04X}"), line, column, UNSEEN_HINT
    )


def _plain(error: yaml.MarkedYAMLError) -> str:
    """Libyaml's complaint in plain words; the commonest mistakes by name."""
    said = f"{error.context or ''} {error.problem or ''}"
    for part, words in _YAML_WORDS:
        if part in said:
            return words
    return "this line cannot be read as YAML."


_YAML_WORDS = (
    (
        "cannot start any token",
        "a text may not start with this character, and a tab may not be used to indent. "
        "Use spaces, or put the text in quotes.",
    ),
    ("mapping values are not allowed", "there is a second colon here. Put the whole text in quotes."),
    (
        "could not find expected ':'",
        "a colon is missing after the name of a field, here or on the line above.",
    ),
    (
        "did not find expected key",
        "this line does not line up with the field above it. Check the spaces at its start, "
        "and that every quote is closed.",
    ),
    ("did not find expected '-'", "this line does not line up with the list above it."),
    ("while scanning a quoted scalar", "a quote is opened here and never closed."),
    ("did not find expected ',' or", "a bracket is opened and never closed."),
    ("undefined alias", "a text may not start with a star. Put the text in quotes."),
    (
        "did not find expected alphabetic",
        "a text may not start with a star or an ampersand. Put the text in quotes.",
    ),
    ("unknown escape", "a backslash in double quotes starts a special character. Use single quotes."),
)


class _Builder:
    """Turns parser events into data, keeping places. Iterative, so that depth costs nothing."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown, self.lines = shown, text.split("\n")
        self.remarks: Places = {}
        self.data: Any = None
        self.places: Places = {}
        self.keys: Places = {}
        self._stack: list[tuple[Any, FieldPath]] = []
        self._key: list[str | None] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        at = (event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else (1, 1)
        if getattr(event, "anchor", None):
            raise _Refused(
                "alias",
                "anchors and aliases (& and *) are not used here.",
                *at,
                "Write the text out, or put it in quotes.",
            )
        if (tag := getattr(event, "tag", None)) and tag != "!":
            raise _Refused(
                "tag",
                f"tags such as {re.split('[:.]', tag)[-1]} are not used here.",
                *at,
                "Leave out the word with the exclamation mark.",
            )
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Refused(
                    "documents", "a second document starts here (---).", *at, "One file holds one record."
                )
        elif isinstance(event, yaml.ScalarEvent):
            if found := UNSEEN.search(event.value):
                raise _unseen(found[0], *at)
            empty = event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
            path = self._put(None if empty else event.value, at, scalar=True)
            self._notice(event, path)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._open({} if isinstance(event, yaml.MappingStartEvent) else [], at)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._stack.pop()
            self._key.pop()

    def _notice(self, event: yaml.ScalarEvent, path: FieldPath) -> None:
        """Note a comment on the line on which a value without quotes ends."""
        end = event.end_mark
        rest = (
            self.lines[end.line][end.column :]
            if not event.style and event.value and end.line < len(self.lines)
            else ""
        )
        if rest.lstrip().startswith("#"):
            self.remarks[path] = Place(self.shown, end.line + 1, end.column + 1 + rest.index("#"))

    def _open(self, container: Any, at: tuple[int, int]) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise _Refused("too-deep", "brackets or lists are nested too deeply here.", *at)
        path = self._put(container, at)
        self._stack.append((container, path))
        self._key.append(None)

    def _put(self, value: Any, at: tuple[int, int], *, scalar: bool = False) -> FieldPath:
        if not self._stack:
            self.data, path = value, ()
        else:
            container, parent = self._stack[-1]
            if isinstance(container, list):
                path = (*parent, len(container))
                container.append(value)
            elif self._key[-1] is None:
                return self._take_key(value, at, parent, container, scalar)
            else:
                path = (*parent, self._key[-1])
                container[self._key[-1]] = value
                self._key[-1] = None
        self.places[path] = Place(self.shown, *at)
        return path

    def _take_key(
        self, value: Any, at: tuple[int, int], parent: FieldPath, container: dict, scalar: bool
    ) -> FieldPath:
        if not scalar or value is None:
            raise _Refused("key", "the name of a field must be a word.", *at)
        if value in container:
            raise _Refused(
                "duplicate-key",
                f"the field “{value}” stands twice in this record.",
                *at,
                "Keep one of the two.",
            )
        self._key[-1] = value
        self.keys[(*parent, value)] = Place(self.shown, *at)
        return (*parent, value)
