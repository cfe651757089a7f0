"""Mapping: which field each column of a sheet fills, by its heading and by what is below.

A person may say otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from macros.model.fields import FieldPath
from macros.refusal import Refusal
from macros.sheets.cells.columns import PERSON, REFERENCE, SIDE, Headings, Meaning
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.likeness import plain
from macros.sheets.column import HIDDEN, OUT, UNFIELDED, Column, name
from macros.sheets.column_fit import Fit, is_ticks
from macros.sheets.files.table import Row, Sheet, letters
from macros.sheets.header_row import HeaderRow, heading_meaning

LEAVE_OUT = "-"
COMMENTS = "comments"
CHOSEN = 101.0  # the score of what a person said: it beats every other
BOTH = "other columns fill event and lesson already"
SIDE_TEXTS: tuple[FieldPath, ...] = (("event",), ("lesson",))  # what a text in “What went well” fills


@dataclass(frozen=True)
class Mapped:
    """A sheet with its headings and its columns."""

    sheet: Sheet
    first: int  # row of headings
    header: int  # last row of headings
    columns: tuple[Column, ...]

    @property
    def rows(self) -> list[Row]:
        """The rows below the headings."""
        return [row for row in self.sheet.rows if row.number > self.header]

    @property
    def above(self) -> list[Row]:
        """The rows above the headings."""
        return [row for row in self.sheet.rows if row.number < self.first]

    def filled(self, path: FieldPath) -> list[Column]:
        """Return the columns that fill this path."""
        return [column for column in self.columns if column.path == path]


@dataclass(frozen=True)
class Choices:
    """What a person said of columns: the field of each by its heading or letter, and whether hidden ones are
    read.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    with_hidden: bool = False


def mapped(sheet: Sheet, header: HeaderRow, headings: Headings, fit: Fit, choices: Choices) -> Mapped:
    """Return the sheet with its columns. Raises Refusal when a person names a field that there is not."""
    rows = [row for row in sheet.rows if row.number > header.last]
    used = sorted({*header.texts, *(number for row in rows for number in row.cells)})
    texts = {number: [row.cells[number] for row in rows if number in row.cells] for number in used}
    meanings: dict[int, Meaning] = {}
    reasons: dict[int, str] = {}
    for number in used:
        meaning = _meaning(number, header.texts.get(number, ""), headings, choices)
        fitting = (meaning, "") if meaning.score == CHOSEN else fit.better(meaning, texts[number])
        meanings[number], reasons[number] = fitting
    hidden = sheet.hidden_columns if not choices.with_hidden else frozenset()
    columns = [
        _with_side(column, meanings[column.number], texts[column.number])
        for column in _columns(hidden, header, meanings, reasons, headings)
    ]
    columns = _by_their_cells(columns, texts, meanings, fit)
    return Mapped(sheet, header.first, header.last, tuple(_with_side_texts(columns)))


def path_of(name: str, headings: Headings) -> FieldPath:
    """Return the path that a person means by the name of a field or by a heading. Raises Refusal."""
    meant = headings.meant(name.replace(".", " ").replace("_", " "))
    if meant.score < 90 or meant.path in (PERSON, REFERENCE, ()):
        raise Refusal(
            f"“{name}” is no field of a {headings.cls.kind}. Every field is explained on the page "
            "/contribute/fields/."
        )
    return meant.path


def _meaning(number: int, text: str, headings: Headings, choices: Choices) -> Meaning:
    """Return what a person said of the column, or what its heading means."""
    fields = choices.fields
    chosen = fields.get(plain(text) or text) or fields.get(plain(letters(number)))
    if chosen == LEAVE_OUT:
        return Meaning(OUT, CHOSEN)
    if chosen == COMMENTS:
        return Meaning((), CHOSEN)
    if chosen:
        return Meaning(path_of(chosen, headings), CHOSEN)
    return heading_meaning(text, headings)


def _columns(
    hidden: frozenset[int],
    header: HeaderRow,
    meanings: Mapping[int, Meaning],
    reasons: Mapping[int, str],
    headings: Headings,
) -> list[Column]:
    """Give each column the path that its heading means; where two mean the same, to the one that is more
    certain.
    """
    taken: dict[FieldPath, int] = {}
    columns = []
    for number in sorted(meanings, key=lambda number: (-meanings[number].score, number)):
        meaning = meanings[number]
        column = Column(number, header.texts.get(number, ""), meaning.path, reasons[number])
        if number in hidden and meaning.score != CHOSEN:
            column = replace(column, path=HIDDEN)
        elif meaning.path in taken and not _may_share(meaning, meanings[taken[meaning.path]], headings):
            why = f"column {letters(taken[meaning.path])} fills {name(meaning.path)} already"
            column = replace(column, path=(), why=why)
        else:
            taken.setdefault(meaning.path, number)
        columns.append(column)
    return sorted(columns, key=lambda column: column.number)


def _may_share(meaning: Meaning, other: Meaning, headings: Headings) -> bool:
    """Return whether two columns may fill one path: lists, what has no field, and texts that a person named
    twice.
    """
    leaf = leaf_at(headings.cls, meaning.path)
    if meaning.path in UNFIELDED or (leaf and leaf.several):
        return True
    return bool(leaf and leaf.lines and meaning.score == other.score == CHOSEN)


def _with_side(column: Column, meaning: Meaning, texts: list[str]) -> Column:
    """Give a column its side, unless its heading means a field of its own or it is hidden."""
    if not meaning.side or column.path == HIDDEN or meaning.score == CHOSEN:
        return column
    return replace(column, side=meaning.side, ticks=is_ticks(texts))


def _with_side_texts(columns: list[Column]) -> list[Column]:
    """Let texts of sides fill what happened.

    A heading that also means a field is a side only beside another side.
    """
    sides = {column.side for column in columns if column.side}
    plain_sides = {column.side for column in columns if column.side and not column.path}
    own = [column for column in columns if column.side and (not column.path or plain_sides - {column.side})]
    if len(sides) < 2:
        own = [column for column in own if not column.path]
    filled = {column.path for column in columns if column not in own}
    text = next((path for path in SIDE_TEXTS if path not in filled), SIDE_TEXTS[0])
    path = () if len(sides) < 2 and text in filled else text
    return [_as_side(it, path) if it in own else replace(it, side="") for it in columns]


def _as_side(column: Column, path: FieldPath) -> Column:
    """Return a column of a side whose texts fill a path. Where none is free, they go to the comments."""
    if column.ticks:
        return replace(column, path=SIDE)
    return replace(column, path=path) if path else replace(column, side="", why=BOTH)


def _by_their_cells(
    columns: list[Column], texts: Mapping[int, list[str]], meanings: Mapping[int, Meaning], fit: Fit
) -> list[Column]:
    """Give a column whose heading says nothing the field whose words are all that is in it."""
    taken = {column.path for column in columns}
    shown = []
    for column in columns:
        unknown = not column.path and not column.why and not column.side
        path = (
            fit.named_by(texts[column.number]) if unknown and meanings[column.number].score != CHOSEN else ()
        )
        if path and path not in taken:
            taken.add(path)
            column = replace(column, path=path, why="because its cells name nothing else")
        shown.append(column)
    return shown
