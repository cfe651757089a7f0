"""Reading one row: each cell goes to its field, or to the comments of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from macros.model.fields import FieldPath
from macros.sheets.cells.cell_text import clean, is_placeholder, unseen_in
from macros.sheets.cells.columns import PERSON, REFERENCE, SIDE
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.reading import Reader
from macros.sheets.cells.typed_dates import Order
from macros.sheets.column import HIDDEN, OUT, Column, name
from macros.sheets.column_fit import is_ticked
from macros.sheets.files.findings import no_text
from macros.sheets.files.table import Row, Sheet, letters
from macros.sheets.rows import Found, Harvest

BOTH_SIDES = "A lesson has one type. If it went well and badly, write a row for each."
NOT_READ = (PERSON, HIDDEN, OUT)  # the account of columns says so
_MARKS = re.compile(
    r"</?(?:p|div|span|br|ul|ol|li|b|i|em|strong|a|td|tr|table)\b[^<>]*>|&(?:\w{2,8}|#\d{1,6});"
)
# What is left of a letter that was read in a wrong encoding once: the sign for none, or pairs such as Ã©.
_LOST = re.compile("\ufffd|â€[\x80-\xbf\u2018-\u2122œž]|Ã[\x80-\xbf\u0192\u201a-\u2122]|Â[£\xa0-\xbf]")
Orders = Mapping[int, tuple[Order | None, str]]


@dataclass
class RowReading:
    """What one row holds."""

    row: Row
    sheet: Sheet
    reader: Reader
    ours: bool  # an export wrote the row
    values: dict[FieldPath, Any] = field(default_factory=dict)
    rest: list[tuple[str, str]] = field(default_factory=list)
    unread: set[FieldPath] = field(default_factory=set)
    sides: list[tuple[Column, Any]] = field(default_factory=list)
    reference: str = ""
    harvest: Harvest = field(default_factory=Harvest)

    def take(self, column: Column, orders: Orders) -> None:
        """Read the cell of one column."""
        text = self.row.cells.get(column.number, "")
        if not text or column.path in NOT_READ:
            return
        if not self.ours and (wrong := no_text(self.sheet, self.row.number, column.number, text)):
            self.harvest.problems.append(wrong)
            return
        self._look_at(column, text)
        if column.path == REFERENCE:
            number = " ".join(clean(text).split())
            self.reference = ", ".join(dict.fromkeys(filter(None, (self.reference, number))))
        elif column.ticks and is_ticked(text):
            self._settle(column, text, column.side)
        elif column.ticks:
            self.rest.append((column.shown, clean(text)))
        elif column.path:
            self._read(column, text, orders)
        elif clean(text):
            self.rest.append((column.shown, clean(text)))

    def finish(self) -> None:
        """Where a row has texts for several sides, let each have its own, and say so."""
        if len(self.sides) > 1 and (side := self.values.pop(SIDE, None)):
            self.rest.append((name(SIDE), side))
            message = f"this row says {side}, but has texts of several types, so each got that of its column."
            problem = self.sheet.problem(self.row.number, 0, "both-sides", message, about=name(SIDE))
            self.harvest.problems.append(problem)

    def _settle(self, column: Column, text: str, side: str) -> None:
        """Take the side that a cell names. Where the row names another one already, this one is said."""
        before = self.values.setdefault(SIDE, side)
        if side != before:
            message = f"this cell says {side}, but the row says {before} already, so it was left out."
            self._say(column, "both-sides", message, BOTH_SIDES, about=name(SIDE))
            self.rest.append((column.shown, clean(text)))

    def is_placeholder(self) -> bool:
        """Return whether the row holds nothing but what a template left in brackets."""
        texts = [clean(text) for text in self.row.cells.values()]
        words = [text for text in texts if not text.isdigit()]
        return bool(words) and not self.values and not self.sides and all(map(is_placeholder, words))

    def _look_at(self, column: Column, text: str) -> None:
        """Note what is struck through and what cannot be seen."""
        struck = self.row.struck.get(column.number, "")
        if struck and not is_struck(self.row):
            whole = struck.strip() == text.strip()
            part = "this cell" if whole else f"a part of this cell, “{' '.join(struck.split())[:200]}”,"
            self._say(column, "struck", f"{part} is struck through. It was read like the rest.")
        if gone := unseen_in(text):
            codes = ", ".join(gone[:5]) + (" and others" if len(gone) > 5 else "")
            self._say(
                column,
                "unseen",
                f"this cell holds characters that nobody can see ({codes}). They were taken out.",
                "If words run together now, type the text again.",
            )

        if (lost := _LOST.search(text)) and not self.ours:
            self._say(
                column,
                "lost-letters",
                f"letters in this cell were damaged before the log was saved, such as “{lost[0]}”. "
                "They were kept.",
                "Type the right ones into the log or the draft.",
            )
        if _MARKS.search(text):
            self._say(
                column,
                "marks",
                "this cell holds signs of a web page, such as tags in angle brackets. They were kept.",
                "Take them out of the draft, or copy the text into the log again without its format.",
            )

    def _read(self, column: Column, text: str, orders: Orders) -> None:
        leaf = leaf_at(self.reader.cls, column.path)
        if leaf is None:
            raise LookupError(column.path)
        value = self.reader.read(leaf, text, *orders.get(column.number, (None, "")), ours=self.ours)
        if value.value is not None and column.side:
            self.sides.append((column, value.value))
        elif value.value is not None and column.path == SIDE:
            self._settle(column, text, value.value)
        elif value.value is not None:
            self.values[column.path] = joined(self.values.get(column.path), value.value)
        place = f"{letters(column.number)}{self.row.number}"
        for typed, meant in value.taken:
            self.harvest.taken.setdefault((name(column.path), typed, meant), []).append(place)
        for doubt in value.doubts:
            self._say(column, doubt.code, doubt.message, doubt.hint, about=name(column.path))
        if value.doubts:
            self.unread.add(column.path)
        if value.doubts or (value.value is None and is_placeholder(clean(text))):
            self.rest.append((column.shown, clean(text)))

    def _say(self, column: Column, code: str, message: str, hint: str = "", *, about: str = "") -> None:
        problem = self.sheet.problem(self.row.number, column.number, code, message, hint, about=about)
        self.harvest.problems.append(problem)


def is_struck(row: Row) -> bool:
    """Return whether all that a row holds is struck through."""
    return bool(row.struck) and all(
        row.struck.get(column, "").strip() == text.strip() for column, text in row.cells.items()
    )


def joined(before: Any, value: Any) -> Any:
    """Return what two columns say of one field: both lists in one, or one text below the other."""
    if before is None:
        return value
    return list(dict.fromkeys([*before, *value])) if isinstance(value, list) else f"{before}\n\n{value}"


def records_of(reading: RowReading) -> Iterator[Found]:
    """Return the row as one record, or as one for each text under a heading such as “What went well”."""
    row = reading.row
    whole = Found(
        reading.values,
        row.number,
        reading.sheet.name,
        reading.reference,
        "",
        tuple(reading.rest),
        frozenset(reading.unread),
    )
    if not reading.sides:
        yield whole
    for number, (column, text) in enumerate(reading.sides, 1):
        values = {**reading.values, column.path: joined(reading.values.get(column.path), text)}
        if len(reading.sides) > 1:
            values[SIDE] = column.side
        values.setdefault(SIDE, column.side)
        part = f"{number} of {len(reading.sides)}" if len(reading.sides) > 1 else ""
        yield replace(whole, values=values, part=part)
