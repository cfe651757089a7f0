"""Reading a cell: its text becomes the value of a field, or a reason why not. What was taken for what is always said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.loading.unreadable import UNSEEN
from macros.model import Record
from macros.model.fields import MAX_ID, NOT_GIVEN, Ref, StepRef
from macros.sheets.cells.choices import BY_NAME, Names
from macros.sheets.cells.leaves import Leaf, leaves
from macros.sheets.cells.likeness import key, plain
from macros.sheets.cells.typed_dates import Calendar, Order

MOST_CHOICES = 16  # more than that, nobody reads
SAY = "Say what it means with"


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


@dataclass(frozen=True)
class Reader:
    """Reads cells in the words of one handbook. `chosen` is what a person said that a text means."""

    cls: type[Record]
    names: Names
    calendar: Calendar
    chosen: Mapping[str, str]

    def read(
        self, leaf: Leaf, text: str, order: Order | None = None, because: str = "", *, ours: bool = False
    ) -> Value:
        """The value that `text` gives in this leaf. In a row of ours, which an export wrote, words and ids stand for themselves."""
        said = clean(text)
        if ours and (kept := self._kept(leaf, said)):
            return Value(kept)
        if plain(said) in map(plain, self.names.labels.sheets.nothing) or not said:
            return Value()
        if leaf.dated:
            return self._date(leaf, said, order, because)
        if leaf.words or isinstance(leaf.mark, Ref | StepRef):
            return self._several(leaf, said) if leaf.several else self._one(leaf, said)
        if leaf.several:
            return Value([line.strip() for line in said.split("\n") if line.strip()])
        return Value(said if leaf.lines else " ".join(said.split("\n")))

    def _kept(self, leaf: Leaf, said: str) -> Any:
        """The value as an export wrote it: an exact name, an id (of a record that may be still to come), or a text of any kind."""
        lines = said.split("\n") if leaf.several else [said]
        if leaf.dated or not said:
            return None
        if leaf.words or isinstance(leaf.mark, Ref | StepRef):
            read = [self._one(leaf, line) for line in lines]
            ids = [
                one.value if one.value and not one.taken else line if _is_id(line) else ""
                for one, line in zip(read, lines, strict=True)
            ]
            return (ids if leaf.several else ids[0]) if all(ids) else None
        return lines if leaf.several else said

    def _date(self, leaf: Leaf, said: str, order: Order | None, because: str) -> Value:
        said = self.chosen.get(key(said), said)
        if leaf.undated_too and said == NOT_GIVEN:
            return Value(said)
        found = self.calendar.read(said, order, because)
        if found.value:
            return Value(found.value, [(said, f"{found.value} ({found.said})")] if found.said else [])
        hint = (
            "Say which stands first, with --dates day-first or --dates month-first."
            if found.open
            else f'Write it as 2019-03-12, 2019-03, 2019-Q1 or 2019. {SAY} --value "{said[:60]}=2019-03".'
        )
        return Value(
            doubts=[Doubt("ambiguous-date" if found.open else "no-date", f"“{said}”: {found.said}.", hint)]
        )

    def _one(self, leaf: Leaf, said: str) -> Value:
        wanted = self.chosen.get(key(said), said)
        pointer, sign, step = wanted.partition("#") if isinstance(leaf.mark, StepRef) else (wanted, "", "")
        found = self.names.match(leaf, pointer.strip())
        if (
            not found.id and wanted != said
        ):  # what a person said was meant for another column that holds the same text
            found = self.names.match(leaf, said)
        if found.id:
            value = f"{found.id}{sign}{step.strip()}"
            return Value(value, [] if found.exact else [(said, self.names.title(leaf, found.id))])
        return Value(
            doubts=[
                Doubt(
                    "no-such-name", f"“{said}” fits no {_kind(leaf)}.", self._choices(leaf, said, found.near)
                )
            ]
        )

    def _choices(self, leaf: Leaf, said: str, near: tuple[str, ...]) -> str:
        """What to do about a text that fits nothing: what it may mean, and how to say so."""
        every = list(self.names.spellings(leaf))
        shown = [
            f"“{self.names.title(leaf, id).partition(':')[0]}”"
            for id in near or (every if len(every) <= MOST_CHOICES else [])
        ]
        may = (
            f"Did you mean {' or '.join(shown)}? "
            if near
            else f"There are {', '.join(shown)}. "
            if shown
            else ""
        )
        if other := next(
            (
                leaf
                for leaf in leaves(self.cls).values()
                if isinstance(leaf.mark, Ref)
                and leaf.mark.kind in BY_NAME
                and self.names.match(leaf, said).exact
            ),
            None,
        ):
            may = f'It is a {_kind(other)}. If the whole column holds such, say so with --column "HEADING={other.path[-1]}". '
        return f'{may}{SAY} --value "{" ".join(said.split())[:60]}=NAME".'

    def _several(self, leaf: Leaf, said: str) -> Value:
        whole = self._one(leaf, said)
        if whole.value and not whole.taken:
            return Value([whole.value])
        pieces = [
            piece for line in said.split("\n") if line.strip() for piece in self._pieces(leaf, line.strip())
        ]
        if len(pieces) < 2:
            return (
                Value(whole.value and [whole.value], whole.taken, whole.doubts)
                if whole.value
                else self._all(leaf, said) or whole
            )
        made = Value([])
        for piece in pieces:
            one = self._one(leaf, piece)
            if not one.value and (all_ := self._all(leaf, piece)):
                made.value += all_.value
                made.taken += all_.taken
                continue
            made.value += [one.value] if one.value else []
            made.taken += one.taken
            made.doubts += one.doubts
        made.value = list(dict.fromkeys(made.value)) or None
        return made

    def _pieces(self, leaf: Leaf, line: str) -> list[str]:
        if self._one(leaf, line).value and not self._one(leaf, line).taken:
            return [line]
        return [
            piece
            for part in re.split(r"[;,|/+]", re.sub(r"^\s*[-*•]\s+", "", line))
            if (piece := part.strip())
        ]

    def _all(self, leaf: Leaf, said: str) -> Value | None:
        """Several names in one text with nothing but words between: all of them. The word for all: every one of them."""
        spelt, words = self.names.spellings(leaf), set(plain(said).split())
        if plain(said) == plain(self.names.labels.all):
            ids = list(spelt) if leaf.info.is_required() else []
        else:
            ids = [
                id
                for id, names in spelt.items()
                if any(set(plain(name).split()) <= words for name in names if plain(name))
            ]
            if len(ids) < 2:
                return None
        return Value(ids, [(said, ", ".join(self.names.title(leaf, id) for id in ids) or "all of them")])


def clean(text: str) -> str:
    """The text without what a file of content may not hold. Line breaks of word processors become ours."""
    broken = re.sub(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return UNSEEN.sub("", broken).encode("utf-8", "ignore").decode().strip()


def _is_id(text: str) -> bool:
    return (
        len(text) <= 2 * MAX_ID + 1
        and re.fullmatch(r"[a-z0-9/]+(-[a-z0-9]+)*(#[a-z0-9-]+)?", text) is not None
    )


def _kind(leaf: Leaf) -> str:
    return leaf.path[-1] if leaf.words else leaf.mark.kind if isinstance(leaf.mark, Ref) else "activity"
