"""Open data: the files that other software and spreadsheets read, each at an address that stays.

`data/handbook.json` holds everything, and is in every copy. Beside it, a site has each list alone, as JSON
and as a table, and the schemas.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from macros.publishing.csv_rows import as_csv
from macros.publishing.data_paths import paths, schema_path
from macros.publishing.data_schema import schemas
from macros.publishing.json_lines import written


def list_files(name: str, records: Iterable[Mapping[str, Any]]) -> dict[str, str | bytes]:
    """Return the files of one list, by path: as JSON and as CSV. Each record is asked for once."""
    path = paths(name)
    out = io.BytesIO()
    table = as_csv(written(records, out))
    out.write(b"\n")
    return {path.json: out.getvalue(), path.table: table}


def schema_files(home: str = "") -> dict[str, str | bytes]:
    """Return the schema of every JSON file, by path. `home` is the address of the site, if it is known."""
    return {
        schema_path(name): json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas(home).items()
    }
