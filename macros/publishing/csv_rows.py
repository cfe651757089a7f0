"""Records as the rows of a table that a spreadsheet opens, for people who do not read JSON.

A list of ids or short texts is one cell, one on each line. Anything else in a list has numbered columns
(`evidence.1.source`). The names of columns are the names of fields, and only these are promised: their order
and number may change with the content.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.sheets.files.delimited import harmless

LEFT_OUT = ("links", "backlinks")  # they follow from the fields, and would make most of the table
Tree = dict[str, Any]


def as_csv(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Return the records (as in the JSON) as CSV that Excel opens: with a byte order mark, and no cell that
    it would run.
    """
    rows = [_row(record) for record in records]
    names = _ordered(rows)
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(names)
    table.writerows([row.get(name, "") for name in names] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _row(record: Mapping[str, Any]) -> dict[str, str]:
    row: dict[str, str] = {}
    for name, value in record.items():
        if name not in LEFT_OUT:
            _take_cells(value, name, row)
    return row


def _take_cells(value: Any, name: str, row: dict[str, str]) -> None:
    """Add every value inside `value` as text, under the name of its column."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _take_cells(inner, f"{name}.{key}", row)
    elif not isinstance(value, list):
        row[name] = harmless(_text(value))
    elif any(isinstance(item, (dict, list)) for item in value):
        for number, item in enumerate(value, 1):
            _take_cells(item, f"{name}.{number}", row)
    else:
        row[name] = harmless("\n".join(map(_text, value)))


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _ordered(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Return every column of any row once, columns of one field together."""
    tree: Tree = {}
    for row in rows:
        for name in row:
            node = tree
            for step in name.split("."):
                node = node.setdefault(step, {})
            node[""] = name
    return list(_leaves(tree))


def _leaves(node: Tree) -> Iterator[str]:
    for key, inner in node.items():
        if key:
            yield from _leaves(inner)
        elif len(node) == 1:  # where some record has entries, an empty list needs no column of its own
            yield inner
