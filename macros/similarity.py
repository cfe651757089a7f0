"""Similarity: how alike two short texts are, from 0 to 100, and every limit at which something is done about
it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

SAME = 100.0
# A word that we suggest for one that does not exist. Low, because a poor suggestion costs a glance and a
# missing one a search: three of five letters are enough, and `book` brings `book-list`.
SUGGESTED = 60.0
# Two titles that are one: a plural, a typing error, another small word. Over it nothing but signs may differ.
TWIN = 92.0
# A name in a spreadsheet that is taken for a record without asking. Wrong data is worse than a question, so
# it is high, and the next best name must be at least APART behind.
TAKEN = 80.0
APART = 4.0
# A name that is shown as a possible meaning, when none is taken.
POSSIBLE = 68.0
# A heading of a spreadsheet that is taken for a field. Higher, because it decides a whole column.
HEADING = 86.0

STEM = 3  # letters of a word that a plural or an ending leaves as they are
# Of titles that share most of their words, so that a thousand numbered titles cost no million comparisons.
COMPARED = 50


def suggest(word: str, allowed: Iterable[str]) -> str:
    """Return `Did you mean “x”?`, or an empty text when nothing is near."""
    match = process.extractOne(word.lower(), list(allowed), scorer=fuzz.ratio, score_cutoff=SUGGESTED)
    return f"Did you mean “{match[0]}”?" if match else ""


def twins(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the place of each title that is like an earlier one, after the place of that one: the one most
    like it.

    Titles are compared only where the beginnings of their words are the same but for one word, so the work
    grows with their number, not with its square.
    """
    known: dict[tuple[str, ...], list[int]] = defaultdict(list)
    folded = [title.casefold() for title in titles]
    for place, title in enumerate(folded):
        keys = set(_keys(title))
        candidates = {other for key in keys for other in known[key][-COMPARED:]}
        choices = {other: folded[other] for other in sorted(candidates)}
        match = process.extractOne(title, choices, scorer=fuzz.ratio, score_cutoff=TWIN)
        if match:
            yield match[2], place
        for key in keys:
            known[key].append(place)


def _keys(title: str) -> Iterator[tuple[str, ...]]:
    """Yield the beginnings of the words of a title: of all of them, and of all but one."""
    stems = tuple(word[:STEM] for word in title.split())
    yield stems
    yield from (stems[:n] + stems[n + 1 :] for n in range(len(stems)))
