"""Naming: texts that name records of the handbook, or one of the words that a field may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.model import Record
from macros.model.fields import Ref, StepRef
from macros.model.validators import MAX_ID
from macros.sheets.cells.cell_text import LONGEST_SHOWN, SAY, Doubt, Value, in_quotes
from macros.sheets.cells.choices import BY_NAME, Names
from macros.sheets.cells.leaves import Leaf, leaves
from macros.sheets.cells.likeness import key, plain

MOST_CHOICES = 16  # more than that, nobody reads
MOST_PIECES = 40  # a text of more is no list of names
_LIST = re.compile(r'\["[^"]*"(?:\s*,\s*"[^"]*")*\]')
_LISTED = re.compile(r'"([^"]*)"')
_BULLET = re.compile(r"^\s*[-*•]\s+")


@dataclass(frozen=True)
class Naming:
    """Finds what texts name in one handbook. `chosen` is what a person said that a text means."""

    cls: type[Record]
    names: Names
    chosen: Mapping[str, str]

    def single(self, leaf: Leaf, text: str) -> Value:
        """Return the one id or word that a text names."""
        wanted = self.chosen.get(key(text), text)
        pointer, sign, step = wanted.partition("#") if isinstance(leaf.mark, StepRef) else (wanted, "", "")
        match = self.names.match(leaf, pointer.strip())
        if (
            not match.id and wanted != text
        ):  # what a person said was meant for another column with the same text
            match = self.names.match(leaf, text)
        if match.id:
            value = f"{match.id}{sign}{step.strip()}"
            return Value(value, [] if match.exact else [(text, self.names.title(leaf, match.id))])
        hint = self._choices(leaf, text, match.near)
        return Value(doubts=[Doubt("no-such-name", f"{in_quotes(text)} fits no {kind_of(leaf)}.", hint)])

    def several(self, leaf: Leaf, text: str) -> Value:
        """Return all ids or words that a text names, however it lists them."""
        whole = self.single(leaf, text)
        if whole.value and not whole.taken:
            return Value([whole.value])
        lines = [line.strip() for line in without_brackets(text).split("\n") if line.strip()]
        pieces = [piece for line in lines[:MOST_PIECES] for piece in self._pieces(leaf, line)]
        if not 1 < len(pieces) <= MOST_PIECES or len(lines) > MOST_PIECES:
            if whole.value:
                return Value([whole.value], whole.taken, whole.doubts)
            return self._all(leaf, text) or whole
        together = Value([])
        for piece in pieces:
            one = self.single(leaf, piece)
            every = None if one.value else self._all(leaf, piece)
            if every:
                together.value += every.value
                together.taken += every.taken
                continue
            together.value += [one.value] if one.value else []
            together.taken += one.taken
            together.doubts += one.doubts
        together.value = list(dict.fromkeys(together.value)) or None
        return together

    def kept(self, leaf: Leaf, text: str) -> Any:
        """Return the value as an export wrote it: an exact name, an id (of a record that may be still to
        come), or a text.
        """
        lines = text.split("\n") if leaf.several else [text]
        if leaf.dated or not text:
            return None
        if not (leaf.words or isinstance(leaf.mark, Ref | StepRef)):
            return lines if leaf.several else text
        ids = [_exact_id(self.single(leaf, line), line) for line in lines]
        if not all(ids):
            return None
        return ids if leaf.several else ids[0]

    def _choices(self, leaf: Leaf, text: str, near: tuple[str, ...]) -> str:
        """Return what to do about a text that fits nothing: what it may mean, and how to say so."""
        command = f'{SAY} --value "{" ".join(text.split())[:LONGEST_SHOWN]}=NAME".'
        other = next((other for other in leaves(self.cls).values() if self._fits_well(other, text)), None)
        if other:
            field = f'--column "HEADING={other.path[-1]}"'
            return f"It is a {kind_of(other)}. If the whole column holds such, say so with {field}. {command}"
        every = list(self.names.spellings(leaf))
        shown = [
            f"“{self.names.title(leaf, name).partition(':')[0]}”"
            for name in near or (every if len(every) <= MOST_CHOICES else [])
        ]
        if near:
            return f"Did you mean {' or '.join(shown)}? {command}"
        return f"There are {', '.join(shown)}. {command}" if shown else command

    def _fits_well(self, leaf: Leaf, text: str) -> bool:
        by_name = isinstance(leaf.mark, Ref) and leaf.mark.kind in BY_NAME
        return by_name and self.names.holds(leaf, text)

    def _pieces(self, leaf: Leaf, line: str) -> list[str]:
        whole = self.single(leaf, line)
        if whole.value and not whole.taken:
            return [line]
        parts = re.split(r"[;,|/+]", _BULLET.sub("", line))
        return [piece for part in parts if (piece := part.strip())]

    def _all(self, leaf: Leaf, text: str) -> Value | None:
        """Return every name that is among the words of a text, if there are several; for the word “all”,
        every one.
        """
        spelt = self.names.spellings(leaf)
        words = set(plain(text).split())
        if plain(text) == plain(self.names.labels.all):
            ids = list(spelt) if leaf.info.is_required() else []
            return Value(ids, [(text, self._titles(leaf, ids) or "all of them")])
        ids = [
            name
            for name, spellings in spelt.items()
            if any(set(plain(spelling).split()) <= words for spelling in spellings if plain(spelling))
        ]
        return Value(ids, [(text, self._titles(leaf, ids))]) if len(ids) > 1 else None

    def _titles(self, leaf: Leaf, ids: list[str]) -> str:
        return ", ".join(self.names.title(leaf, name) for name in ids)


def without_brackets(text: str) -> str:
    """Return the parts of a list that a program wrote, such as `["Books","Rooms"]`, on lines of their own."""
    parts = _LISTED.findall(text) if _LIST.fullmatch(text) else []
    return "\n".join(parts) or text


def kind_of(leaf: Leaf) -> str:
    """Return what a leaf holds the name of, for a message."""
    if leaf.words:
        return leaf.path[-1]
    return leaf.mark.kind if isinstance(leaf.mark, Ref) else "activity"


def _exact_id(value: Value, text: str) -> str:
    if value.value and not value.taken:
        return str(value.value)
    return text if _is_id(text) else ""


def _is_id(text: str) -> bool:
    form = r"[a-z0-9/]+(-[a-z0-9]+)*(#[a-z0-9-]+)?"
    return len(text) <= 2 * MAX_ID + 1 and re.fullmatch(form, text) is not None
