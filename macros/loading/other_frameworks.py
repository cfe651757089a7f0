"""Crosswalks read in both directions: from the parts of another framework to records, and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.loading.handbook import Handbook
from macros.model import Activity, Crosswalk, Record
from macros.model.crosswalk import CrosswalkEntry


class Theirs(NamedTuple):
    """One part of the other framework, with the records that do the same work; none where there is none."""

    entry: CrosswalkEntry
    ours: tuple[Record, ...]


class Ours(NamedTuple):
    """One record, with the parts of the other framework that do the same work."""

    record: Record
    theirs: tuple[CrosswalkEntry, ...]


def from_theirs(handbook: Handbook, walk: Crosswalk) -> list[Theirs]:
    """Return every part of the other framework, in its order, with its records."""
    pairs = {pair.theirs: pair.ours for pair in walk.pairs}
    return [Theirs(entry, tuple(_records(handbook, pairs.get(entry.id, ())))) for entry in walk.entries]


def from_ours(handbook: Handbook, walk: Crosswalk) -> list[Ours]:
    """Return every record that has a pair, and every activity that has none, in the order of the handbook."""
    theirs: dict[tuple[str, str], list[CrosswalkEntry]] = {}
    for entry, ours in from_theirs(handbook, walk):
        for record in ours:
            theirs.setdefault((record.kind, record.id), []).append(entry)
    listed = {kind for kind, _ in theirs} | {Activity.kind}
    return [
        Ours(record, tuple(theirs.get((kind, record.id), ())))
        for kind in handbook.records
        if kind in listed
        for record in handbook.all(kind)
        if kind == Activity.kind or (kind, record.id) in theirs
    ]


def elsewhere(handbook: Handbook, record: Record) -> list[tuple[Crosswalk, tuple[CrosswalkEntry, ...]]]:
    """Return each other framework that has the work of `record`, with its parts."""
    name = f"{record.kind}/{record.id}"
    found = []
    for walk in handbook.linked_from(record, Crosswalk):
        known = {pair.theirs for pair in walk.pairs if name in pair.ours}
        found.append((walk, tuple(entry for entry in walk.entries if entry.id in known)))
    return found


def _records(handbook: Handbook, names: tuple[str, ...]) -> Iterator[Record]:
    """Yield the records that `kind/id` name. What does not exist is reported by the check."""
    for name in names:
        if (record := handbook.find("*", name)) is not None:
            yield record
