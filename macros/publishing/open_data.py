"""Open data: the files that other software and spreadsheets read, each at an address that stays.

`data/handbook.json` holds everything, and is in every copy. Beside it a site has each list alone, as JSON and as a table, and the schemas.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from macros.publishing.csv_rows import as_csv
from macros.publishing.data_schema import WHOLE, schemas


def paths(name: str) -> tuple[str, str, str]:
    """Where the JSON, the table and the schema of a list (or of the whole, which has no table) are, from the root of the site."""
    return f"data/{name}.json", "" if name == WHOLE else f"data/{name}.csv", f"data/schema/{name}.json"


def as_json(value: Any) -> str:
    """The data as JSON with one record a line: small, and two editions can be compared line by line."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]\n"
    parts = (
        (name, as_json(held).strip() if isinstance(held, list) else _compact(held))
        for name, held in value.items()
    )
    return "{\n" + ",\n".join(f"{_compact(name)}:{text}" for name, text in parts) + "\n}\n"


def site_files(whole: Mapping[str, Any], home: str = "") -> dict[str, str | bytes]:
    """The files beside the whole, by path: each list as JSON and CSV, and a schema for every JSON file. `home` is the address of the site, if known."""
    found: dict[str, str | bytes] = {}
    for name, schema in schemas(home).items():
        file, table, described = paths(name)
        found[described] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        if table:
            found |= {file: as_json(whole[name]), table: as_csv(whole[name])}
    return found


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
