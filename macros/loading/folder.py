"""A folder of records: its files, read, and a problem for everything in it that is no file of records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros.loading.document import Document
from macros.loading.overlay import LOCAL, WORDS, Key
from macros.loading.problem import Place, Problem, printable
from macros.loading.yaml_file import read
from macros.model import FILES, SINGLES, Language, Record
from macros.model.hidden import Hidden

PARTS = {cls.kind for cls in (*SINGLES, Language, Hidden)}
FOLDERS = sorted(cls.folder for cls in FILES if cls.folder)


class Folder:
    """The files of one folder by kind and id. `problems`, `broken` (files that cannot be used) and `texts` fill as they are read.

    A team's `own` folder holds as many files as the team likes, and one more: what it hides of the handbook that it follows.
    """

    def __init__(self, path: Path, shown: str, *, own: bool = False) -> None:
        self.path, self.shown, self.own = path, shown, own
        self.documents: dict[Key, Document] = {}
        self.broken: set[Key] = set()
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}
        for cls in (*FILES, Hidden) if own else FILES:
            for file, id in self._files(cls):
                self._take(cls.kind, file, id)
        self._strangers()

    def of(self, kind: str) -> dict[str, Document]:
        """The files of one kind by id."""
        return {id: document for (each, id), document in self.documents.items() if each == kind}

    def _files(self, cls: type[Record] | type[Hidden]) -> Iterator[tuple[Path, str]]:
        if not cls.folder:
            file = self.path / f"{cls.kind}.yml"
            yield from [(file, cls.kind)] if file.exists() or file.is_symlink() or not self.own else []
            return
        folder = self.path / cls.folder
        for file in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
            if file.is_symlink():
                self._refuse(
                    file,
                    "symlink",
                    "this is a link to another place, not a file.",
                    "Put the file itself here.",
                )
            elif file.name.startswith(".") or file.suffix == ".md":
                continue
            elif file.suffix == ".yml" and file.is_file():
                yield file, printable(file.stem)
            else:
                self._refuse(
                    file,
                    "stray-file",
                    "only files that end in .yml belong in this folder.",
                    f"Rename it, or move it out of {self.shown}/.",
                )

    def _strangers(self) -> None:
        known = {f"{cls.kind}.yml" for cls in SINGLES} | {
            *FOLDERS,
            "README.md",
            *((f"{Hidden.kind}.yml", WORDS) if self.own else (LOCAL,)),
        }
        for path in sorted(self.path.iterdir()) if self.path.is_dir() else ():
            if path.is_symlink():
                self._refuse(
                    path,
                    "symlink",
                    "this is a link to another place, not a file.",
                    "Put the file itself here.",
                )
            elif path.name not in known and not path.name.startswith("."):
                self._refuse(
                    path,
                    "stray-file",
                    f"nothing of this name belongs in {self.shown}/.",
                    f"The folders are: {', '.join(FOLDERS)}.",
                )

    def _take(self, kind: str, file: Path, id: str) -> None:
        if file.is_symlink():  # said by _strangers
            self.broken.add((kind, id))
            return
        document, wrong = read(file, self._shown(file))
        self.texts[document.path] = document.text
        if self.own and document.data is None and not wrong and kind in PARTS:
            document = replace(document, data={})  # a part may still be empty
        if wrong := wrong or list(_no_record(document)):
            self.problems += wrong
            self.broken.add((kind, id))
        else:
            self.documents[kind, id] = document

    def _refuse(self, file: Path, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(self._shown(file)), "", message, code, hint))

    def _shown(self, file: Path) -> str:
        return printable((Path(self.shown) / file.relative_to(self.path)).as_posix())


def _no_record(document: Document) -> Iterator[Problem]:
    if not isinstance(document.data, dict):
        said = "this file is empty." if document.data is None else "this file holds no fields."
        yield Problem(
            document.place(), "", said, "no-record", "A record has fields, each with its name and a colon."
        )
    elif "id" in document.data:
        yield Problem(
            document.place(("id",), key=True),
            "id",
            "the id is not written in the file.",
            "unknown-field",
            "The file name is the id. Delete this line.",
        )
