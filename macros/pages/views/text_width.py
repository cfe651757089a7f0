"""How wide a text is, and where to break it, before any browser has drawn it.

Nobody knows which font a reader has. Letters are counted as in the widest of the fonts that the stylesheet
names, so a text may end earlier than counted, and never later.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WIDE = 1.0  # a sign of East Asia, as a share of the size of the type
USUAL = 0.635
CAPITAL = 0.74
BOLD = 1.13
LAST = 5  # letters that a broken word keeps for its end
# Latin letters that are much narrower or wider than the usual one.
_SHARES = {"ijl|.,:;'!": 0.34, "frt()[]/ -–": 0.41, "mwMW@%—…": 0.98}
_WIDTHS = {letter: share for letters, share in _SHARES.items() for letter in letters}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the most that a line of text may measure, in the unit of `size`."""
    return sum(map(_share, text)) * size * (BOLD if bold else 1)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of `text` that fit into `room`; a word that is longer is broken with a hyphen."""
    lines: list[str] = []
    for word in (part for long in text.split() for part in _parts(long, room, size, bold)):
        together = f"{lines[-1]} {word}" if lines else word
        if lines and width(together, size, bold=bold) <= room:
            lines[-1] = together
        else:
            lines.append(word)
    return tuple(lines)


def _parts(word: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """Yield a word, in parts that fit into `room`. The last one is no stub of one or two letters."""
    rest = word
    while len(rest) > 1 and width(rest, size, bold=bold) > room:
        fitting = [n for n in range(1, len(rest)) if width(f"{rest[:n]}-", size, bold=bold) <= room]
        end = max(min(max(fitting, default=1), len(rest) - LAST), 1)
        yield f"{rest[:end]}-"
        rest = rest[end:]
    yield rest


@lru_cache(maxsize=2048)
def _share(letter: str) -> float:
    """Return the width of a letter as a share of the size of the type."""
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return WIDE
    return _WIDTHS.get(letter, CAPITAL if letter.isupper() else USUAL)
