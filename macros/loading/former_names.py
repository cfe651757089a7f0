"""A project that was saved with an earlier edition, read with the references of this one.

The browser does the same (`overrides/assets/project/store.js`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Activity, Phase, Role
from macros.model.project import Project

Value = TypeVar("Value")
Rename = Callable[[str], str]


def former_refs(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield each reference that a record had before, with the one of today."""
    for cls in FOLDERS:
        for record in handbook.all(cls):
            yield from ((f"{cls.folder}/{old}", f"{cls.folder}/{record.id}") for old in record.formerly)


def of_today(project: Project, handbook: Handbook) -> Project:
    """Return the project with every reference of today. Where one is there twice, the newer one counts."""
    former = dict(former_refs(handbook))

    def ref(name: str) -> str:
        record, mark, part = name.partition("#")
        return former.get(record, record) + mark + part

    def inside(folder: str) -> Rename:
        return lambda name: ref(f"{folder}/{name}").removeprefix(f"{folder}/")

    def broken(name: str) -> str:
        kind, colon, what = name.partition(":")
        return kind + colon + ref(what)

    lengths = _renamed(project.plan.lengths, inside(Phase.folder))
    return project.model_copy(
        update={
            "cuts": _renamed(project.cuts, inside(Activity.folder)),
            "accepted": _renamed(project.accepted, broken),
            "ticks": _renamed(project.ticks, ref),
            "notes": _renamed(project.notes, ref),
            "states": _renamed(project.states, ref),
            "owners": _renamed(project.owners, inside(Role.folder)),
            "plan": project.plan.model_copy(update={"lengths": lengths}),
        }
    )


def _renamed(part: Mapping[str, Value], rename: Rename) -> dict[str, Value]:
    moved = {rename(name): value for name, value in part.items()}
    return moved | {name: value for name, value in part.items() if rename(name) == name}
