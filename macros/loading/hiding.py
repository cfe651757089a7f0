"""Hiding: records of the original handbook which a team leaves out, and what becomes of references to them.

A reference that may be left out goes, and so does a thing inside a record that cannot do without it. A record
that cannot do without it is named: the team hides it as well, or replaces it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from pydantic import ValidationError

from macros.loading.document import Document, edited
from macros.loading.explain import explain
from macros.loading.layers import Layers, Local
from macros.loading.overlay import Key
from macros.loading.problem import Problem
from macros.model import FOLDER_OF, Record
from macros.model.fields import FieldPath
from macros.model.hidden import Hidden, HiddenRecord
from macros.model.references import Reference, references_in
from macros.model.shape import model_at
from macros.similarity import suggest

NOTHING = Hidden()


def chosen(layers: Layers, local: Local) -> tuple[dict[Key, HiddenRecord], list[Problem]]:
    """Return what `hidden.yml` of the local folder hides, and what is wrong there."""
    document = local.hidden
    if document is None:
        return {}, []
    try:
        entries = Hidden.model_validate(document.data).hidden
    except ValidationError as error:
        return {}, explain(error, Hidden, document)
    hidden: dict[Key, HiddenRecord] = {}
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        path: FieldPath = ("hidden", index, "record")
        key, wrong = _key(layers, local, document, path, entry.record)
        problems += wrong
        if key:
            hidden[key] = entry
    return hidden, problems


def tailored(local: Local) -> Hidden:
    """Return what `hidden.yml` says, or nothing where it is not there or cannot be read, which `chosen`
    names.
    """
    try:
        return Hidden.model_validate(local.hidden.data) if local.hidden else NOTHING
    except ValidationError:
        return NOTHING


def _key(
    layers: Layers, local: Local, document: Document, path: FieldPath, record: str
) -> tuple[Key | None, list[Problem]]:
    """Return the key of the record that an entry hides, or None where it hides nothing, and what is wrong
    with it.
    """
    folder, _, name = record.partition("/")
    kind = next((kind for kind, home in FOLDER_OF.items() if folder in (home, kind)), "")
    if folder != FOLDER_OF.get(kind):
        hint = "Write its folder, a slash and its id, such as lessons/its-id."
        if kind:
            hint = f"Did you mean “{FOLDER_OF[kind]}/{name}”?"
        return None, [document.problem(path, "unknown-kind", f"“{record}” does not name a record.", hint)]
    key = layers.now((kind, name))
    if key in local.added | local.replaced:
        message = f"“{record}” is a record of your own: {layers.documents[key].path}."
        return None, [document.problem(path, "own-record", message, "Delete that file, or this entry.")]
    if key not in layers.documents and key not in layers.broken:
        message = f"there is no record “{record}” to hide. It may have been removed."
        hint = suggest(name, layers.of(kind)) or "Delete this entry."
        return None, [document.problem(path, "original-gone", message, hint, "warning")]
    if key != (kind, name):
        now = f"{folder}/{key[1]}"
        message = f"“{record}” is called “{now}” now."
        return key, [document.problem(path, "renamed", message, f"Write {now}.", "warning")]
    return key, []


def without(
    cls: type[Record], id: str, document: Document, hidden: Collection[Key], local: Local
) -> tuple[Document, list[Problem]]:
    """Return a file of kind `cls` without its references to `hidden`, and a problem for each that it cannot
    do without.

    References that the team wrote itself stay: the team has to change them.
    """
    problems: list[Problem] = []
    left = set(hidden)
    while ref := next(_to_hidden(cls, document, left, local), None):
        path = _dispensable(cls, document, ref.path)
        if path is None:
            problems.append(_needed(cls, id, document, ref, local))
            left.discard(ref.key)
        else:
            document = edited(document, path)
    return document, problems


def _needed(cls: type[Record], id: str, document: Document, ref: Reference, local: Local) -> Problem:
    kind, name = ref.key
    folder = FOLDER_OF.get(cls.kind)
    hint = f"Change it in {local.folder}/{id}.yml."
    if folder:
        hint = f"Hide {folder}/{id} as well, or write it anew in {local.folder}/{folder}/{id}.yml."
    message = f"this cannot do without the {kind} “{name}”, which you hide."
    return document.problem(ref.path, "needs-hidden", message, hint)


def _to_hidden(
    cls: type[Record], document: Document, hidden: Collection[Key], local: Local
) -> Iterator[Reference]:
    for ref in references_in(cls, document.data):
        if ref.key in hidden and not local.owns(document.place(ref.path).path):
            yield ref


def _dispensable(cls: type[Record], document: Document, path: FieldPath) -> FieldPath | None:
    """Return the nearest thing around the value at `path` that may be left out."""
    while path:
        if isinstance(path[-1], int):
            entries = _at(document.data, path[:-1])
            if isinstance(entries, list) and (len(entries) > 1 or not _is_required(cls, path[:-1])):
                return path
        elif not _is_required(cls, path):
            return path
        path = path[:-1]
    return None


def _is_required(cls: type[Record], path: FieldPath) -> bool:
    model = model_at(cls, path[:-1])
    fields = {info.alias or name: info for name, info in model.model_fields.items()} if model else {}
    return not fields or fields[str(path[-1])].is_required()


def _at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data
