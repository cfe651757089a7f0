"""A document: what one YAML file says, as plain data with the place of every value.

Documents can be laid over each other, so that a team writes down only what it wants different. Each value keeps
the place that it comes from, so that a problem leads to the line that somebody can mend.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from macros.loading.problem import Place
from macros.model.fields import FieldPath

Places = dict[FieldPath, Place]


@dataclass(frozen=True)
class Document:
    """One YAML file: `data` (mappings, lists, text, None), its lines, the place of each value by path, and of each comment behind a value."""

    path: str
    data: Any = None
    places: Places = field(default_factory=dict)
    keys: Places = field(default_factory=dict)
    text: str = ""
    remarks: Places = field(default_factory=dict)

    def place(self, path: FieldPath = (), *, key: bool = False) -> Place:
        """The place of the value at `path` (of its key if `key`), or of the nearest thing around it."""
        table = self.keys if key else self.places
        while path and path not in table:
            path, table = path[:-1], self.places
        return table.get(path) or Place(self.path)

    def only(self, name: str) -> Document:
        """The field `name` alone, as a part that is no file itself and can lie under one."""
        held = {name: self.data[name]} if isinstance(self.data, dict) and name in self.data else {}
        return Document(
            "",
            held,
            {p: at for p, at in self.places.items() if p[:1] == (name,)},
            {p: at for p, at in self.keys.items() if p[:1] == (name,)},
        )


def laid_over(
    base: Document, over: Document, whole: Callable[[FieldPath], bool] = lambda path: False
) -> Document:
    """`over` on top of `base`. Groups of fields are joined field by field, lists of things with an id thing by thing; anything
    else is replaced, as is a group at a path that counts as one value (`whole`). The result is the file `base`, if that is a file.
    """
    file = base if base.path else over
    joined = Document(file.path)
    data = _Joiner(joined, base, over, whole).join((), (), base.data, (), over.data)
    return Document(file.path, data, joined.places, joined.keys, file.text)


@dataclass(frozen=True)
class _Joiner:
    """Joins two documents into `made`. Every path comes with the path at which its value stands in its own document."""

    made: Document
    base: Document
    over: Document
    whole: Callable[[FieldPath], bool]

    def join(self, path: FieldPath, below: FieldPath, old: Any, above: FieldPath, new: Any) -> Any:
        if isinstance(old, dict) and isinstance(new, dict) and not self.whole(path):
            self._place(path, below, above)
            return {name: self._field(path, below, old, above, new, name) for name in {**old, **new}}
        if (known := _by_id(old)) and (added := _by_id(new)):
            self._place(path, below, above)
            return [
                self._entry((*path, n), below, old, known.get(id), above, new, added.get(id))
                for n, id in enumerate({**known, **added})
            ]
        return self._copy(path, self.over, above, new)

    def _place(self, path: FieldPath, below: FieldPath, above: FieldPath) -> None:
        if at := self.base.places.get(below) or self.over.places.get(above):
            self.made.places[path] = at

    def _field(
        self, path: FieldPath, below: FieldPath, old: Any, above: FieldPath, new: Any, name: str
    ) -> Any:
        here = (*path, name)
        if name not in new:
            return self._copy(here, self.base, (*below, name), old[name])
        self.made.keys[here] = self.over.place((*above, name), key=True)
        if name not in old:
            return self._copy(here, self.over, (*above, name), new[name])
        return self.join(here, (*below, name), old[name], (*above, name), new[name])

    def _entry(
        self,
        path: FieldPath,
        below: FieldPath,
        old: list,
        n: int | None,
        above: FieldPath,
        new: list,
        m: int | None,
    ) -> Any:
        if m is None:
            return self._copy(path, self.base, (*below, n), old[n])  # type: ignore[index, arg-type]
        if n is None:
            return self._copy(path, self.over, (*above, m), new[m])
        return self.join(path, (*below, n), old[n], (*above, m), new[m])

    def _copy(self, path: FieldPath, document: Document, at: FieldPath, value: Any) -> Any:
        return _copied(self.made, path, document, at, value)


def edited(document: Document, path: FieldPath, value: Any = None) -> Document:
    """A copy of `document` with another value at `path`, or without that value (and its place in a list) if there is none."""
    made = Document(document.path, text=document.text)
    data = _copied(made, (), document, (), document.data, (path, value))
    return Document(document.path, data, made.places, made.keys, document.text)


def _copied(
    made: Document,
    path: FieldPath,
    document: Document,
    at: FieldPath,
    value: Any,
    edit: tuple[FieldPath | None, Any] = (None, None),
) -> Any:
    """The value at `at` in `document`, with the places of everything in it; `edit` is a path there, and what is to stand at it."""
    made.places[path] = document.place(at)
    if at in document.keys:
        made.keys[path] = document.keys[at]
    if at == edit[0]:
        return edit[1]
    if isinstance(value, dict):
        return {
            name: _copied(made, (*path, name), document, (*at, name), inner, edit)
            for name, inner in value.items()
            if edit != ((*at, name), None)
        }
    if isinstance(value, list):
        kept = [n for n in range(len(value)) if edit != ((*at, n), None)]
        return [_copied(made, (*path, m), document, (*at, n), value[n], edit) for m, n in enumerate(kept)]
    return value


def _by_id(value: Any) -> dict[Any, int]:
    """The index of each entry of a list by its id; empty when the list is no list of things with ids, each once."""
    if not isinstance(value, list) or not all(
        isinstance(entry, dict) and isinstance(entry.get("id"), str) for entry in value
    ):
        return {}
    found = {entry["id"]: n for n, entry in enumerate(value)}
    return found if len(found) == len(value) else {}
