"""Exporting: records as a table with the headings that import knows, so that it can come back as it went."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import KINDS, Record
from macros.model.base import Filed
from macros.model.fields import FieldPath
from macros.sheets.cells.choices import Names
from macros.sheets.cells.columns import Headings
from macros.sheets.cells.leaves import Leaf, general, leaves, taken_apart
from macros.sheets.files import delimited, ods_writing
from macros.sheets.files.workbook import Page, workbook

# What every record has beside its title and summary; who works on a table needs it last.
BOOKKEEPING = set(Filed.model_fields) - {"id", "title", "summary"}


@dataclass(frozen=True)
class Table:
    """Records as rows: the name of the sheet, the paths and headings of its columns, and the rows of text."""

    title: str
    name: str
    paths: tuple[FieldPath, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: Names
    cls: type[Record]

    @property
    def columns(self) -> list[Leaf]:
        """The field of each column."""
        return [leaves(self.cls)[general(path)] for path in self.paths]


def table(records: Sequence[Record], kind: str, handbook: Handbook) -> Table:
    """Return the records as a table: every field of the kind, and as many numbered columns as the records
    fill.
    """
    cls = KINDS[kind]
    names = Names(handbook)
    apart = [taken_apart(record) for record in records]
    paths = _paths(cls, apart)
    written = tuple(
        tuple(_cell(names, leaves(cls)[general(path)], values.get(path)) for path in paths)
        for values in apart
    )
    headings = Headings(cls, handbook.site.labels)
    many = handbook.site.labels.kinds_many[kind]
    return Table(
        f"{handbook.framework.title}: {many}",
        many,
        paths,
        tuple(map(headings.of, paths)),
        written,
        names,
        cls,
    )


def chosen(handbook: Handbook, kind: str, wanted: Mapping[str, Sequence[str]]) -> list[Record]:
    """Return the records of a kind that have, in each field named in `wanted`, one of its values; in the
    order of the handbook.
    """
    return [
        record
        for record in handbook.all(kind)
        if all(not values or set(values) & _values_of(record, name) for name, values in wanted.items())
    ]


def as_xlsx(table: Table) -> bytes:
    """Return an Excel workbook that is good to work in."""
    return workbook(table.title, [Page(table.name, table.headings, table.rows, table.columns)], table.names)


def as_ods(table: Table) -> bytes:
    """Return an OpenDocument spreadsheet."""
    return ods_writing.written({table.name: [table.headings, *table.rows]})


def as_csv(table: Table) -> bytes:
    """Return text with commas, which no spreadsheet runs."""
    return delimited.written([table.headings, *table.rows])


def as_json(records: Sequence[Record]) -> bytes:
    """Return the records as their files hold them, each with its id."""
    return (
        json.dumps([{"id": record.id, **_data(record)} for record in records], ensure_ascii=False, indent=1)
        + "\n"
    ).encode()


FORMATS: dict[str, Callable[[Table], bytes]] = {"xlsx": as_xlsx, "ods": as_ods, "csv": as_csv}


def _data(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", by_alias=True, exclude={"id"}, exclude_defaults=True)


def _paths(cls: type[Record], apart: Sequence[Mapping[FieldPath, Any]]) -> tuple[FieldPath, ...]:
    """Return plain columns for every field, numbered ones as far as they are filled, at least the first; in
    the order of the fields.
    """
    order = sorted(
        leaves(cls), key=lambda leaf: leaf[0] in BOOKKEEPING
    )  # which keeps the order of the fields otherwise
    used = {path for values in apart for path in values} | {
        tuple(0 if step == "#" else step for step in leaf) for leaf in order
    }
    groups = {
        (general(path)[: _depth(path)], tuple(step for step in path if isinstance(step, int)))
        for path in used
    }
    whole = {
        _filled(leaf, numbers)
        for prefix, numbers in groups
        for leaf in order
        if leaf[: len(prefix)] == prefix and leaf.count("#") == len(numbers)
    } | used
    return tuple(sorted(whole, key=lambda path: _place(path, order)))


def _depth(path: FieldPath) -> int:
    """Return how many steps lead to the innermost number of the path."""
    return max((place + 1 for place, step in enumerate(path) if isinstance(step, int)), default=0)


def _filled(leaf: tuple[str, ...], numbers: tuple[int, ...]) -> FieldPath:
    rest = iter(numbers)
    return tuple(next(rest) if step == "#" else step for step in leaf)


def _place(path: FieldPath, order: list[tuple[str, ...]]) -> list[int]:
    """Return where a column is: by field, then by number, then by the field inside."""
    place: list[int] = []
    for step in range(1, len(path) + 1):
        here = path[step - 1]
        place.append(
            here
            if isinstance(here, int)
            else next(n for n, leaf in enumerate(order) if leaf[:step] == general(path[:step]))
        )
    return place


def _cell(names: Names, leaf: Leaf, value: Any) -> str:
    if value is None:
        return ""
    return (
        "\n".join(names.written(leaf, each) for each in value)
        if isinstance(value, list)
        else names.written(leaf, value)
    )


def _values_of(record: Record, name: str) -> set[str]:
    """Return what a record holds in a field, or in its singular or plural: lessons have phases, activities
    have one phase.
    """
    value = next(
        (found for each in (name, f"{name}s") if (found := getattr(record, each, None)) is not None), ()
    )
    return {value} if isinstance(value, str) else set(value)
