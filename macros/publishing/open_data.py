"""Open data: the files that other software and spreadsheets read, each at an address that stays.

`data/handbook.json` holds everything, and is in every copy. Beside it, a site has each list alone, as JSON
and as a table, and the schemas.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
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
    """Return the same in UTF-8, from parts with their names, of which one is held at a time."""
    lines = [f"{_compact(name)}:{_part(part)}".encode() for name, part in parts]
    return b"{\n" + b",\n".join(lines) + b"\n}\n"


def list_files(name: str, records: Sequence[Mapping[str, Any]]) -> dict[str, str | bytes]:
    """Return the files of one list, by path: as JSON and as CSV."""
    path = paths(name)
    return {path.json: f"{_part(records)}\n", path.table: as_csv(records)}


def schema_files(home: str = "") -> dict[str, str | bytes]:
    """Return the schema of every JSON file, by path. `home` is the address of the site, if it is known."""
    return {
        schema_path(name): json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas(home).items()
    }


def _part(value: Any) -> str:
    if not isinstance(value, list):
        return _compact(value)
    return "[\n" + ",\n".join(map(_compact, value)) + "\n]"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
