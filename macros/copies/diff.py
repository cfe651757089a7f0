"""What changed between two bundles, record by record, in words. Read from the data in each, so no project is needed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.copies.whole_files import NotMade
from macros.publishing.exports import DATA

Key = tuple[str, str]
# Fields that follow from other fields or from other records, or say only where a record was or when it changed.
DERIVED = {"id", "kind", "address", "file", "formerly", "added", "notes", "links", "backlinks"}


@dataclass(frozen=True)
class Change:
    """One record that is new, says something else, or is gone: its kind and title, and the fields that changed."""

    kind: str
    title: str
    fields: tuple[str, ...] = ()
    now: str = ""


@dataclass(frozen=True)
class Changes:
    """Everything that changed from one edition to another."""

    old: str
    new: str
    added: tuple[Change, ...]
    changed: tuple[Change, ...]
    retired: tuple[Change, ...]


def read(bundle: Path) -> dict[str, Any]:
    """The data of a bundle. Raises NotMade when the file is none."""
    try:
        with zipfile.ZipFile(bundle) as opened:
            name = next(name for name in opened.namelist() if name == DATA or name.endswith(f"/{DATA}"))
            data = json.loads(opened.read(name))
        _records(data)
        str(data["framework"]["edition"])
        return data
    except FileNotFoundError:
        raise NotMade(f"There is no file “{bundle}” here.") from None
    except (OSError, zipfile.BadZipFile, StopIteration, ValueError, KeyError, TypeError, AttributeError):
        raise NotMade(
            f"“{bundle}” is no bundle of a handbook, or it is damaged: its data cannot be read."
        ) from None


def compare(old: dict[str, Any], new: dict[str, Any]) -> Changes:
    """What a reader of `old` has to know of `new`. A record that got another id is the same record."""
    before, after = _records(old), _records(new)
    moved = {(key[0], former): key for key, record in after.items() for former in record.get("formerly", ())}
    was = {moved.get(key, key) if key not in after else key: record for key, record in before.items()}
    kept = [(was[key], record) for key, record in after.items() if key in was]
    retired_now = [(a, b) for a, b in kept if b.get("state") == "retired" != a.get("state")]
    said = (
        Change(b["kind"], a["title"], _differences(a, b), b["title"] if b["title"] != a["title"] else "")
        for a, b in kept
        if (a, b) not in retired_now
    )
    return Changes(
        str(old["framework"]["edition"]),
        str(new["framework"]["edition"]),
        added=tuple(
            Change(record["kind"], record["title"]) for key, record in after.items() if key not in was
        ),
        changed=tuple(change for change in said if change.fields),
        retired=(
            *(Change(record["kind"], record["title"]) for key, record in was.items() if key not in after),
            *(Change(b["kind"], b["title"]) for _, b in retired_now),
        ),
    )


def as_text(changes: Changes) -> str:
    """The changes in words, for a terminal or an e-mail."""
    lines = [
        f"From edition {changes.old} to edition {changes.new}: {len(changes.added)} added, {len(changes.changed)} changed, {len(changes.retired)} retired."
    ]
    for heading in ("added", "changed", "retired"):
        if found := getattr(changes, heading):
            lines += ["", heading.capitalize(), *(f"  {_line(change)}" for change in found)]
    return "\n".join(lines)


def _line(change: Change) -> str:
    fields = ", ".join(field.replace("_", " ") for field in change.fields)
    return (
        f"{change.kind} “{change.title}”"
        + (f": {fields}" if fields else "")
        + (f" (now “{change.now}”)" if change.now else "")
    )


def _records(data: dict[str, Any]) -> dict[Key, dict[str, Any]]:
    def every() -> Iterator[dict[str, Any]]:
        yield {"kind": "framework", "id": "framework", **data["framework"]}
        for records in data.values():
            if isinstance(records, list):
                yield from records

    return {(record["kind"], record["id"]): record for record in every()}


def _differences(old: dict[str, Any], new: dict[str, Any]) -> tuple[str, ...]:
    left_out = DERIVED | ({"edition", "editions"} if new["kind"] == "framework" else set())
    # A field that the older handbook does not know yet says nothing while it is empty.
    return tuple(
        field
        for field in dict.fromkeys((*old, *new))
        if field not in left_out and (old.get(field) or None) != (new.get(field) or None)
    )
