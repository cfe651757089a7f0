"""Layers: the records of the handbook that is followed, and over them those of a team's own folder.

A record of the team's own replaces one of the same id. Files of which there is one alone, and languages, are laid over each
other. When the handbook that is followed renames or gives up a record, the team's file keeps working, and is told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.loading.document import Document, edited, laid_over
from macros.loading.explain import is_one_value, name_of
from macros.loading.folder import Folder
from macros.loading.overlay import LOCAL, Key
from macros.loading.problem import Problem, Severity
from macros.loading.remarks import lost
from macros.model import FILES, FOLDERS
from macros.model.fields import FieldPath
from macros.model.hidden import Hidden

CLASSES = {cls.kind: cls for cls in (*FILES, Hidden)}
WITH_PAGE = {cls.kind: cls.folder for cls in FOLDERS}


class Layers:
    """The files of a content folder and of the team's own folder in it, joined. `renamed` says what an id became."""

    def __init__(self, content: Path) -> None:
        here = content / LOCAL
        self.base = Folder(content, content.name)
        self.own = (
            Folder(here, f"{content.name}/{LOCAL}", own=True)
            if here.is_dir() and not here.is_symlink()
            else None
        )
        self.problems = [*self.base.problems, *(self.own.problems if self.own else ())]
        self.texts = self.base.texts | (self.own.texts if self.own else {})
        self.documents, self.broken = dict(self.base.documents), set(self.base.broken)
        self.renamed: dict[Key, str] = {
            (kind, old): id
            for (kind, id), document in self.base.documents.items()
            for old in _former(document)
            if (kind, old) not in self.base.documents
        }
        self.added: set[Key] = set()
        self.replaced: set[Key] = set()
        for folder in filter(None, (self.base, self.own)):
            self.problems += (
                problem
                for (kind, _), document in folder.documents.items()
                for problem in lost(CLASSES[kind], document)
            )
        self._misplaced()
        self._join()

    def of(self, kind: str) -> dict[str, Document]:
        """The files of one kind by id."""
        return {id: document for (each, id), document in self.documents.items() if each == kind}

    def broken_of(self, kind: str) -> set[str]:
        """The ids of files of one kind that cannot be used."""
        return {id for each, id in self.broken if each == kind}

    def now(self, key: Key) -> Key:
        """The key of a record today, where it had another id before."""
        return key[0], self.renamed.get(key, key[1])

    def is_own(self, path: str) -> bool:
        """Whether the file at `path` is the team's own."""
        return self.own is not None and path.startswith(f"{self.own.shown}/")

    def warn(
        self,
        document: Document,
        path: FieldPath,
        code: str,
        message: str,
        hint: str,
        severity: Severity = "warning",
    ) -> None:
        """Add a problem at the value at `path` in `document`."""
        self.problems.append(Problem(document.place(path), name_of(path), message, code, hint, severity))

    def _join(self) -> None:
        for key, document in self.own.documents.items() if self.own else ():
            if key[0] in WITH_PAGE:
                self._put(self.now(key), key, document)
            elif key[0] != Hidden.kind:
                below = self._in_its_language(document, self.base.documents.get(key))
                self.documents[key] = (
                    laid_over(below, document, lambda path, cls=CLASSES[key[0]]: is_one_value(cls, path))
                    if below
                    else document
                )
        for key in map(self.now, self.own.broken if self.own else ()):
            self.broken.add(key)
            self.documents.pop(key, None)

    def _in_its_language(self, own: Document, below: Document | None) -> Document | None:
        """The file below without its words, where the team's own names another language."""
        other = (
            below is not None
            and "labels" in below.data
            and own.data.get("language", below.data.get("language")) != below.data.get("language")
        )
        return edited(below, ("labels",)) if below and other else below

    def _put(self, key: Key, typed: Key, document: Document) -> None:
        """Put a record of the team's own in its place."""
        kind, id = key
        if key in self.added | self.replaced:
            self.warn(
                document,
                (),
                "id-in-use",
                f"two files of yours are “{id}” now: this one, and {self.documents[key].path}.",
                "Delete one of the two.",
                "error",
            )
        elif key in self.base.documents or key in self.base.broken:
            self.replaced.add(key)
            self._tell(key, typed, document)
            former = dict.fromkeys((*_former(document), *_former(self.base.documents.get(key, document))))
            document = Document(
                document.path,
                {**document.data, "formerly": list(former)} if former else document.data,
                document.places,
                document.keys,
                document.text,
            )
        else:
            self.added.add(key)
            if document.data.get("replaces") == "true":
                self.warn(
                    document,
                    ("replaces",),
                    "original-gone",
                    "the record that this one replaces is gone.",
                    "Keep your own, and delete this line; or delete the file.",
                )
        self.documents[key] = document
        self.broken.discard(key)

    def _tell(self, key: Key, typed: Key, document: Document) -> None:
        """What the team should know about the record that it replaces."""
        kind, id = key
        if key != typed:
            self.warn(
                document,
                (),
                "renamed",
                f"the record that this file replaces is called “{id}” now.",
                f"Rename this file to {id}.yml.",
            )
        if (original := self.base.documents.get(key)) and original.data.get(
            "state"
        ) == "retired" != document.data.get("state"):
            self.warn(
                document,
                (),
                "original-retired",
                "the record that this file replaces is retired.",
                f"See {original.path}, then keep yours or delete it.",
            )
        if "replaces" not in document.data:
            self.warn(
                document,
                (),
                "replaces",
                f"this file stands in place of {self.base.shown}/{WITH_PAGE[kind]}/{id}.yml.",
                "If you mean that, write “replaces: true” in it. If not, give your file another name.",
            )

    def _misplaced(self) -> None:
        for document in self.base.documents.values():
            if document.data.get("replaces") == "true":
                self.warn(
                    document,
                    ("replaces",),
                    "replaces",
                    f"a record replaces another only in {self.base.shown}/{LOCAL}/.",
                    "Delete this line.",
                    "error",
                )


def _former(document: Document) -> Iterator[str]:
    held: Any = document.data.get("formerly") or ()
    yield from (held,) if isinstance(held, str) else (id for id in held if isinstance(id, str))
