"""What changed between two bundles, record by record, in words. Read from the data in each, so no project is
needed.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.publishing.data_paths import DATA
from macros.refusal import Refusal

Key = tuple[str, str]
Fields = dict[str, Any]
# Fields that follow from other fields or from other records, or say only where a record was or when it
# changed.
DERIVED = {"id", "kind", "address", "file", "formerly", "added", "notes", "links", "backlinks", "original"}
EDITIONS = {"edition", "editions"}  # fields of the framework that every new edition changes


@dataclass(frozen=True)
class Change:
    """One record that is new, says something else, or is gone: its kind and title, and the fields that
    changed.

    `now` is the title that it has now, where that is another.
    """

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
    outdated: tuple[Change, ...] = ()


def read(bundle: Path) -> Fields:
    """Return the data of a bundle. Raise Refusal when the file is none."""
    try:
        with zipfile.ZipFile(bundle) as opened:
            name = next(name for name in opened.namelist() if name == DATA or name.endswith(f"/{DATA}"))
            data: Fields = json.loads(opened.read(name))
        _records(data)
        _edition(data)
        return data
    except FileNotFoundError:
        raise Refusal(f"There is no file “{bundle}” here.") from None
    except (OSError, zipfile.BadZipFile, StopIteration, ValueError, KeyError, TypeError, AttributeError):
        raise Refusal(
            f"“{bundle}” is no bundle of a handbook, or it is damaged: its data cannot be read."
        ) from None


def compare(old: Fields, new: Fields) -> Changes:
    """Return what a reader of `old` has to know of `new`. A record that got another id is the same record."""
    after = _records(new)
    before = _under_new_ids(_records(old), after)
    both = [(before[key], record) for key, record in after.items() if key in before]
    retired = [now for was, now in both if _is_retired(now) and not _is_retired(was)]
    changes = [_change(was, now) for was, now in both if now not in retired]
    return Changes(
        _edition(old),
        _edition(new),
        added=tuple(_named(record) for key, record in after.items() if key not in before),
        changed=tuple(change for change in changes if change.fields),
        retired=(
            *(_named(record) for key, record in before.items() if key not in after),
            *map(_named, retired),
        ),
        outdated=tuple(_named(after[key]) for key in _outdated(new) - _outdated(old) if key in after),
    )


def as_text(changes: Changes) -> str:
    """Return the changes in words, for a terminal or an e-mail."""
    groups = {"added": changes.added, "changed": changes.changed, "retired": changes.retired}
    counts = ", ".join(f"{len(group)} {name}" for name, group in groups.items())
    lines = [f"From edition {changes.old} to edition {changes.new}: {counts}."]
    for name, group in groups.items():
        if group:
            lines += ["", name.capitalize(), *(f"  {_line(change)}" for change in group)]
    if changes.outdated:
        named = (f"  {_line(change)}" for change in changes.outdated)
        lines += ["", "The original has changed since you replaced it", *named]
    return "\n".join(lines)


def _line(change: Change) -> str:
    line = f"{change.kind} “{change.title}”"
    if change.fields:
        line += ": " + ", ".join(field.replace("_", " ") for field in change.fields)
    return f"{line} (now “{change.now}”)" if change.now else line


def _outdated(data: Fields) -> set[Key]:
    """Return the records of a local handbook whose originals have changed since they were replaced."""
    listed = (name.partition("/") for name in data.get("overlay", {}).get("outdated", ()))
    return {(kind, name) for kind, _, name in listed}


def _edition(data: Fields) -> str:
    return str(data["framework"]["edition"])


def _records(data: Fields) -> dict[Key, Fields]:
    return {(record["kind"], record["id"]): record for record in _every(data)}


def _every(data: Fields) -> Iterator[Fields]:
    yield {"kind": "framework", "id": "framework", **data["framework"]}
    for records in data.values():
        if isinstance(records, list):
            yield from records


def _under_new_ids(before: dict[Key, Fields], after: dict[Key, Fields]) -> dict[Key, Fields]:
    """Return the older records, each by the id that it has now."""
    moved = {(key[0], former): key for key, record in after.items() for former in record.get("formerly", ())}
    return {key if key in after else moved.get(key, key): record for key, record in before.items()}


def _is_retired(record: Fields) -> bool:
    return record.get("state") == "retired"


def _named(record: Fields) -> Change:
    return Change(record["kind"], record["title"])


def _change(was: Fields, now: Fields) -> Change:
    title = now["title"]
    return Change(now["kind"], was["title"], _differences(was, now), title if title != was["title"] else "")


def _differences(old: Fields, new: Fields) -> tuple[str, ...]:
    left_out = DERIVED | EDITIONS if new["kind"] == "framework" else DERIVED
    fields = (field for field in dict.fromkeys((*old, *new)) if field not in left_out)
    # A field that the older handbook does not know yet says nothing while it is empty.
    return tuple(field for field in fields if (old.get(field) or None) != (new.get(field) or None))
