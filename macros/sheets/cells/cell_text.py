"""Texts of cells: what of them a file of content may hold, what can be seen, and what means an empty
cell.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from macros.loading.unreadable import UNSEEN

LONGEST_SHOWN = 60  # of a text that stands in a command to copy
LONGEST_QUOTE = 200
SAY = "Say what it means with"
_PLACEHOLDER = re.compile(r"\s*(<+[^\[\]<>]+>+|\[+[^\[\]<>]+\]+)[\s.:*]*")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Letters and signs that show nothing.
_BLANK = set("\u115f\u1160\u2800\u3164\uffa0")


@dataclass(frozen=True)
class Doubt:
    """Why a text could not be placed, and what to do."""

    code: str
    message: str
    hint: str = ""


@dataclass
class Value:
    """What a cell gave: its value (None for none), what was taken for what, and what is open."""

    value: Any = None
    taken: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def clean(text: str) -> str:
    """Return the text without what a file of content may not hold, and with our line breaks."""
    return UNSEEN.sub("", _BREAKS.sub("\n", text)).encode("utf-8", "ignore").decode().strip()


def unseen_in(text: str) -> list[str]:
    """Return the characters that `clean` takes out, each once, by their codes: `U+200B`."""
    broken = _BREAKS.sub("\n", text)
    gone = UNSEEN.findall(broken) + re.findall("[\ud800-\udfff]", broken)
    return [f"U+{ord(sign):04X}" for sign in dict.fromkeys(gone)]


def is_placeholder(text: str) -> bool:
    """Return whether a text is what a template left in brackets: `[Describe what happened]`."""
    return len(text) < 500 and _PLACEHOLDER.fullmatch(text) is not None and not text.startswith('["')


def is_visible(text: str) -> bool:
    """Return whether a text holds anything that can be seen."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _BLANK for sign in text)


def in_quotes(text: str) -> str:
    """Return the text for a message, not endless."""
    return f"“{text}”" if len(text) <= LONGEST_QUOTE else f"“{text[:LONGEST_QUOTE]}…”"
