"""Each crosswalk as data, in both directions: a table with a row for each pair, and JSON.

What has no pair is there too, with the other side left empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.loading.other_frameworks import from_ours, from_theirs
from macros.model import Crosswalk, Record
from macros.model.crosswalk import CrosswalkEntry
from macros.pages.record_pages import source_of
from macros.pages.views.crosswalks import crosswalk_files
from macros.publishing.build import Build
from macros.publishing.csv_rows import as_csv

HEAD = ("title", "publisher", "edition", "checked", "complete", "reach", "url")


def files(build: Build) -> dict[str, str | bytes]:
    """Return the two files of every crosswalk, by path."""
    made: dict[str, str | bytes] = {}
    for walk in build.handbook.all(Crosswalk):
        table, whole = crosswalk_files(walk)
        made[table] = as_csv(_rows(build, walk))
        made[whole] = json.dumps(_both_ways(build, walk), ensure_ascii=False, indent=1) + "\n"
    return made


def _both_ways(build: Build, walk: Crosswalk) -> dict[str, Any]:
    return {
        **{name: getattr(walk, name) for name in HEAD},
        "theirs_to_ours": [
            {**_theirs(entry), "ours": [_ours(build, record) for record in ours]}
            for entry, ours in from_theirs(build.handbook, walk)
        ],
        "ours_to_theirs": [
            {**_ours(build, record), "theirs": [_theirs(entry) for entry in theirs]}
            for record, theirs in from_ours(build.handbook, walk)
        ],
    }


def _rows(build: Build, walk: Crosswalk) -> Iterator[dict[str, Any]]:
    """Yield a row for each pair, for each part of theirs without one, and for each activity without one."""
    nothing: dict[str, Any] = {"theirs": {}, "ours": {}}
    head = {"framework": walk.title, "edition": walk.edition, "checked": walk.checked}
    for entry, ours in from_theirs(build.handbook, walk):
        for record in ours:
            yield {**head, "theirs": _theirs(entry), "ours": _ours(build, record)}
        if not ours:
            yield {**head, **nothing, "theirs": _theirs(entry)}
    for record, theirs in from_ours(build.handbook, walk):
        if not theirs:
            yield {**head, **nothing, "ours": _ours(build, record)}


def _theirs(entry: CrosswalkEntry) -> dict[str, str]:
    return {"id": entry.id, "title": entry.title or "", "sort": entry.sort}


def _ours(build: Build, record: Record) -> dict[str, str]:
    address = build.home + build.addresses.of(source_of(record))
    return {"kind": record.kind, "id": record.id, "title": record.title, "address": address}
