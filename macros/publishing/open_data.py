"""Open data: the files that other software and spreadsheets read, each at an address that stays.

`data/handbook.json` holds everything, and is in every copy. Beside it, a site has each list alone, as JSON
and as a table, and the schemas.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
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


def as_json(value: Any) -> str:
    """Return the data as JSON with one record on each line: small, and two editions can be compared line by
    line.
    """
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]\n"
    lines = (f"{_compact(name)}:{_part(part)}" for name, part in value.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def site_files(records: Mapping[str, Any], home: str = "") -> dict[str, str | bytes]:
    """Return the files beside the whole, by path: each list as JSON and CSV, and a schema for every JSON
    file.

    `home` is the address of the site, if it is known.
    """
    files: dict[str, str | bytes] = {}
    for name, schema in schemas(home).items():
        path = paths(name)
        files[path.schema] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        if path.table:
            files[path.json] = as_json(records[name])
            files[path.table] = as_csv(records[name])
    return files


def _part(value: Any) -> str:
    return as_json(value).strip() if isinstance(value, list) else _compact(value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
