"""Loading: the files of a content folder become one Handbook, and everything that is wrong with them is named
at once.

Four steps, each from one value to the next, with the problems that it finds: read, layer, follow, check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.loading.folder import Files, read_folder
from macros.loading.following import Followed, followed
from macros.loading.handbook import Handbook
from macros.loading.hiding import tailored
from macros.loading.layers import Local, layered
from macros.loading.overlay import LOCAL, Key, LeftOut, Overlay
from macros.loading.problem import Problem
from macros.loading.validation import Validated, checked_record, validated
from macros.loading.yaml_file import parsed
from macros.model import KINDS


@dataclass(frozen=True)
class Loaded:
    """What was read: a handbook of everything that can be used, and the rest.

    `problems` says what is wrong, `broken` are records that exist but cannot be used, `texts` are files by
    path. `drafts` are unfinished records, which are no part of the handbook, with their files.
    """

    handbook: Handbook
    problems: tuple[Problem, ...]
    broken: frozenset[Key]
    texts: Mapping[str, str]
    drafts: Mapping[Key, str] = field(default_factory=dict)


def load(content: Path) -> Loaded:
    """Read a content folder, and the local folder in it where there is one. Never raises for what is in the
    files.
    """
    base, problems = read_folder(content, content.name)
    local, wrong = _read_local(content)
    problems += wrong
    layers, wrong = layered(base, local)
    problems += wrong
    files, wrong = followed(layers)
    problems += wrong
    checked, wrong = validated(files.documents)
    problems += wrong
    broken = frozenset(key for key in layers.broken | checked.broken if key[0] in KINDS)
    texts = {**base.texts, **(local.texts if local else {})}
    drafts = {**base.drafts, **(local.drafts if local else {})}
    return Loaded(_handbook(base, layers.local, files, checked), tuple(problems), broken, texts, drafts)


def forget_files() -> None:
    """Forget what the files said, which is kept for loading them again."""
    for kept in (parsed, checked_record):
        kept.cache_clear()


def _read_local(content: Path) -> tuple[Files | None, list[Problem]]:
    folder = content / LOCAL
    if not folder.is_dir() or folder.is_symlink():
        return None, []
    return read_folder(folder, f"{content.name}/{LOCAL}", local=True)


def _handbook(base: Files, local: Local | None, files: Followed, checked: Validated) -> Handbook:
    """Return the records without the hidden ones, and what the local folder does."""
    hidden = {
        key: LeftOut(checked.records[key[0]][key[1]], entry.why)
        for key, entry in files.hidden.items()
        if key not in checked.broken
    }
    gone = hidden.keys() | checked.broken
    documents = {key: document for key, document in files.documents.items() if key not in gone}
    records = {
        kind: {name: record for name, record in each.items() if (kind, name) not in hidden}
        for kind, each in checked.records.items()
    }
    return Handbook(records, documents, _overlay(base, local, hidden) if local else None)


def _overlay(base: Files, local: Local, hidden: Mapping[Key, LeftOut]) -> Overlay:
    site = base.documents.get(("site", "site"))
    about = site.data if site else {}
    return Overlay(
        local.folder,
        str(about.get("organisation", "")),
        str(about.get("language", "")),
        local.added,
        local.replaced,
        local.changed,
        hidden,
        local.outdated,
        tailored(local),
    )
