"""The handbook: every record, the links between them, and where each is on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, overload

from macros.loading.document import Document
from macros.loading.link import Link, grouped
from macros.loading.overlay import LeftOut, Origin, Overlay
from macros.loading.problem import Place
from macros.model import KINDS, PART_HOMES, Activity, Framework, Record, Site
from macros.model.activity import Step
from macros.model.fields import FieldPath
from macros.model.references import references

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Handbook:
    """All records by kind and id, in the order in which they are shown. The loader makes it."""

    records: Mapping[str, Mapping[str, Any]]  # by kind and id; `all`, `find` and `get` know the classes
    documents: Mapping[tuple[str, str], Document]
    overlay: Overlay | None = None

    @cached_property
    def site(self) -> Site:
        """What `site.yml` says. Raises KeyError where it cannot be read."""
        return self.get(Site, "site")

    @cached_property
    def framework(self) -> Framework:
        """The framework. Raises KeyError where it cannot be read."""
        return self.get(Framework, "framework")

    @overload
    def all(self, kind: type[R]) -> list[R]: ...

    @overload
    def all(self, kind: str) -> list[Any]: ...

    def all(self, kind: type[Record] | str) -> list[Any]:
        """Return every record of a kind, in order. Code names the kind by its class, templates by its word.

        Raises KeyError for a word that is no kind.
        """
        word = _word(kind)
        if word not in KINDS:
            raise KeyError(word)
        return list(self.records.get(word, {}).values())

    @overload
    def find(self, kind: type[R], id: str) -> R | None: ...

    @overload
    def find(self, kind: str, id: str) -> Any | None: ...

    def find(self, kind: type[Record] | str, id: str) -> Any | None:
        """Return the record, or None where there is none. With the word `*`, `id` is `kind/id`."""
        word = _word(kind)
        if word == "*":
            word, _, name = id.partition("/")
            return self.records.get(word, {}).get(name)
        return self.records.get(word, {}).get(id)

    @overload
    def get(self, kind: type[R], id: str) -> R: ...

    @overload
    def get(self, kind: str, id: str) -> Any: ...

    def get(self, kind: type[Record] | str, id: str) -> Any:
        """Return the record. Raises KeyError, naming it, where there is none."""
        record = self.find(kind, id)
        if record is None:
            raise KeyError(f"there is no {_word(kind)} “{id}”")
        return record

    def place(self, record: Record, path: FieldPath = (), *, key: bool = False) -> Place:
        """Return where `record`, or the value at `path` in it, is on disk."""
        document, base = self._home(record)
        return document.place((*base, *path), key=key)

    def file(self, record: Record) -> str:
        """Return the path of the file that holds `record`, as people see it."""
        document, base = self._home(record)
        return document.place(base).path if base else document.path  # a whole file needs no places

    @property
    def hidden(self) -> Mapping[tuple[str, str], LeftOut]:
        """What the local folder leaves out, by kind and id."""
        return self.overlay.hidden if self.overlay else {}

    def origin(self, record: Record) -> Origin:
        """Tell who `record` comes from. A part of a file comes from the team that wrote it there."""
        if self.overlay is None or (record.kind, record.id) in self.documents:
            return self.overlay.origin(record) if self.overlay else "original"
        return "added" if self.is_own(record) else "original"

    def is_own(self, record: Record, path: FieldPath = ()) -> bool:
        """Tell whether the value at `path` in `record` is in the local folder."""
        return bool(self.overlay and self.overlay.owns(self.place(record, path).path))

    def step(self, pointer: str) -> tuple[Activity | None, Step | None]:
        """Return the activity that `activity#step` points to, and the step if one is named; None where there
        is none.
        """
        name, _, anchor = pointer.partition("#")
        activity = self.find(Activity, name)
        steps = activity.steps if activity and anchor else ()
        return activity, next((step for step in steps if step.id == anchor), None)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link between two records, in the order of the records."""
        return tuple(self._links())

    @overload
    def linked_from(self, record: Record, kind: type[R], *fields: str) -> list[R]: ...

    @overload
    def linked_from(self, record: Record, kind: str, *fields: str) -> list[Any]: ...

    def linked_from(self, record: Record, kind: type[Record] | str, *fields: str) -> list[Any]:
        """Return the records of a kind that point at `record`, by one of `fields` if given, once each."""
        word = _word(kind)
        origins = {
            link.origin.id
            for link in self._backward_of.get((record.kind, record.id, word), ())
            if not fields or link.field in fields
        }
        return self.chosen(word, origins)

    def chosen(self, kind: str, ids: Iterable[str]) -> list[Any]:
        """Return the records of a kind that have one of `ids`, each once, in order."""
        known = self._positions.get(kind, {})
        return [self.records[kind][one] for one in sorted(set(ids) & known.keys(), key=known.__getitem__)]

    def position(self, record: Record) -> int:
        """Return the place of `record` among records of its kind, counted from 0."""
        return self._positions[record.kind][record.id]

    def links_to(self, record: Record) -> tuple[Link, ...]:
        """Return the links that point at `record`."""
        return tuple(self._backward.get((record.kind, record.id), ()))

    def links_of(self, record: Record) -> tuple[Link, ...]:
        """Return the links that `record` holds."""
        return tuple(self._forward.get((record.kind, record.id), ()))

    @cached_property
    def _positions(self) -> dict[str, dict[str, int]]:
        return {kind: {one: n for n, one in enumerate(records)} for kind, records in self.records.items()}

    @cached_property
    def _backward(self) -> dict[tuple[str, str], list[Link]]:
        return grouped(self.links, lambda link: (link.target.kind, link.target.id))

    @cached_property
    def _backward_of(self) -> dict[tuple[str, str, str], list[Link]]:
        return grouped(self.links, lambda link: (link.target.kind, link.target.id, link.origin.kind))

    @cached_property
    def _forward(self) -> dict[tuple[str, str], list[Link]]:
        return grouped(self.links, lambda link: (link.origin.kind, link.origin.id))

    def _links(self) -> Iterator[Link]:
        for record in self:
            for ref in references(record):
                if (target := self.find(*ref.key)) is not None:
                    yield Link(*self._origin(record, ref.path), target, ref.path)

    def _origin(self, record: Record, path: FieldPath) -> tuple[Record, str]:
        """Return the record that holds a reference, and the field. A part of a single file counts as a
        record.
        """
        if (record.kind, path[0]) in PART_HOMES.values() and len(path) > 2:
            return getattr(record, str(path[0]))[path[1]], str(path[2])
        return record, str(path[0])

    def __iter__(self) -> Iterator[Record]:
        """Yield every record that has a file of its own."""
        for kind, records in self.records.items():
            if kind not in PART_HOMES:
                yield from records.values()

    def _home(self, record: Record) -> tuple[Document, FieldPath]:
        if (record.kind, record.id) in self.documents:
            return self.documents[record.kind, record.id], ()
        holder, name = PART_HOMES[record.kind]
        return self.documents[holder, holder], (name, self.position(record))


def _word(kind: type[Record] | str) -> str:
    """Return the word for a kind, such as `lesson`."""
    return kind if isinstance(kind, str) else kind.kind
