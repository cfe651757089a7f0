"""Loading: the files under `content/` become one Handbook, and everything that is wrong with them is said at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.loading import hiding, renames
from macros.loading.document import Document
from macros.loading.explain import explain
from macros.loading.handbook import PART_HOMES, Handbook
from macros.loading.languages import Languages
from macros.loading.layers import WITH_PAGE, Layers
from macros.loading.overlay import Key, LeftOut, Overlay
from macros.loading.problem import Problem
from macros.model import FOLDERS, KINDS, SINGLES, Language, Record, Site
from macros.model.hidden import Hidden


class Loader:
    """Reads a content folder. `problems`, `broken` (records that exist but cannot be used) and `texts` fill as it goes."""

    def __init__(self, content: Path) -> None:
        self.layers = Layers(content)
        self.problems, self.texts = self.layers.problems, self.layers.texts
        self.broken = {key for key in self.layers.broken if key[0] in KINDS}
        self.records: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
        self.documents: dict[Key, Document] = {}

    def load(self) -> Handbook:
        """Everything that can be read, as a Handbook; the rest stands in `problems`."""
        languages = Languages(self.layers.of(Language.kind), self.layers.broken_of(Language.kind))
        self.problems += languages.problems()
        for cls in (*SINGLES, *FOLDERS):
            for id, document in self.layers.of(cls.kind).items():
                self._take(cls, document, id, languages)
        overlay = self._overlay() if self.layers.own else None
        self._spread_parts()
        self._sort()
        return Handbook(self.records, self.documents, overlay)

    def _take(self, cls: type[Record], document: Document, id: str, languages: Languages) -> None:
        if cls is Site:
            self.problems += languages.unknown(document)
        if whole := languages.under(document) if cls is Site else document:
            self._validate(cls, whole, id)
        else:
            self.broken.add((cls.kind, id))

    def _overlay(self) -> Overlay:
        """What the team's own folder does, once that is done: references follow renames, and hidden records are gone."""
        layers, chosen = self.layers, hiding.chosen(self.layers)
        for key, document in list(self.documents.items()):
            self._again(key, renames.followed(self.records[key[0]][key[1]], document, layers))
        hidden = {
            key: LeftOut(self.records[key[0]].pop(key[1]), entry.why)
            for key, entry in chosen.items()
            if key in self.documents
        }
        self.documents = {key: document for key, document in self.documents.items() if key not in hidden}
        for key, document in list(self.documents.items()) if hidden else ():
            shorter, wrong = hiding.without(self.records[key[0]][key[1]], document, hidden, layers)
            self.problems += wrong
            self._again(key, shorter)
        base, own = layers.base.documents.get(("site", "site")), layers.own.documents
        changed = tuple(
            document.path
            for (kind, _), document in own.items()
            if kind not in WITH_PAGE and kind != Hidden.kind
        )
        organisation, language = (
            str(base.data.get(name, "")) if base else "" for name in ("organisation", "language")
        )
        return Overlay(
            layers.own.shown,
            organisation,
            language,
            frozenset(layers.added),
            frozenset(layers.replaced),
            changed,
            hidden,
        )

    def _again(self, key: Key, document: Document) -> None:
        if document is not self.documents[key]:
            self._validate(KINDS[key[0]], document, key[1])

    def _validate(self, cls: type[Record], document: Document, id: str) -> None:
        try:
            self.records[cls.kind][id] = cls.model_validate({"id": id, **document.data})
            self.documents[cls.kind, id] = document
        except ValidationError as error:
            self.problems += explain(error, cls, document)
            self.records[cls.kind].pop(id, None)
            self.broken.add((cls.kind, id))

    def _spread_parts(self) -> None:
        """Parts of single files become records that others can point to."""
        for kind, (holder, name) in PART_HOMES.items():
            whole: Any = self.records[holder].get(holder)
            for index, part in enumerate(getattr(whole, name) if whole else ()):
                if part.id in self.records[kind]:
                    place = self.documents[holder, holder].place((name, index, "id"))
                    self.problems.append(
                        Problem(
                            place,
                            f"{name} {index + 1}, id",
                            f"the id “{part.id}” stands here twice.",
                            "duplicate-id",
                            "Give one of them another id.",
                        )
                    )
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
        self.records[kind] = dict(
            sorted(self.records[kind].items(), key=lambda item: (key(item[1]), item[0]))
        )
