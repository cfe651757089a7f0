"""Layers: the records of the original handbook, and over them the records of a team's local folder.

A local record replaces the original of the same id. Files of which there is one, and languages, are laid over
each other. When the original handbook renames or gives up a record, the local file keeps working, and a
warning says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from macros.loading.additions import with_additions
from macros.loading.document import Document, edited, laid_over
from macros.loading.fingerprint import fingerprint_of
from macros.loading.folder import Files
from macros.loading.languages import with_words
from macros.loading.overlay import LOCAL, Key
from macros.loading.problem import Problem
from macros.model import FILES, FOLDER_OF, Record
from macros.model.hidden import Hidden
from macros.model.shape import is_one_value

CLASSES = {cls.kind: cls for cls in FILES}


@dataclass(frozen=True)
class Local:
    """What a team's local folder does: it adds and replaces records, and changes files of which there is
    one.
    """

    folder: str
    added: frozenset[Key] = frozenset()
    replaced: frozenset[Key] = frozenset()
    changed: tuple[str, ...] = ()
    hidden: Document | None = None
    outdated: frozenset[Key] = frozenset()

    def owns(self, path: str) -> bool:
        """Tell whether the file at `path` is in the local folder."""
        return path.startswith(f"{self.folder}/")


@dataclass(frozen=True)
class Layers:
    """The files of both folders, joined, by kind and id. `renamed` says what a former id became."""

    documents: Mapping[Key, Document]
    broken: frozenset[Key]
    renamed: Mapping[Key, str] = field(default_factory=dict)
    local: Local | None = None

    def of(self, kind: str) -> dict[str, Document]:
        """Return the files of one kind by id."""
        return {name: document for (each, name), document in self.documents.items() if each == kind}

    def now(self, key: Key) -> Key:
        """Return the key of a record today, where it had another id before."""
        return key[0], self.renamed.get(key, key[1])


def layered(base: Files, local: Files | None) -> tuple[Layers, list[Problem]]:
    """Lay the local folder over the original, and the words of a language under what `site.yml` says."""
    problems = list(_misplaced(base))
    layers = Layers(base.documents, base.broken, _renamed(base))
    if local is not None:
        layers, wrong = _joined(layers, base, local)
        problems += wrong
    documents, unreadable, wrong = with_words(layers.documents, layers.broken)
    return dataclasses.replace(
        layers, documents=documents, broken=layers.broken | unreadable
    ), problems + wrong


def _joined(layers: Layers, base: Files, local: Files) -> tuple[Layers, list[Problem]]:
    records: dict[Key, Document] = {}
    problems: list[Problem] = []
    for typed, document in local.documents.items():
        if typed[0] in FOLDER_OF:
            now = layers.now(typed)
            placed, wrong = _placed(now, typed, document, base, records.get(now))
            records[now] = placed
            problems += wrong
    parts: dict[Key, Document] = {}
    for key, document in local.documents.items():
        if key[0] not in FOLDER_OF and key[0] != Hidden.kind:
            parts[key], wrong = _over(CLASSES[key[0]], base.documents.get(key), document)
            problems += wrong
    broken = frozenset(map(layers.now, local.broken))
    originals = base.documents.keys() | base.broken
    joined = {key: doc for key, doc in {**base.documents, **records, **parts}.items() if key not in broken}
    known = Local(
        local.folder,
        frozenset(records.keys() - originals),
        frozenset(records.keys() & originals),
        tuple(local.documents[key].path for key in parts),
        local.documents.get((Hidden.kind, Hidden.kind)),
        frozenset(
            key for key in records if key in base.documents and is_outdated(records[key], base.documents[key])
        ),
    )
    return Layers(joined, (base.broken - records.keys()) | broken, layers.renamed, known), problems


def _placed(
    now: Key, typed: Key, document: Document, base: Files, earlier: Document | None
) -> tuple[Document, list[Problem]]:
    """Return a local record as it is read in its place, and what the team should know about it."""
    if earlier is not None:
        message = f"two of your files are “{now[1]}” now: this one, and {earlier.path}."
        return document, [document.problem((), "id-in-use", message, "Delete one of the two.")]
    if now in base.documents or now in base.broken:
        original = base.documents.get(now)
        return _with_former_ids(document, original), list(_replacing(now, typed, document, original, base))
    return document, list(_replacing_nothing(document))


def _with_former_ids(document: Document, original: Document | None) -> Document:
    former = dict.fromkeys((*_former(document), *(_former(original) if original else ())))
    if not former:
        return document
    return dataclasses.replace(document, data={**document.data, "formerly": list(former)})


def _replacing(
    now: Key, typed: Key, document: Document, original: Document | None, base: Files
) -> Iterator[Problem]:
    kind, name = now
    if now != typed:
        message = f"the record that this file replaces is called “{name}” now."
        yield document.problem((), "renamed", message, f"Rename this file to {name}.yml.", "warning")
    if original and original.data.get("state") == "retired" != document.data.get("state"):
        message = "the record that this file replaces is retired."
        hint = f"See {original.path}, then keep yours or delete it."
        yield document.problem((), "original-retired", message, hint, "warning")
    if original and is_outdated(document, original):
        message = "the record that this file replaces has changed since you replaced it."
        hint = (
            f"Take over from {original.path} what you want, "
            f"then write “original: {fingerprint_of(original)}” in this file."
        )
        yield document.problem(("original",), "original-changed", message, hint, "warning")
    if document.data.get("replaces") != "true":
        message = f"this file replaces {base.folder}/{FOLDER_OF[kind]}/{name}.yml."
        hint = "If you mean that, write “replaces: true” in it. If not, give your file another name."
        yield document.problem((), "replaces", message, hint, "warning")


def is_outdated(document: Document, original: Document) -> bool:
    """Return whether the original has changed since `document` replaced it, as far as its mark says."""
    mark = document.data.get("original")
    return isinstance(mark, str) and mark != fingerprint_of(original)


def _replacing_nothing(document: Document) -> Iterator[Problem]:
    if document.data.get("replaces") == "true":
        message = "the record that this one replaces is gone."
        hint = "Keep your own, and delete this line; or delete the file."
        yield document.problem(("replaces",), "original-gone", message, hint, "warning")


def _over(cls: type[Record], below: Document | None, document: Document) -> tuple[Document, list[Problem]]:
    """Return a local file over the original, which gives no words where the local one names another
    language.
    """
    if below is None:
        return document, []
    document, problems = with_additions(below, document)
    language = below.data.get("language")
    if "labels" in below.data and document.data.get("language", language) != language:
        below = edited(below, ("labels",))
    return laid_over(below, document, partial(is_one_value, cls)), problems


def _misplaced(base: Files) -> Iterator[Problem]:
    for document in base.documents.values():
        if document.data.get("replaces") == "true":
            message = f"a record replaces another only in {base.folder}/{LOCAL}/."
            yield document.problem(("replaces",), "replaces", message, "Delete this line.")


def _renamed(base: Files) -> dict[Key, str]:
    return {
        (kind, old): name
        for (kind, name), document in base.documents.items()
        for old in _former(document)
        if (kind, old) not in base.documents
    }


def _former(document: Document) -> Iterator[str]:
    value = document.data.get("formerly") or ()
    yield from (value,) if isinstance(value, str) else (old for old in value if isinstance(old, str))
