"""The handbook: every record, the links between them, and where each stands on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.loading.document import Document
from macros.loading.overlay import LeftOut, Origin, Overlay
from macros.loading.problem import Place
from macros.model import KINDS, Framework, Glossary, Record, Site
from macros.model.references import references


@dataclass(frozen=True)
class Link:
    """One record pointing at another, by the field that does it (its first word)."""

    origin: Record
    field: str
    target: Record
    path: tuple


@dataclass(frozen=True, eq=False)
class Handbook:
    """All records by kind and id, in the order in which they are shown. Built by `macros.loading.loader.load`."""

    records: Mapping[str, Mapping[str, Record]]
    documents: Mapping[tuple[str, str], Document]
    overlay: Overlay | None = None

    @property
    def site(self) -> Site:
        return self.records["site"]["site"]  # type: ignore[return-value]

    @property
    def framework(self) -> Framework:
        return self.records["framework"]["framework"]  # type: ignore[return-value]

    @property
    def glossary(self) -> Glossary:
        return self.records["glossary"]["glossary"]  # type: ignore[return-value]

    def all(self, kind: str) -> list[Any]:
        """Every record of `kind`, in order. Raises KeyError for a kind that does not exist."""
        KINDS[kind]
        return list(self.records.get(kind, {}).values())

    def find(self, kind: str, id: str) -> Any | None:
        """The record, or None. With kind `*`, `id` is `kind/id`."""
        if kind == "*":
            kind, _, id = id.partition("/")
        return self.records.get(kind, {}).get(id)

    def get(self, kind: str, id: str) -> Any:
        """The record. Raises KeyError, naming it, when there is none."""
        if (found := self.find(kind, id)) is None:
            raise KeyError(f"there is no {kind} “{id}”")
        return found

    def place(self, record: Record, path: tuple = (), *, key: bool = False) -> Place:
        """Where `record`, or the value at `path` in it, stands on disk."""
        document, base = self._home(record)
        return document.place((*base, *path), key=key)

    def file(self, record: Record) -> str:
        """The path of the file that holds `record`, as people see it."""
        return self.place(record).path

    @property
    def hidden(self) -> Mapping[tuple[str, str], LeftOut]:
        """What the team's own folder leaves out, by kind and id."""
        return self.overlay.hidden if self.overlay else {}

    def origin(self, record: Record) -> Origin:
        """Who `record` comes from. A part of a file comes from the team that wrote it there."""
        if self.overlay is None or (record.kind, record.id) in self.documents:
            return self.overlay.origin(record) if self.overlay else "original"
        return "added" if self.is_own(record) else "original"

    def is_own(self, record: Record, path: tuple = ()) -> bool:
        """Whether the value at `path` in `record` stands in the team's own folder."""
        return bool(self.overlay and self.overlay.owns(self.place(record, path).path))

    def step(self, pointer: str) -> tuple[Any, Any | None]:
        """The activity, and the step if one is named, that `activity#step` points to; (None, None) if there is none."""
        id, _, anchor = pointer.partition("#")
        activity = self.find("activity", id)
        step = next((s for s in activity.steps if s.id == anchor), None) if activity and anchor else None
        return activity, step

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link between two records, in the order of the records."""
        return tuple(self._links())

    def linked_from(self, record: Record, kind: str, *fields: str) -> list[Any]:
        """Records of `kind` that point at `record` (by one of `fields`, if given), each once, in order."""
        found = {
            link.origin.id: link.origin
            for link in self._backward.get((record.kind, record.id), ())
            if link.origin.kind == kind and (not fields or link.field in fields)
        }
        return [r for r in self.all(kind) if r.id in found]

    def links_to(self, record: Record) -> tuple[Link, ...]:
        """Links that point at `record`."""
        return tuple(self._backward.get((record.kind, record.id), ()))

    def links_of(self, record: Record) -> tuple[Link, ...]:
        """Links that `record` holds."""
        return tuple(self._forward.get((record.kind, record.id), ()))

    @cached_property
    def _backward(self) -> dict[tuple[str, str], list[Link]]:
        return _grouped(self.links, lambda link: (link.target.kind, link.target.id))

    @cached_property
    def _forward(self) -> dict[tuple[str, str], list[Link]]:
        return _grouped(self.links, lambda link: (link.origin.kind, link.origin.id))

    def _links(self) -> Iterator[Link]:
        for record in self:
            for ref in references(record):
                if (target := self.find(*ref.key)) is not None:
                    yield Link(*self._origin(record, ref.path), target, ref.path)

    def _origin(self, record: Record, path: tuple) -> tuple[Record, str]:
        """The record that holds a reference, and the field: a part of a single file counts as a record of its own."""
        if (record.kind, path[0]) in PART_HOMES.values() and len(path) > 2:
            return getattr(record, path[0])[path[1]], str(path[2])
        return record, str(path[0])

    def __iter__(self) -> Iterator[Record]:
        """Every record that has a file of its own."""
        for kind, records in self.records.items():
            if kind not in PART_HOMES:
                yield from records.values()

    def _home(self, record: Record) -> tuple[Document, tuple]:
        if (record.kind, record.id) in self.documents:
            return self.documents[record.kind, record.id], ()
        holder, name = PART_HOMES[record.kind]
        index = list(self.records[record.kind]).index(record.id)
        return self.documents[holder, holder], (name, index)


# Parts that stand inside a single file: kind → the file's kind, and the field that holds them.
PART_HOMES = {
    "layer": ("framework", "layers"),
    "route": ("framework", "routes"),
    "stage": ("framework", "stages"),
    "side": ("framework", "sides"),
    "function": ("framework", "functions"),
    "term": ("glossary", "terms"),
}


def _grouped(links: tuple[Link, ...], key: Any) -> dict[tuple[str, str], list[Link]]:
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        groups.setdefault(key(link), []).append(link)
    return groups
