"""A folder of records: its files, read, and a problem for everything in it that is no file of records."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from macros.loading.document import Document
from macros.loading.drafting import draft_problems, is_draft
from macros.loading.overlay import LOCAL, WORDS, Key
from macros.loading.problem import Place, Problem, printable
from macros.loading.remarks import lost
from macros.loading.yaml_file import read
from macros.model import FILES, LOCAL_FILES, OPTIONAL, SINGLES, FileKind, Hidden, Language
from macros.model.base import Filed

Sort = Literal["file", "folder", "closed", "link", "other"]
PARTS: tuple[FileKind, ...] = (*SINGLES, Language, Hidden)  # of these, a local file may give a part alone
FOLDERS = sorted(cls.folder for cls in FILES if cls.folder)
LINK = ("symlink", "this is a link to another place, not a file.", "Put the file itself here.")


@dataclass(frozen=True)
class Files:
    """The files of one folder by kind and id. `broken` are files that cannot be used; `texts` are by path.

    `drafts` are unfinished: they are no part of the handbook.
    """

    folder: str
    documents: Mapping[Key, Document] = field(default_factory=dict)
    broken: frozenset[Key] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[Key, str] = field(default_factory=dict)  # the path of each


def read_folder(path: Path, shown: str, *, local: bool = False) -> tuple[Files, list[Problem]]:
    """Read every file of the folder at `path`, called `shown` in messages.

    A `local` folder holds as many files as the team likes, and one more kind: what it hides of the original
    handbook.
    """
    contents = _contents(path)
    problems = list(_strangers(contents, shown, local=local))
    documents: dict[Key, Document] = {}
    texts: dict[str, str] = {}
    broken: set[Key] = set()
    drafts: dict[Key, str] = {}
    for cls in LOCAL_FILES if local else FILES:
        for name in _files(cls, contents, local=local):
            key = (cls.kind, printable(Path(name).stem))
            if contents.get(name) == "link" or _is_spaced(name):  # reported as a stranger
                broken.add(key)
                continue
            document, wrong = _document(cls, path / name, printable(f"{shown}/{name}"), local=local)
            texts[document.path] = document.text
            if issubclass(cls, Filed) and is_draft(document):
                problems += draft_problems(cls, key[1], document, wrong)
                drafts[key] = document.path
                continue
            problems += wrong
            if any(problem.severity == "error" for problem in wrong):
                broken.add(key)
            else:
                documents[key] = document
    return Files(shown, documents, frozenset(broken), texts, drafts), problems


def _contents(path: Path) -> dict[str, Sort]:
    """Return what is in a folder, and in the folders of kinds inside it, in the order of names."""
    if not path.is_dir():
        return {}
    contents = {entry.name: _sort(entry) for entry in sorted(path.iterdir())}
    for folder in FOLDERS:
        if contents.get(folder) == "folder":
            try:
                inside = sorted((path / folder).iterdir())
            except OSError:
                contents[folder] = "closed"
                continue
            contents |= {f"{folder}/{entry.name}": _sort(entry) for entry in inside}
    return contents


def _sort(path: Path) -> Sort:
    if path.is_symlink():
        return "link"
    if path.is_dir():
        return "folder"
    return "file" if path.is_file() else "other"


def _files(cls: FileKind, contents: Mapping[str, Sort], *, local: bool) -> Iterator[str]:
    """Yield the names of the files of one kind. A file that every handbook has is asked for even where it is
    missing.
    """
    if not cls.folder:
        name = f"{cls.kind}.yml"
        is_needed = not local and cls not in OPTIONAL
        yield from [name] if name in contents or is_needed else []
        return
    for name, sort in contents.items():
        folder, _, file = name.rpartition("/")
        if folder == cls.folder and sort == "file" and file.endswith(".yml") and not file.startswith("."):
            yield name


def _document(cls: FileKind, file: Path, shown: str, *, local: bool) -> tuple[Document, list[Problem]]:
    """Read one file, and say what in it can be no record, or will not be shown."""
    document, wrong = read(file, shown)
    if local and document.data is None and not wrong and cls in PARTS:
        document = dataclasses.replace(document, data={})  # a part may still be empty
    return document, wrong or [*_no_record(document), *lost(cls, document)]


def _strangers(contents: Mapping[str, Sort], shown: str, *, local: bool) -> Iterator[Problem]:
    """Yield a problem for everything that is no file of records."""
    ours = (f"{Hidden.kind}.yml", WORDS) if local else (LOCAL,)
    known = {f"{cls.kind}.yml" for cls in SINGLES} | {*FOLDERS, "README.md", *ours}
    for name, sort in contents.items():
        folder, _, file = name.rpartition("/")
        place = Place(printable(f"{shown}/{name}"))
        if sort == "link":
            code, message, hint = LINK
            yield Problem(place, "", message, code, hint)
        elif file.startswith("."):
            continue
        elif sort == "closed":
            hint = "Check that you may read it."
            yield Problem(place, "", "this folder cannot be opened.", "unreadable", hint)
        elif not folder and name in (*FOLDERS, LOCAL) and name in known and sort != "folder":
            yield Problem(place, "", "a folder belongs here, not a file.", "stray-file", "Move it away.")
        elif not folder and name not in known:
            message = f"nothing of this name belongs in {shown}/."
            yield Problem(place, "", message, "stray-file", f"The folders are: {', '.join(FOLDERS)}.")
        elif folder and file.endswith(".yml") and sort != "file":
            message = (
                "this is a folder, not a file." if sort == "folder" else "this is no file that can be read."
            )
            yield Problem(place, "", message, "stray-file", f"Move it out of {shown}/.")
        elif folder and _is_spaced(name):
            message = "this name begins or ends with a space."
            yield Problem(place, "", message, "stray-file", "Rename it. The file name is the id.")
        elif folder and not file.endswith(".md") and not file.endswith(".yml"):
            message = "only files that end in .yml belong in this folder."
            yield Problem(place, "", message, "stray-file", f"Rename it, or move it out of {shown}/.")


def _is_spaced(name: str) -> bool:
    """Return whether the id that a file name gives begins or ends with a space, which would be lost."""
    stem = Path(name).stem
    return stem != stem.strip()


def _no_record(document: Document) -> Iterator[Problem]:
    if not isinstance(document.data, dict):
        message = "this file is empty." if document.data is None else "this file holds no fields."
        hint = "A record has fields, each with its name and a colon."
        yield document.problem((), "no-record", message, hint)
    elif "id" in document.data:
        message = "the id is not written in the file."
        hint = "The file name is the id. Delete this line."
        yield Problem(document.place(("id",), key=True), "id", message, "unknown-field", hint)
