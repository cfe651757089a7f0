"""Why a file cannot be read: each reason in plain words, with its place and what to do."""

from __future__ import annotations

import re

import yaml

MAX_BYTES = 200_000

# Characters that have no business in prose and can hide what a text says: controls, bidirectional overrides,
# zero width characters.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufffe\uffff\U000e0000-\U000e0fff]"
)
UNSEEN_MESSAGE = "there is an invisible character here ({code})."
UNSEEN_HINT = "Delete it and type the text again."
TOO_LARGE_HINT = "Keep one record in a file, and long material outside the handbook."

# What libyaml says, and what we say. The first line that fits is used.
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
    ("invalid Unicode character escape", "this code means no character. Type the character itself."),
    (
        "did not find expected <document start>",
        "three dots end a file, and more comes after them. Take the dots out.",
    ),
    ("unknown escape", "a backslash in double quotes starts a special character. Use single quotes."),
)


class Unreadable(Exception):
    """A file cannot be read: a code, a sentence, the line and column, and what to do."""

    def __init__(self, code: str, message: str, line: int = 1, column: int = 1, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint


def unseen(character: str, line: int, column: int) -> Unreadable:
    """Return the refusal of an invisible character."""
    message = UNSEEN_MESSAGE.format(code=f"U+{ord(character):04X}")
    return Unreadable("unseen-character", message, line, column, UNSEEN_HINT)


def too_large(most: int, hint: str = TOO_LARGE_HINT) -> Unreadable:
    """Return the refusal of a file of more than `most` bytes."""
    message = f"this file is larger than {most // 1000} kB."
    return Unreadable("too-large", message, hint=hint)


def no_yaml(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    """Return libyaml's complaint in plain words; the commonest mistakes by name."""
    complaint = f"{error.context or ''} {error.problem or ''}"
    words = next(
        (ours for part, ours in _YAML_WORDS if part in complaint),
        "this line cannot be read as YAML. If it is a text, put it in quotes.",
    )
    # What is never closed is shown where it is opened, not where the file ends.
    opened = error.context_mark if words.endswith("never closed.") and "opened" in words else None
    return Unreadable("yaml", words, *_inside(text, opened or error.problem_mark or error.context_mark))


def _inside(text: str, mark: yaml.Mark | None) -> tuple[int, int]:
    """Return the line and column of a mark; what is missed at the end of the file is shown after its last
    line.
    """
    lines = text.splitlines() or [""]
    if mark and mark.line < len(lines):
        return mark.line + 1, mark.column + 1
    return len(lines), len(lines[-1]) + 1
