"""Headings: what a column is called, and which field people mean by what they wrote over a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from rapidfuzz import fuzz, process

from macros.model import Record
from macros.model.fields import FieldPath
from macros.model.words.labels import Labels
from macros.sheets.cells.leaves import IDENTITY, NUMBER, leaves
from macros.sheets.cells.likeness import plain
from macros.similarity import HEADING, SAME

LONGEST = 60  # of a heading that may be misspelt; what is longer is prose
REFERENCE: FieldPath = ("(reference)",)  # the log's own number of a row
PERSON: FieldPath = ("(person)",)  # a column that names people


@dataclass(frozen=True)
class Meaning:
    """What a heading stands for: a path of the record, REFERENCE, PERSON, or nothing (an empty path), and how surely."""

    path: FieldPath = ()
    score: float = 0.0


class Headings:
    """The headings of one kind of record, in the words of one site."""

    def __init__(self, cls: type[Record], labels: Labels) -> None:
        self.cls, self._words, self._labels = cls, labels.sheets.columns, labels
        self._known: dict[str, tuple[str, ...]] = {}
        # What exports write comes first, then the names of fields, then every other way to say it.
        for most in (1, 2, None):
            for leaf in sorted(leaves(cls), key=len):
                for names in product(*(self._spelt(step)[:most] for step in leaf)):
                    self._known.setdefault(_numbered(" ".join(names)), leaf)
        for leaf in leaves(cls):
            if NUMBER in leaf and leaf[0] not in leaves(cls):
                for name in self._spelt(next(step for step in reversed(leaf) if step != NUMBER)):
                    self._known.setdefault(_numbered(name), leaf)
        prose = {leaf[0]: leaf for leaf, it in leaves(cls).items() if len(leaf) == 3 and it.lines}
        for name, leaf in prose.items():
            for spelt in self._spelt(name):
                self._known.setdefault(_numbered(spelt), leaf)
        for word in labels.sheets.person:
            self._known.setdefault(_numbered(word), PERSON)  # type: ignore[arg-type]
        for word in labels.sheets.reference:
            self._known.setdefault(_numbered(word), REFERENCE)  # type: ignore[arg-type]

    def of(self, path: FieldPath) -> str:
        """The heading that exports write over the column for this path: `Evidence 2: Source`."""
        said = ""
        for step in path:
            said += (
                f" {step + 1}" if isinstance(step, int) else f"{': ' if said else ''}{self._spelt(step)[0]}"
            )
        return said

    def meant(self, heading: str) -> Meaning:
        """What somebody means by a heading. It tries the whole, then what stands between slashes, then what is nearly the same."""
        for score, said in ((SAME, heading), (98.0, re.sub(r"\([^)]*\)|\[[^\]]*\]|\*", " ", heading))):
            if found := self._exact(said):
                return Meaning(found, score)
        parts = [found for part in re.split(r"[/|\n(–:-]+", heading) if (found := self._exact(part))]
        if parts:
            return Meaning(parts[0], 95.0 if len(set(parts)) == 1 else 88.0)
        said = plain(heading)
        if not 3 < len(said) <= LONGEST:
            return Meaning()
        near = process.extractOne(
            said,
            [known for known in self._known if NUMBER not in known],
            scorer=fuzz.ratio,
            score_cutoff=HEADING,
        )
        return Meaning(self._filled(self._known[near[0]], []), near[1] * 0.94) if near else Meaning()

    def _exact(self, heading: str) -> FieldPath:
        found, numbers = (
            self._known.get(_numbered(heading)),
            [int(number) - 1 for number in re.findall(r"\d+", plain(heading))],
        )
        return self._filled(found, numbers) if found and all(0 <= number < 100 for number in numbers) else ()

    @staticmethod
    def _filled(leaf: tuple[str, ...], numbers: list[int]) -> FieldPath:
        rest = iter(numbers)
        return tuple(next(rest, 0) if step == NUMBER else step for step in leaf)

    def _spelt(self, name: str) -> list[str]:
        return list(dict.fromkeys(self._every(name)))

    def _every(self, name: str) -> Iterator[str]:
        if name == NUMBER:
            yield NUMBER
            return
        yield from getattr(self._words, name, ())[:1]
        if name != IDENTITY[0]:  # a log's own column “ID” holds its own numbers
            yield name.replace("_", " ").capitalize()
        yield from getattr(self._words, name, ())[1:]
        label: Any = getattr(self._labels, name, None)
        if isinstance(label, str) and "{" not in label:
            yield label


def _numbered(heading: str) -> str:
    """The words of a heading with a sign in place of each number."""
    return " ".join(
        NUMBER if word.isdigit() else word for word in plain(heading.replace(NUMBER, " 0 ")).split()
    )
