"""JSON with one record on each line: small, and two editions can be compared line by line."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def as_json(value: Mapping[str, Any]) -> str:
    """Return the data as JSON."""
    return as_lines(value.items()).decode()


def as_lines(parts: Iterable[tuple[str, Any]]) -> bytes:
    """Return the same in UTF-8, from parts with their names. A list may come one record at a time."""
    out = io.BytesIO()
    between = b"{\n"
    for name, part in parts:
        out.write(between + f"{compact(name)}:".encode())
        if isinstance(part, (list, Iterator)):
            for _ in written(part, out):
                pass
        else:
            out.write(compact(part).encode())
        between = b",\n"
    out.write(b"\n}\n")
    return out.getvalue()


def written(records: Iterable[Any], out: io.BytesIO) -> Iterator[Any]:
    """Write a list, a line for each record, and yield each record after its line."""
    between = b"[\n"
    for record in records:
        out.write(between + compact(record).encode())
        yield record
        between = b",\n"
    out.write(b"\n]" if between == b",\n" else b"[\n\n]")


def compact(value: Any) -> str:
    """Return any data as JSON on one line, in as few letters as it takes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
