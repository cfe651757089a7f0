"""Likeness: which of some names a text means that was typed by hand, cut short or misspelt.

It never decides between equals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from macros.similarity import APART, POSSIBLE, SAME, TAKEN

LONGEST = 120  # of a name that may be misspelt; what is longer is prose


@dataclass(frozen=True)
class Match:
    """What a text was taken for.

    Without `id`, nothing was; `near` are ids that it might mean, the likeliest first.
    """

    id: str = ""
    score: float = 0.0
    near: tuple[str, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the text is the name itself."""
        return bool(self.id) and self.score == SAME


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Return the words of a text alone: one case, no accents, no signs."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return " ".join(re.findall(r"[^\W_]+", bare))


def key(text: str) -> str:
    """Return what two texts share that are typed alike: their words, or their signs without any.

    Signs are alike in colour and in black.
    """
    return plain(text) or text.replace("\ufe0f", "").replace("\ufe0e", "").strip()


def likest(text: str, names: Mapping[str, Collection[str]], noise: Collection[str] = ()) -> Match:
    """Return the id whose names are most like the text.

    `noise` are words that say nothing, such as the name of the kind.
    """
    typed = plain(text)
    if not typed:  # signs, such as a plus
        sign = key(text)
        return next((Match(name, SAME) for name, spelt in names.items() if sign and sign in spelt), Match())
    exact = [name for name, spelt in names.items() if typed in map(plain, spelt)]
    if len(exact) == 1:
        return Match(exact[0], SAME)
    words = [word for word in typed.split() if word not in noise and not word.isdigit()]
    if exact or not words or len(typed) > LONGEST:
        return Match(near=tuple(exact))
    scores = sorted(
        (
            (max((_score(words, plain(name).split()) for name in spelt), default=0.0), each)
            for each, spelt in names.items()
        ),
        key=lambda s: (-s[0], s[1]),
    )
    best = scores[0][0] if scores else 0.0
    rivals = tuple(each for score, each in scores if score >= POSSIBLE and score > best - APART)[:3]
    if best >= TAKEN and len(rivals) == 1:
        return Match(rivals[0], min(best, SAME - 1))
    return Match(score=best, near=rivals)


def _score(words: list[str], name: list[str]) -> float:
    if words == name:
        return 98
    if set(words) <= set(name):
        return 95
    if _cut_short(words, name):
        return 93
    if len(name) > 1 and "".join(words) == "".join(word[0] for word in name):
        return 92
    if name and set(name) <= set(words):
        return 88
    return max(
        fuzz.ratio(" ".join(words), " ".join(name)),
        fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(name))),
    )


def _cut_short(words: list[str], name: list[str]) -> bool:
    """Return whether each word begins a word of the name, in order, and has three letters or more."""
    rest = iter(name)
    return all(len(word) > 2 and any(whole.startswith(word) for whole in rest) for word in words)
