"""Rows: each row of a log becomes one set of values or several, and nothing of it is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from macros.loading.problem import Problem
from macros.model.fields import FieldPath
from macros.sheets.cells.columns import PERSON, REFERENCE
from macros.sheets.cells.leaves import IDENTITY, leaf_at, leaves
from macros.sheets.cells.likeness import plain
from macros.sheets.cells.reading import Reader, clean
from macros.sheets.cells.splitting import split
from macros.sheets.cells.typed_dates import Order
from macros.sheets.files.table import Row, letters
from macros.sheets.mapping import Column, Mapped, name

MAIN = (
    "lesson",
    "event",
    "title",
    "action",
)  # what a row must hold one of, and what is split, the first that is there


@dataclass(frozen=True)
class Found:
    """One record as it was found: its values, where it stands, and what of its row went nowhere, by heading."""

    values: dict[FieldPath, Any]
    row: int
    sheet: str
    reference: str = ""
    part: str = ""
    rest: tuple[tuple[str, str], ...] = ()


@dataclass
class Harvest:
    """What the rows of a sheet gave, with what was taken for what (and where), and what is open."""

    found: list[Found] = field(default_factory=list)
    taken: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    examples: int = 0

    def add(self, other: Harvest) -> None:
        """Take in what another found, but its examples."""
        self.found += other.found
        self.problems += other.problems
        for key, places in other.taken.items():
            self.taken.setdefault(key, []).extend(places)


@dataclass(frozen=True)
class Harvester:
    """Reads the rows of one sheet whose columns are known."""

    mapped: Mapped
    reader: Reader
    split_cells: bool = True
    skip_hidden: bool = False

    def harvest(self) -> Harvest:
        """Everything that the rows hold."""
        made, orders = Harvest(), {column.number: self._order(column) for column in self.mapped.columns}
        for row in self.mapped.rows:
            if self._is_example(row):
                made.examples += 1
            elif not (row.hidden and self.skip_hidden) and not self._is_header(row):
                made.found += self._row(row, orders, made)
        return made

    def _is_header(self, row: Row) -> bool:
        """Logs that were made for paper repeat their headings on every page, or those that they had then."""
        headings = {column.number: column.heading for column in self.mapped.columns}
        return len(row.cells) > 1 and all(
            " ".join(text.split()) == headings.get(number) for number, text in row.cells.items()
        )

    def _order(self, column: Column) -> tuple[Order | None, str]:
        leaf = leaf_at(self.reader.cls, column.path)
        if not (leaf and leaf.dated):
            return None, ""
        texts = {
            f"{letters(column.number)}{row.number}": row.cells[column.number]
            for row in self.mapped.rows
            if column.number in row.cells
        }
        return self.reader.calendar.order_in(texts)

    def _is_example(self, row: Row) -> bool:
        mark = plain(self.reader.names.labels.sheets.example)
        return any(
            plain(row.cells.get(column.number, "")) == mark
            for column in self.mapped.columns
            if column.path in (REFERENCE, IDENTITY)
        )

    def _row(self, row: Row, orders: dict[int, tuple[Order | None, str]], made: Harvest) -> Iterator[Found]:
        ours = any(column.path == IDENTITY and column.number in row.cells for column in self.mapped.columns)
        values: dict[FieldPath, Any] = {}
        rest: list[tuple[str, str]] = []
        reference, seen = "", Harvest()
        for column in self.mapped.columns:
            text = row.cells.get(column.number, "")
            if not text or column.path == PERSON:
                continue
            if column.path == REFERENCE:
                reference = " ".join(clean(text).split())
            elif not column.path:
                rest.append((column.shown, clean(text)))
            else:
                self._cell(row, column, text, orders[column.number], ours, values, rest, seen)
        if not self._is_record(values):
            if (
                values or rest or " " in reference
            ):  # a number alone says nothing; what is open in such a row need not be settled
                made.problems.append(self._left_out(row, values, rest, reference))
            return
        made.add(seen)
        found = Found(values, row.number, self.mapped.sheet.name, reference, "", tuple(rest))
        yield from self._parts(found, made) if self.split_cells and not ours else [found]

    def _cell(
        self,
        row: Row,
        column: Column,
        text: str,
        order: tuple[Order | None, str],
        ours: bool,
        values: dict[FieldPath, Any],
        rest: list[tuple[str, str]],
        made: Harvest,
    ) -> None:
        leaf = leaf_at(self.reader.cls, column.path)
        assert leaf
        value = self.reader.read(leaf, text, *order, ours=ours)
        place = f"{letters(column.number)}{row.number}"
        if value.value is not None:
            values[column.path] = _joined(values.get(column.path), value.value)
        for said, meant in value.taken:
            made.taken.setdefault((name(column.path), said, meant), []).append(place)
        for doubt in value.doubts:
            made.problems.append(
                self.mapped.sheet.problem(
                    row.number, column.number, doubt.code, doubt.message, doubt.hint, about=name(column.path)
                )
            )
        if value.doubts:
            rest.append((column.shown, clean(text)))

    def _is_record(self, values: dict[FieldPath, Any]) -> bool:
        main = [(step,) for step in MAIN if (step,) in leaves(self.reader.cls)] or [("title",)]
        return any(path in values for path in main)

    def _left_out(
        self, row: Row, values: dict[FieldPath, Any], rest: list[tuple[str, str]], reference: str
    ) -> Problem:
        said = "; ".join(
            [reference] * bool(reference)
            + [
                f"{name(path)}: {value if isinstance(value, str) else ', '.join(value)}"
                for path, value in values.items()
            ]
            + [f"{heading}: {text}" for heading, text in rest]
        )
        return self.mapped.sheet.problem(
            row.number,
            0,
            "row-left-out",
            f"this row holds no {self.reader.cls.kind}, so it is left out. It says “{said[:200]}”.",
        )

    def _parts(self, found: Found, made: Harvest) -> Iterator[Found]:
        """Several lessons in one cell become several records. A cell with as many parts goes along, every other stays whole."""
        key = next(((step,) for step in MAIN if (step,) in found.values), None)
        cut = split(found.values[key]) if key and leaves(self.reader.cls)[key].lines else None
        if not key or not cut or len(cut.parts) < 2:
            yield found
            return
        along = {
            path: parts
            for path, value in found.values.items()
            if path != key and isinstance(value, str) and len(parts := split(value).parts) == len(cut.parts)
        }
        column = self.mapped.filled(key)[0]
        made.problems.append(
            self.mapped.sheet.problem(
                found.row,
                column.number,
                "several",
                f"this cell holds {len(cut.parts)} lessons, told apart {cut.by}.",
                "If it is one lesson, use --one-a-row.",
                about=name(key),
            )
        )
        before = ((column.shown, cut.before),) if cut.before else ()
        for number, part in enumerate(cut.parts):
            values = found.values | {key: part} | {path: parts[number] for path, parts in along.items()}
            yield replace(
                found, values=values, part=f"{number + 1} of {len(cut.parts)}", rest=(*found.rest, *before)
            )


def _joined(before: Any, value: Any) -> Any:
    """What two columns say of one field: both lists in one, and one text below the other."""
    if before is None:
        return value
    return list(dict.fromkeys([*before, *value])) if isinstance(value, list) else f"{before}\n\n{value}"
