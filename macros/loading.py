"""Loading: the files under `content/` become one Handbook, and everything that is wrong with them is said at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.document import Document, read
from macros.explain import explain
from macros.handbook import PART_HOMES, Handbook
from macros.problem import Place, Problem, printable
from macros.records import FOLDERS, KINDS, SINGLES, Record

Broken = set[tuple[str, str]]


class Loader:
    """Reads a content folder. `problems`, `broken` (records that exist but cannot be used) and `texts` fill as it goes."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.problems: list[Problem] = []
        self.broken: Broken = set()
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self.documents: dict[tuple[str, str], Document] = {}
        self.texts: dict[str, str] = {}

    def load(self) -> Handbook:
        """Everything that can be read, as a Handbook; the rest stands in `problems`."""
        for cls in SINGLES:
            self._take(cls, self.content / f"{cls.kind}.yml", cls.kind)
        for cls in FOLDERS:
            for file in self._files(self.content / cls.folder):
                self._take(cls, file, printable(file.stem))
        self._strangers()
        self._spread_parts()
        self._sort()
        return Handbook(self.records, self.documents)

    def _files(self, folder: Path) -> Iterator[Path]:
        for file in sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else ():
            if file.is_symlink():
                self._refuse(file, "symlink", "this is a link to another place, not a file.", "Put the file itself here.")
            elif file.name.startswith(".") or file.suffix == ".md":
                continue
            elif file.suffix == ".yml" and file.is_file():
                yield file
            else:
                self._refuse(file, "stray-file", "only files that end in .yml belong in this folder.",
                             "Rename it, or move it out of content/.")

    def _strangers(self) -> None:
        known = {f"{cls.kind}.yml" for cls in SINGLES} | {cls.folder for cls in FOLDERS} | {"README.md"}
        for path in sorted(self.content.iterdir()) if self.content.is_dir() else ():
            if path.is_symlink():
                self._refuse(path, "symlink", "this is a link to another place, not a file.", "Put the file itself here.")
            elif path.name not in known and not path.name.startswith("."):
                self._refuse(path, "stray-file", "nothing of this name belongs in content/.",
                             f"The folders are: {', '.join(sorted(cls.folder for cls in FOLDERS))}.")

    def _take(self, cls: type[Record], file: Path, id: str) -> None:
        if file.is_symlink():  # said by _strangers
            self.broken.add((cls.kind, id))
            return
        document, wrong = read(file, self._shown(file))
        self.problems += wrong
        self.texts[document.path] = document.text
        if not wrong:
            self._validate(cls, document, id)
        else:
            self.broken.add((cls.kind, id))

    def _validate(self, cls: type[Record], document: Document, id: str) -> None:
        if not isinstance(document.data, dict):
            said = "this file is empty." if document.data is None else "this file holds no fields."
            self.problems.append(Problem(document.place(), "", said, "no-record", "A record has fields, each with its name and a colon."))
        elif "id" in document.data:
            self.problems.append(Problem(document.place(("id",), key=True), "id", "the id is not written in the file.", "unknown-field",
                                         "The file name is the id. Delete this line."))
        else:
            try:
                self.records[cls.kind][id] = cls.model_validate({"id": id, **document.data})
                self.documents[cls.kind, id] = document
                return
            except ValidationError as error:
                self.problems += explain(error, cls, document)
        self.broken.add((cls.kind, id))

    def _spread_parts(self) -> None:
        """Parts of single files become records that others can point to."""
        for kind, (holder, name) in PART_HOMES.items():
            whole: Any = self.records[holder].get(holder)
            for index, part in enumerate(getattr(whole, name) if whole else ()):
                if part.id in self.records[kind]:
                    place = self.documents[holder, holder].place((name, index, "id"))
                    self.problems.append(Problem(place, f"{name} {index + 1}, id", f"the id “{part.id}” stands here twice.", "duplicate-id",
                                                 "Give one of them another id."))
                self.records[kind].setdefault(part.id, part)

    def _sort(self) -> None:
        """Phases and workstreams in the framework's order, overview pages in reading order, the rest by title."""
        framework: Any = self.records["framework"].get("framework")
        for kind in ("phase", "workstream"):
            order = list(getattr(framework, f"{kind}s", ()))
            self._order(kind, lambda r, order=order: order.index(r.id) if r.id in order else len(order))
        self._order("overview", lambda r: r.order)
        for kind in ("role", "activity", "lesson", "product", "migration", "source"):
            self._order(kind, lambda r: r.title.casefold())

    def _order(self, kind: str, key: Any) -> None:
        self.records[kind] = dict(sorted(self.records[kind].items(), key=lambda item: (key(item[1]), item[0])))

    def _refuse(self, file: Path, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(self._shown(file)), "", message, code, hint))

    def _shown(self, file: Path) -> str:
        return printable((Path(self.content.name) / file.relative_to(self.content)).as_posix())

