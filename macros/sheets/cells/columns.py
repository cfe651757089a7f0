"""Columns: what a heading is called, and which field people mean by what they wrote over a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from macros.model import Record
from macros.model.fields import FieldPath
from macros.model.words.labels import Labels
from macros.sheets.cells.heading_words import (
    choice_pattern,
    lacks_a_word,
    nearest,
    numbered,
    questions_of,
    side_asked_for,
)
from macros.sheets.cells.leaves import IDENTITY, NUMBER, leaves
from macros.sheets.cells.likeness import key, plain
from macros.similarity import SAME

LONGEST_HEADING = 300
REFERENCE: FieldPath = ("(reference)",)  # the log's own number of a row
PERSON: FieldPath = ("(person)",)  # a column that names people
SIDE: FieldPath = ("type",)  # the field whose words head columns of their own, such as “What went well”
_BETWEEN = r"[/|\\,;&\n]|\s[–—-]\s"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_QUESTION_NUMBER = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d{1,3}\s*[.):-]+\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Meaning:
    """What a heading means: a path of the record, REFERENCE, PERSON, or nothing (an empty path), and how
    certain that is.

    `others` are paths that people head in the same way. `side` is the word of the field SIDE that the heading
    is.
    """

    path: FieldPath = ()
    score: float = 0.0
    others: tuple[FieldPath, ...] = ()
    side: str = ""


class Headings:
    """The headings of one kind of record, in the words of one site."""

    def __init__(self, cls: type[Record], labels: Labels) -> None:
        self.cls = cls
        self._labels = labels
        self._words = labels.sheets.columns
        self._fillers = {word for text in labels.sheets.filler for word in plain(text).split()}
        self._known: dict[str, tuple[str, ...] | FieldPath] = {}
        self._also: dict[str, list[FieldPath]] = {}
        self._sides: dict[str, str] = {}
        self._meanings: dict[str, Meaning] = {}
        self._learn_fields()
        self._learn_parts_of_lists()
        self._learn_sides()
        self._questions = questions_of(self._sides)
        self._between = choice_pattern(_BETWEEN, self._fillers)
        for path, words in ((PERSON, labels.sheets.person), (REFERENCE, labels.sheets.reference)):
            for word in words:
                self._known.setdefault(numbered(word), path)
        self._plain = [known for known in self._known if NUMBER not in known]
        self._bare = {
            bare: known
            for name, known in reversed(self._known.items())
            if NUMBER not in name and len(bare := self._without_fillers(name)) > 1
        }
        self._phrases = sorted((known for known in self._plain if " " in known), key=len, reverse=True)

    def of(self, path: FieldPath) -> str:
        """Return the heading that exports write over the column for this path: `Evidence 2: Source`."""
        heading = ""
        for step in path:
            if isinstance(step, int):
                heading += f" {step + 1}"
            else:
                heading += f"{': ' if heading else ''}{self._spelt(step)[0]}"
        return heading

    def meant(self, heading: str) -> Meaning:
        """Return what somebody means by a heading. Asked for the same heading again, it answers at once."""
        if heading not in self._meanings:
            self._meanings[heading] = self._meant(heading) if len(heading) <= LONGEST_HEADING else Meaning()
        return self._meanings[heading]

    def _meant(self, heading: str) -> Meaning:
        """Try the whole, then without brackets and numbers, in parts, without filling words, and then what is
        near.
        """
        short = _QUESTION_NUMBER.sub("", _BRACKETS.sub(" ", heading))
        side = self._side(heading) or self._side(short)
        for score, text in ((SAME, heading), (98.0, short)):
            if path := self._exact(text):
                return Meaning(path, score, tuple(self._also.get(plain(text), ())), side)
        if side:
            return Meaning((), 97.0, (), side)
        if self._is_choice(short):
            return Meaning(SIDE, 97.0)
        bare = self._without_fillers(short)
        if known := self._bare.get(bare):
            return Meaning(self._filled(known, []), 96.0, tuple(self._also.get(bare, ())))
        if asked := side_asked_for(plain(short), self._questions):
            return Meaning((), 87.0, (), asked)
        return self._in_parts(heading) or self._by_phrase(plain(short)) or self._near(heading)

    def _in_parts(self, heading: str) -> Meaning | None:
        parts = [path for part in re.split(r"[/|\n(–:-]+", heading) if (path := self._exact(part))]
        if not parts:
            return None
        return Meaning(parts[0], 95.0 if len(set(parts)) == 1 else 88.0)

    def _by_phrase(self, heading: str) -> Meaning | None:
        """Return the field of the longest known phrase of several words that is in the heading."""
        words = f" {heading} "
        phrase = next((phrase for phrase in self._phrases if f" {phrase} " in words), None)
        return Meaning(self._filled(self._known[phrase], []), 87.0) if phrase else None

    def _near(self, heading: str) -> Meaning:
        known, score = nearest(plain(heading), self._plain)
        if not known or (self._known[known] == PERSON and lacks_a_word(plain(heading), known)):
            return Meaning()
        return Meaning(self._filled(self._known[known], []), score * 0.94)

    def _side(self, heading: str) -> str:
        return self._sides.get(key(heading).casefold(), "")

    def _is_choice(self, heading: str) -> bool:
        """Return whether a heading names the words of a field to choose from: “Win / Issue”, “+ or -”."""
        parts = [part.strip() for part in self._between.split(heading) if part.strip()]
        sides = {self._side(part) for part in parts} if len(parts) > 1 else set()
        return len(sides) > 1 and "" not in sides

    def _without_fillers(self, heading: str) -> str:
        return " ".join(word for word in plain(heading).split() if word not in self._fillers)

    def _exact(self, heading: str) -> FieldPath:
        known = self._known.get(numbered(heading))
        numbers = [int(number) - 1 for number in re.findall(r"\d{1,4}", plain(heading))]
        return self._filled(known, numbers) if known and all(0 <= number < 100 for number in numbers) else ()

    @staticmethod
    def _filled(leaf: tuple[str | int, ...], numbers: list[int]) -> FieldPath:
        rest = iter(numbers)
        return tuple(next(rest, 0) if step == NUMBER else step for step in leaf)

    def _learn_fields(self) -> None:
        """Learn what exports write first, then the names of fields, then every other way to say it."""
        for most in (1, 2, None):
            for leaf in sorted(leaves(self.cls), key=len):
                for names in product(*(self._spelt(step)[:most] for step in leaf)):
                    self._know(" ".join(names), leaf)

    def _learn_parts_of_lists(self) -> None:
        """Learn that “Source” alone is that of the evidence, and the name of a list its first text."""
        known = leaves(self.cls)
        for leaf in known:
            if NUMBER in leaf and leaf[:1] not in known:
                for name in self._spelt(next(step for step in reversed(leaf) if step != NUMBER)):
                    self._know(name, leaf)
        for name, leaf in {
            leaf[0]: leaf for leaf, it in known.items() if len(leaf) == 3 and it.lines
        }.items():
            for spelt in self._spelt(name):
                self._know(spelt, leaf)

    def _learn_sides(self) -> None:
        leaf = leaves(self.cls).get(tuple(map(str, SIDE)))
        for word in leaf.words if leaf else ():
            for text in (word, *getattr(self._labels.sheets.values, word, ())):
                self._sides.setdefault(key(text).casefold(), word)

    def _know(self, heading: str, leaf: tuple[str, ...]) -> None:
        name = numbered(heading)
        known = self._known.setdefault(name, leaf)
        if known != leaf and len(known) == len(leaf) == 1 and leaf not in self._also.get(name, []):
            self._also.setdefault(name, []).append(leaf)

    def _spelt(self, name: str) -> list[str]:
        return list(dict.fromkeys(self._every(name)))

    def _every(self, name: str) -> Iterator[str]:
        if name == NUMBER:
            yield NUMBER
            return
        words: tuple[str, ...] = getattr(self._words, name, ())
        yield from words[:1]
        if name != IDENTITY[0]:  # a log's own column “ID” holds its own numbers
            yield name.replace("_", " ").capitalize()
        yield from words[1:]
        label: object = getattr(self._labels, name, None)
        if isinstance(label, str) and "{" not in label:
            yield label
