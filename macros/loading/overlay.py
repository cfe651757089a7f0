"""The overlay: what the local folder adds to the original handbook, what it replaces there and what it hides.

`content/local/` mirrors `content/`. The files of the original handbook are never edited, so taking its next
edition is a merge without conflicts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from macros.model import Record
from macros.model.hidden import Hidden

LOCAL = "local"
WORDS = "words.txt"  # a team's names and terms, one a line, which the test of the spelling reads
Key = tuple[str, str]
Origin = Literal["original", "added", "replaced"]


@dataclass(frozen=True)
class LeftOut:
    """A record that is hidden, and why."""

    record: Record
    why: str


@dataclass(frozen=True)
class Overlay:
    """What the local `folder` does to the handbook of the organisation `original`, which is in `language`.

    It adds, replaces and hides records, by kind and id, and has `changed` a part of some files. The originals
    of `outdated` records have changed since they were replaced.
    """

    folder: str
    original: str
    language: str
    added: frozenset[Key]
    replaced: frozenset[Key]
    changed: tuple[str, ...]
    hidden: Mapping[Key, LeftOut]
    outdated: frozenset[Key] = frozenset()
    tailoring: Hidden = field(default_factory=Hidden)

    @property
    def accepted(self) -> Mapping[str, str]:
        """Why the team accepts what its cuts break, by the id of what is broken."""
        return {entry.breaks: entry.why for entry in self.tailoring.accepted}

    @property
    def profile(self) -> Mapping[str, tuple[str, ...]]:
        """What the team answered about its project, by question."""
        return {entry.question: entry.answers for entry in self.tailoring.profile}

    def origin(self, record: Record) -> Origin:
        """Tell who `record` comes from."""
        key = (record.kind, record.id)
        if key in self.added:
            return "added"
        return "replaced" if key in self.replaced else "original"

    def owns(self, path: str) -> bool:
        """Tell whether the file at `path` is in the local folder."""
        return path.startswith(f"{self.folder}/")


def own_folder(content: Path) -> Path:
    """Return the folder for new records: the local one where it has a `site.yml`, or else `content`."""
    return content / LOCAL if (content / LOCAL / "site.yml").is_file() else content


def as_data(overlay: Overlay) -> dict[str, Any]:
    """Return what the overlay does as plain data: records as `kind/id`, sorted."""
    return {
        "folder": overlay.folder,
        "original": overlay.original,
        "added": sorted(map("/".join, overlay.added)),
        "replaced": sorted(map("/".join, overlay.replaced)),
        "hidden": [
            {"record": "/".join(key), "why": overlay.hidden[key].why} for key in sorted(overlay.hidden)
        ],
        "changed": list(overlay.changed),
        "outdated": sorted(map("/".join, overlay.outdated)),
    }


def as_text(overlay: Overlay) -> str:
    """Return the same as a short list for people."""
    data = as_data(overlay)
    lines = [
        *(f"  {what:<9} {name}" for what in ("added", "replaced", "changed") for name in data[what]),
        *(f"  {'hidden':<9} {entry['record']}: {entry['why']}" for entry in data["hidden"]),
        *(f"  {'less':<9} {entry.record}: {entry.why}" for entry in overlay.tailoring.less),
        *(f"  {'accepted':<9} {name}: {why}" for name, why in overlay.accepted.items()),
    ]
    return "\n".join(
        [f"{overlay.folder}/ lies over the handbook of {overlay.original}:", *lines] if lines else []
    )
