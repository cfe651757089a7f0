"""A document: what one YAML file says, as plain data with the place of every value.

Documents can be laid over each other, so that a team writes down only what it wants different. Each value
keeps the place that it comes from, so that a problem leads to the line to change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.loading.places import Located, Places
from macros.loading.problem import Place, Problem, Severity, name_of
from macros.model.fields import FieldPath

REMOVED = object()  # stands for the value that an edit takes out


@dataclass(frozen=True, eq=False)  # so that what is worked out for one can be kept
class Document:
    """One YAML file: its `data` (mappings, lists, text, None), its `text`, what finds the places of all that
    is in it, and whether comments are behind some values.
    """

    path: str
    data: Any = None
    text: str = ""
    locate: Callable[[], Located] = Located
    has_remarks: bool = False

    @cached_property
    def located(self) -> Located:
        """The places of everything in it, worked out when somebody first asks."""
        return self.locate()

    def place(self, path: FieldPath = (), *, key: bool = False) -> Place:
        """Return the place of the value at `path` (of its key if `key`), or of the nearest thing around
        it.
        """
        table = self.located.keys if key else self.located.places
        while path and path not in table:
            path = path[:-1]
            table = self.located.places
        return table.get(path) or Place(self.path)

    def problem(
        self, path: FieldPath, code: str, message: str, hint: str = "", severity: Severity = "error"
    ) -> Problem:
        """Return a problem with the value at `path`."""
        return Problem(self.place(path), name_of(path), message, code, hint, severity)

    def only(self, name: str) -> Document:
        """Return the field `name` alone, as a part that is no file itself and can lie under one."""
        data = {name: self.data[name]} if isinstance(self.data, dict) and name in self.data else {}
        places = {path: at for path, at in self.located.places.items() if path[:1] == (name,)}
        keys = {path: at for path, at in self.located.keys.items() if path[:1] == (name,)}
        return Document("", data, locate=lambda: Located(places, keys))


def laid_over(
    base: Document, over: Document, is_whole: Callable[[FieldPath], bool] = lambda _: False
) -> Document:
    """Return `over` on top of `base`, as the file `base` if that is a file.

    Groups of fields are joined field by field, lists of things with an id thing by thing. Anything else is
    replaced, and so is a group at a path that counts as one value (`is_whole`).
    """
    file = base if base.path else over
    joiner = _Joiner(base, over, is_whole)
    data = joiner.join((), (), base.data, (), over.data)
    return Document(file.path, data, file.text, lambda: Located(joiner.places, joiner.keys))


@dataclass(frozen=True)
class _Joiner:
    """Joins two documents. Every path comes with the path at which its value is written in its own
    document.
    """

    base: Document
    over: Document
    is_whole: Callable[[FieldPath], bool]
    places: Places = field(default_factory=dict)
    keys: Places = field(default_factory=dict)

    def join(self, path: FieldPath, below: FieldPath, old: Any, above: FieldPath, new: Any) -> Any:
        if isinstance(old, dict) and isinstance(new, dict) and not self.is_whole(path):
            self._place(path, below, above)
            return {name: self._field(path, below, old, above, new, name) for name in {**old, **new}}
        known = _by_id(old)
        added = _by_id(new)
        if known and added:
            self._place(path, below, above)
            return [
                self._entry((*path, n), below, old, known.get(name), above, new, added.get(name))
                for n, name in enumerate({**known, **added})
            ]
        return self._copy(path, self.over, above, new)

    def _place(self, path: FieldPath, below: FieldPath, above: FieldPath) -> None:
        if at := self.base.located.places.get(below) or self.over.located.places.get(above):
            self.places[path] = at

    def _field(
        self,
        path: FieldPath,
        below: FieldPath,
        old: dict[str, Any],
        above: FieldPath,
        new: dict[str, Any],
        name: str,
    ) -> Any:
        here = (*path, name)
        if name not in new:
            return self._copy(here, self.base, (*below, name), old[name])
        self.keys[here] = self.over.place((*above, name), key=True)
        if name not in old:
            return self._copy(here, self.over, (*above, name), new[name])
        return self.join(here, (*below, name), old[name], (*above, name), new[name])

    def _entry(
        self,
        path: FieldPath,
        below: FieldPath,
        old: list[Any],
        n: int | None,
        above: FieldPath,
        new: list[Any],
        m: int | None,
    ) -> Any:
        """Join one thing of two lists; it is entry `n` of the old and `m` of the new, or in one of them
        alone.
        """
        if n is None:
            return self._copy(path, self.over, (*above, m or 0), new[m or 0])
        if m is None:
            return self._copy(path, self.base, (*below, n), old[n])
        return self.join(path, (*below, n), old[n], (*above, m), new[m])

    def _copy(self, path: FieldPath, document: Document, at: FieldPath, value: Any) -> Any:
        return _Copier(document, self.places, self.keys).copy(path, at, value)


def edited(document: Document, path: FieldPath, value: Any = REMOVED) -> Document:
    """Return a copy of `document` with another value at `path`, or, without a value, with that place taken
    out.
    """
    copier = _Copier(document, {}, {}, path, value)
    data = copier.copy((), (), document.data)
    return Document(document.path, data, document.text, lambda: Located(copier.places, copier.keys))


@dataclass(frozen=True)
class _Copier:
    """Copies values of a document, with the place of everything in them; what is at `edit` becomes
    `value`.
    """

    document: Document
    places: Places
    keys: Places
    edit: FieldPath | None = None
    value: Any = None

    def copy(self, path: FieldPath, at: FieldPath, value: Any) -> Any:
        """Return the value at `at`, copied to `path`."""
        self.places[path] = self.document.place(at)
        if at in self.document.located.keys:
            self.keys[path] = self.document.located.keys[at]
        if at == self.edit:
            return self.value
        if isinstance(value, dict):
            return {
                name: self.copy((*path, name), (*at, name), inner)
                for name, inner in value.items()
                if not self._is_removed((*at, name))
            }
        if isinstance(value, list):
            kept = [n for n in range(len(value)) if not self._is_removed((*at, n))]
            return [self.copy((*path, m), (*at, n), value[n]) for m, n in enumerate(kept)]
        return value

    def _is_removed(self, at: FieldPath) -> bool:
        return at == self.edit and self.value is REMOVED


def _by_id(value: Any) -> dict[str, int]:
    """Return the index of each entry of a list by its id; nothing where it is no list of things with ids,
    each once.
    """
    if not isinstance(value, list) or not all(
        isinstance(entry, dict) and isinstance(entry.get("id"), str) for entry in value
    ):
        return {}
    index = {entry["id"]: n for n, entry in enumerate(value)}
    return index if len(index) == len(value) else {}
