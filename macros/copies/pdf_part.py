"""Which pages a PDF of one phase, route or role holds, and how long the whole handbook takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.copies.trimming import Files
from macros.pages.record_pages import print_source_of
from macros.refusal import Refusal
from macros.similarity import suggest

# What one page of the site costs on paper. Measured with a whole handbook on 23 November 2026, with
# WeasyPrint 70 on one core of a small server.
SECONDS = 0.3
MEGABYTES = 4.7
WORTH_A_WARNING = 1.0  # minutes

Key = tuple[str, str]


@dataclass(frozen=True)
class Part:
    """A part of the handbook: the addresses of its pages, its title, and the page that gathers it."""

    addresses: frozenset[str]
    title: str
    document: str


def patience(site: Files) -> str:
    """Return an estimate of time and memory for a PDF of the whole `site`; an empty text if it takes under a
    minute.
    """
    pages = sum(path.endswith(".html") for path in site)
    minutes = pages * SECONDS / 60
    gigabytes = pages * MEGABYTES / 1000
    if minutes < WORTH_A_WARNING:
        return ""
    return (
        f"The whole handbook takes about {minutes:.0f} minutes and {gigabytes:.1f} GB of memory. "
        "One phase, route or role takes less."
    )


def part(data: dict[str, Any], kind: str, id: str) -> Part:
    """Return the part about one phase, route or role: what it does, makes and can learn from.

    `data` is the handbook as data. Raise Refusal when it has no such record.
    """
    known = {record["id"]: record for record in _of_kind(data, kind)}
    if id not in known:
        raise Refusal(f"There is no {kind} “{id}”. {suggest(id, known)}")
    records = {(record["kind"], record["id"]): record for record in _records(data)}
    roots = [("phase", phase) for phase in known[id]["phases"]] if kind == "route" else [(kind, id)]
    near = [
        key
        for key, record in records.items()
        if key[0] in ("activity", "lesson", "product") and set(roots) & set(_linked(record))
    ]
    outputs = [
        target
        for key in near
        if key[0] == "activity"
        for target in _linked(records[key], "outputs")
        if target[0] == "product"
    ]
    addresses = frozenset(records[key]["address"] for key in (*roots, *near, *outputs))
    return Part(addresses, str(known[id]["title"]), f"{print_source_of(kind, id).removesuffix('.md')}.html")


def _of_kind(data: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    if kind == "route":
        yield from data["framework"]["routes"]
    else:
        yield from (record for record in _records(data) if record["kind"] == kind)


def _records(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (record for records in data.values() if isinstance(records, list) for record in records)


def _linked(record: dict[str, Any], field: str = "") -> Iterator[Key]:
    """Yield what a record points to, by one field or by any."""
    return ((link["kind"], link["id"]) for link in record["links"] if field in ("", link["field"]))
