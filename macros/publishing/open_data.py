"""Open data: the files that other software and spreadsheets read, each at an address that stays.

`data/handbook.json` holds everything, and is in every copy. Beside it, a site has each list alone, as JSON
and as a table, and the schemas.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from macros.publishing.csv_rows import as_csv
from macros.publishing.data_schema import WHOLE, schema_path, schemas


class Paths(NamedTuple):
    """Where the files of one list are, from the root of the site. The whole handbook has no table."""

    json: str
    table: str
    schema: str


def paths(name: str) -> Paths:
    """Return where the list `name`, or `WHOLE`, is published."""
    table = "" if name == WHOLE else f"data/{name}.csv"
    return Paths(f"data/{name}.json", table, schema_path(name))


def as_json(value: Mapping[str, Any]) -> str:
    """Return the data as JSON with one record on each line: small, and two editions can be compared line by
    line.
    """
    return as_lines(value.items()).decode()


def as_lines(parts: Iterable[tuple[str, Any]]) -> bytes:
    """Return the same in UTF-8, from parts with their names. A list may come one record at a time."""
    out = io.BytesIO()
    between = b"{\n"
    for name, part in parts:
        out.write(between + f"{_compact(name)}:".encode())
        if isinstance(part, (list, Iterator)):
            for _ in _written(part, out):
                pass
        else:
            out.write(_compact(part).encode())
        between = b",\n"
    out.write(b"\n}\n")
    return out.getvalue()


def list_files(name: str, records: Iterable[Mapping[str, Any]]) -> dict[str, str | bytes]:
    """Return the files of one list, by path: as JSON and as CSV. Each record is asked for once."""
    path = paths(name)
    out = io.BytesIO()
    table = as_csv(_written(records, out))
    out.write(b"\n")
    return {path.json: out.getvalue(), path.table: table}


def schema_files(home: str = "") -> dict[str, str | bytes]:
    """Return the schema of every JSON file, by path. `home` is the address of the site, if it is known."""
    return {
        schema_path(name): json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas(home).items()
    }


def _written(records: Iterable[Any], out: io.BytesIO) -> Iterator[Any]:
    """Write a list, a line for each record, and yield each record after its line."""
    between = b"[\n"
    for record in records:
        out.write(between + _compact(record).encode())
        yield record
        between = b",\n"
    out.write(b"\n]" if between == b",\n" else b"[\n\n]")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
