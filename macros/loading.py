"""Loading: the files under `content/` become one Handbook, and everything that is wrong with them is said at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.document import Document
from macros.explain import explain
from macros.folder import Folder, Key
from macros.handbook import PART_HOMES, Handbook
from macros.languages import Languages
from macros.problem import Problem
from macros.records import FOLDERS, KINDS, SINGLES, Language, Record, Site


class Loader:
    """Reads a content folder. `problems`, `broken` (records that exist but cannot be used) and `texts` fill as it goes."""

    def __init__(self, content: Path) -> None:
        self.folder = Folder(content)
        self.problems, self.texts = self.folder.problems, self.folder.texts
        self.broken = {key for key in self.folder.broken if key[0] in KINDS}
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self.documents: dict[Key, Document] = {}

    def load(self) -> Handbook:
        """Everything that can be read, as a Handbook; the rest stands in `problems`."""
        languages = Languages(self.folder.of(Language.kind), {id for kind, id in self.folder.broken if kind == Language.kind})
        self.problems += languages.problems()
        for cls in (*SINGLES, *FOLDERS):
            for id, document in self.folder.of(cls.kind).items():
                self._take(cls, document, id, languages)
        self._spread_parts()
        self._sort()
        return Handbook(self.records, self.documents)

    def _take(self, cls: type[Record], document: Document, id: str, languages: Languages) -> None:
        if cls is Site:
            self.problems += languages.unknown(document)
        if whole := languages.under(document) if cls is Site else document:
            self._validate(cls, whole, id)
        else:
            self.broken.add((cls.kind, id))

    def _validate(self, cls: type[Record], document: Document, id: str) -> None:
        try:
            self.records[cls.kind][id] = cls.model_validate({"id": id, **document.data})
            self.documents[cls.kind, id] = document
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
