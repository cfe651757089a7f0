"""Mapping: in which row of a sheet the headings stand, and which field each column fills. A person may say otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.loading.problem import printable
from macros.model.fields import FieldPath
from macros.sheets.cells.columns import PERSON, REFERENCE, Headings, Meaning
from macros.sheets.cells.leaves import leaf_at
from macros.sheets.cells.likeness import plain
from macros.sheets.files.table import NotRead, Row, Sheet, letters

LAST_ROW = 60  # below which no heading is looked for
LEAVE_OUT = "-"
CHOSEN = 101  # the score of what a person said: it beats every other


@dataclass(frozen=True)
class Column:
    """One column: its heading, the path that it fills (or none), and why, when that is not plain."""

    number: int
    heading: str
    path: FieldPath = ()
    why: str = ""

    @property
    def shown(self) -> str:
        return printable(self.heading) or f"column {letters(self.number)}"


@dataclass(frozen=True)
class Mapped:
    """A sheet with its row of headings and its columns."""

    sheet: Sheet
    header: int
    columns: tuple[Column, ...]

    @property
    def rows(self) -> list[Row]:
        return [row for row in self.sheet.rows if row.number > self.header]

    def filled(self, path: FieldPath) -> list[Column]:
        return [column for column in self.columns if column.path == path]


def mapped(
    sheet: Sheet, headings: Headings, header: int = 0, chosen: Mapping[str, str] | None = None
) -> Mapped | None:
    """The sheet with its columns, or None when no row of it looks like headings. Raises NotRead when `header` names an empty row."""
    chosen = {plain(name) or name: field for name, field in (chosen or {}).items()}
    if header:
        row = next((row for row in sheet.rows if row.number == header), None)
        if row is None:
            raise NotRead(f"{sheet.place(header)}: this row is empty, so it cannot hold the headings.")
        return Mapped(sheet, header, _columns(sheet, row, headings, chosen))
    candidates = [
        (row, _columns(sheet, row, headings, chosen))
        for row in sheet.rows
        if row.number <= LAST_ROW and _short(row)
    ]
    best = max(candidates, key=lambda found: (_worth(found[1]), -found[0].number), default=None)
    wanted = 2 if sum(len(row.cells) > 1 for row in sheet.rows) > 1 and not chosen else 1
    return Mapped(sheet, best[0].number, best[1]) if best and _worth(best[1]) >= wanted else None


def path_of(name: str, headings: Headings) -> FieldPath:
    """The path that a person means by the name of a field or by a heading. Raises NotRead."""
    meant = headings.meant(name.replace(".", " ").replace("_", " "))
    if meant.score < 90 or meant.path in (PERSON, REFERENCE):
        raise NotRead(
            f"“{name}” is no field of a {headings.cls.kind}. Every field is explained on the page /contribute/fields/."
        )
    return meant.path


def _short(row: Row) -> bool:
    """Headings are short; a cell of prose is not one."""
    return sum(len(text) <= 80 for text in row.cells.values()) * 2 > len(row.cells)


def _worth(columns: tuple[Column, ...]) -> int:
    """How much a row looks like headings: how many fields it names. A row that names no field of the record is worth nothing."""
    paths = {column.path for column in columns if column.path}
    return len(paths) if paths - {PERSON, REFERENCE} else 0


def _columns(sheet: Sheet, header: Row, headings: Headings, chosen: Mapping[str, str]) -> tuple[Column, ...]:
    used = sorted({number for row in sheet.rows if row.number >= header.number for number in row.cells})
    texts = {number: " ".join(header.cells.get(number, "").split()) for number in used}
    meanings = {number: _meaning(number, text, headings, chosen) for number, text in texts.items()}
    taken: dict[FieldPath, int] = {}
    columns = []
    for number in sorted(used, key=lambda number: (-meanings[number].score, number)):
        path, why = meanings[number].path, ""
        leaf = leaf_at(headings.cls, path)
        chosen_too = (
            leaf
            and leaf.lines
            and meanings[number].score == meanings[taken.get(path, number)].score == CHOSEN
        )
        if (
            path in taken
            and path not in ((), PERSON, REFERENCE)
            and not (leaf and leaf.several)
            and not chosen_too
        ):
            path, why = (), f"column {letters(taken[path])} fills {name(path)} already"
        taken.setdefault(path, number)
        columns.append(Column(number, texts[number], path, why))
    return tuple(sorted(columns, key=lambda column: column.number))


def _meaning(number: int, text: str, headings: Headings, chosen: Mapping[str, str]) -> Meaning:
    for key in (plain(text) or text, plain(letters(number))):
        if key in chosen and (key != plain(letters(number)) or chosen[key]):
            return Meaning() if chosen[key] == LEAVE_OUT else Meaning(path_of(chosen[key], headings), CHOSEN)
    return headings.meant(text) if text else Meaning()


def name(path: FieldPath) -> str:
    """A path as people say it: `evidence 1, source`."""
    if path in (PERSON, REFERENCE):
        return str(path[0]).strip("()")
    said: list[str] = []
    for step in path:
        said[-1:] = [f"{said[-1]} {step + 1}"] if isinstance(step, int) else [*said[-1:], step]
    return ", ".join(said)
