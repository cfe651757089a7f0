"""Open data: the files that other software and spreadsheets read, each at an address that stays.

`data/handbook.json` holds everything, and is in every copy. Beside it a site has each list alone, as JSON and as a table, and the schemas.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from macros.columns import as_csv
from macros.data_schema import LISTS, WHOLE, schemas

FOLDER = "data"
NAMES = tuple(LISTS)


def as_json(value: Any) -> str:
    """The data as JSON with one record a line: small, and two editions can be compared line by line."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]\n"
    parts = ((name, as_json(held).strip() if isinstance(held, list) else _compact(held)) for name, held in value.items())
    return "{\n" + ",\n".join(f"{_compact(name)}:{text}" for name, text in parts) + "\n}\n"


def site_files(whole: Mapping[str, Any], home: str = "") -> dict[str, str | bytes]:
    """The files beside the whole, by path: each list as JSON and CSV, and a schema for every JSON file. `home` is the address of the site, if known."""
    lists: dict[str, str | bytes] = {}
    for name in NAMES:
        lists |= {f"{FOLDER}/{name}.json": as_json(whole[name]), f"{FOLDER}/{name}.csv": as_csv(whole[name])}
    described = {f"{FOLDER}/schema/{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in schemas(home).items()}
    return lists | described


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
