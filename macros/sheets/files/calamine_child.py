"""Reads a workbook of an old format from its standard input, and writes its sheets as JSON.

It runs in a process of its own, which the system ends where a hostile file takes too much of it, and imports
nothing of this project.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

SECONDS = 6
BYTES = 450_000_000
PASSWORD = 4  # exit codes
DAMAGED = 5


def main() -> int:
    """Read, write, and return the exit code."""
    _limit()
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    data = io.BytesIO(sys.stdin.buffer.read())
    try:
        workbook = CalamineWorkbook.from_filelike(data)
        sheets = [
            {
                "name": about.name,
                "hidden": "Visible" not in str(about.visible).rpartition(".")[2],
                "merged": [[*first, *last] for first, last in _merged(workbook, about.name)],
                "rows": list(_rows(workbook, about.name)),
            }
            for about in workbook.sheets_metadata
        ]
    except PasswordError:
        return PASSWORD
    except (CalamineError, OSError, ValueError):
        return DAMAGED
    json.dump(sheets, sys.stdout)
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent still counts the seconds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def _merged(workbook: Any, name: str) -> list[Any]:
    return workbook.get_sheet_by_name(name).merged_cell_ranges or []


def _rows(workbook: Any, name: str) -> Any:
    """Yield the rows that hold something, each with its number and its cells by column."""
    sheet = workbook.get_sheet_by_name(name)
    first = (sheet.start or (0, 0))[1] + 1
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [[column, _text(value)] for column, value in enumerate(row, first) if value not in ("", None)]
        if cells:
            yield [number, cells]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


if __name__ == "__main__":
    sys.exit(main())
