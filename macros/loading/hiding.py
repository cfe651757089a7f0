"""Hiding: records of the handbook that is followed which a team leaves out, and what becomes of references to them.

A reference that may be left out goes, and so does a thing inside a record that cannot do without it. A record that
cannot do without it is named: the team hides it as well, or writes it anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from pydantic import ValidationError

from macros.loading.document import Document, edited
from macros.loading.explain import explain, model_at, name_of, suggest
from macros.loading.layers import WITH_PAGE, Layers
from macros.loading.overlay import Key
from macros.loading.problem import Problem
from macros.model import Record
from macros.model.fields import FieldPath
from macros.model.hidden import Hidden, HiddenRecord
from macros.model.references import Reference, references


def chosen(layers: Layers) -> dict[Key, HiddenRecord]:
    """What `hidden.yml` of the team's own folder hides. What is wrong there becomes a problem of `layers`."""
    document = layers.own.documents.get((Hidden.kind, Hidden.kind)) if layers.own else None
    try:
        entries = Hidden.model_validate(document.data).hidden if document else ()
    except ValidationError as error:
        layers.problems += explain(error, Hidden, document)
        return {}
    found: dict[Key, HiddenRecord] = {}
    for index, entry in enumerate(entries):
        if key := _key(layers, document, index, entry.record):
            found[key] = entry
    return found


def _key(layers: Layers, document: Document, index: int, said: str) -> Key | None:
    """The record that an entry hides; None when it hides nothing, which is said."""
    path: FieldPath = ("hidden", index, "record")
    folder, _, id = said.partition("/")
    kind = next((kind for kind, name in WITH_PAGE.items() if folder in (name, kind)), "")
    if folder != WITH_PAGE.get(kind):
        advice = (
            f"Did you mean “{WITH_PAGE[kind]}/{id}”?"
            if kind
            else "Write its folder, a slash and its id, such as lessons/its-id."
        )
        layers.warn(document, path, "unknown-kind", f"“{said}” does not name a record.", advice, "error")
        return None
    key = layers.now((kind, id))
    if key in layers.added | layers.replaced:
        layers.warn(
            document,
            path,
            "own-record",
            f"“{said}” is a record of your own: {layers.documents[key].path}.",
            "Delete that file, or this entry.",
            "error",
        )
    elif key not in layers.documents and key not in layers.broken:
        near = suggest(id, layers.of(kind))
        layers.warn(
            document,
            path,
            "original-gone",
            f"there is no record “{said}” to hide, or none any more.",
            near or "Delete this entry.",
        )
    else:
        if key != (kind, id):
            layers.warn(
                document,
                path,
                "renamed",
                f"“{said}” is called “{folder}/{key[1]}” now.",
                f"Write {folder}/{key[1]}.",
            )
        return key
    return None


def without(
    record: Record, document: Document, hidden: Collection[Key], layers: Layers
) -> tuple[Document, list[Problem]]:
    """The document of a record without its references to `hidden`, and a problem for each that it cannot do without.

    References that the team wrote itself stay: they are for the team to mend.
    """
    wrong: list[Problem] = []
    cls, id = type(record), record.id
    while ref := next(_to_hidden(record, document, hidden, layers), None):
        if not (path := _dispensable(cls, document, ref.path)):
            kind, name = ref.key
            folder = WITH_PAGE.get(cls.kind)
            anew = (
                f"Hide {folder}/{id} as well, or write it anew in {layers.own.shown}/{folder}/{id}.yml."
                if folder
                else f"Change it in {layers.own.shown}/{id}.yml."
            )
            wrong.append(
                Problem(
                    document.place(ref.path),
                    name_of(ref.path),
                    f"this cannot do without the {kind} “{name}”, which you hide.",
                    "needs-hidden",
                    anew,
                )
            )
            hidden = [key for key in hidden if key != (kind, name)]
        else:
            document = edited(document, path)
            record = cls.model_validate({"id": id, **document.data})
    return document, wrong


def _to_hidden(
    record: Record, document: Document, hidden: Collection[Key], layers: Layers
) -> Iterator[Reference]:
    for ref in references(record):
        if ref.key in hidden and not layers.is_own(document.place(ref.path).path):
            yield ref


def _dispensable(cls: type[Record], document: Document, path: FieldPath) -> FieldPath | None:
    """The nearest thing around the value at `path` that may be left out."""
    while path:
        if isinstance(path[-1], int):
            held = _at(document.data, path[:-1])
            if isinstance(held, list) and (len(held) > 1 or not _required(cls, path[:-1])):
                return path
        elif not _required(cls, path):
            return path
        path = path[:-1]
    return None


def _required(cls: type[Record], path: FieldPath) -> bool:
    model = model_at(cls, path[:-1])
    return model is None or model.model_fields[str(path[-1])].is_required()


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data
