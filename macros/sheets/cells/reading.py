"""Reading a cell: its text becomes the value of a field, or a reason why not.

What was taken for what is always said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.model import Record
from macros.model.fields import NOT_GIVEN, Ref, StepRef
from macros.sheets.cells.cell_text import (
    LONGEST_SHOWN,
    SAY,
    Doubt,
    Value,
    clean,
    in_quotes,
    is_placeholder,
    is_visible,
)
from macros.sheets.cells.choices import Names
from macros.sheets.cells.leaves import Leaf
from macros.sheets.cells.likeness import key, plain
from macros.sheets.cells.naming import Naming
from macros.sheets.cells.typed_dates import Calendar, Order


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
        """Return the value that `text` gives in this leaf.

        In a row that an export of this handbook wrote, words and ids are what they say.
        """
        typed = clean(text)
        if ours and (value := self._naming.kept(leaf, typed)):
            return Value(value)
        if self.says_nothing(typed):
            return Value(None, [(typed, "nothing")] if typed else [])
        if leaf.dated:
            return self._date(leaf, typed, order, because)
        if leaf.words or isinstance(leaf.mark, Ref | StepRef):
            return self._naming.several(leaf, typed) if leaf.several else self._said(leaf, typed)
        if leaf.several:
            return Value([line.strip() for line in typed.split("\n") if line.strip()])
        return Value(typed if leaf.lines else " ".join(typed.split("\n")))

    def says_nothing(self, text: str) -> bool:
        """Return whether a text means an empty cell."""
        return (
            not is_visible(text) or is_placeholder(text) or bool(plain(text) and plain(text) in self._nothing)
        )

    def _said(self, leaf: Leaf, typed: str) -> Value:
        """Return what a text names. Where it is another word for it, such as “New”, that is said, too."""
        value = self._naming.single(leaf, typed)
        if leaf.words and value.value and not value.taken:
            title = self.names.title(leaf, value.value)
            if key(typed) not in (key(value.value), key(title)):
                return Value(value.value, [(typed, title)], value.doubts)
        return value

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.cls, self.names, self.chosen)

    @cached_property
    def _nothing(self) -> set[str]:
        return set(map(plain, self.names.labels.sheets.nothing))

    def _date(self, leaf: Leaf, typed: str, order: Order | None, because: str) -> Value:
        text = self.chosen.get(key(typed), typed)
        if leaf.undated_too and text == NOT_GIVEN:
            return Value(text)
        read = self.calendar.read(text, order, because)
        if read.value:
            return Value(read.value, [(text, f"{read.value} ({read.note})")] if read.note else [])
        hint = "Say which comes first, with --dates day-first or --dates month-first."
        if not read.open:
            example = f'--value "{text[:LONGEST_SHOWN]}=2019-03"'
            hint = f"Write it as 2019-03-12, 2019-03, 2019-Q1 or 2019. {SAY} {example}."
        code = "ambiguous-date" if read.open else "no-date"
        return Value(doubts=[Doubt(code, f"{in_quotes(text)}: {read.note}.", hint)])
