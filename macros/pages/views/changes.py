"""What changed from edition to edition, read off the days and notes that records carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import FOLDERS
from macros.model.partial_date import PartialDate
from macros.pages.prose import anchor


@dataclass
class EditionChanges:
    """One edition: what came, what says something else and what no longer holds, each with the notes that say so. `date` is empty when it is not
    known, `name` when there is no edition yet. The `first` holds everything that came with it.
    """

    name: str = ""
    date: str = ""
    summary: str = ""
    first: bool = False
    added: list[Any] = field(default_factory=list)
    changed: list[tuple[Any, list[Any]]] = field(default_factory=list)
    retired: list[tuple[Any, list[Any]]] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return f"edition-{anchor(self.name or 'next')}"

    def counts(self) -> list[tuple[type, int]]:
        """How many records of each kind it added, for kinds that have any."""
        kinds = [record.kind for record in self.added]
        return [(cls, kinds.count(cls.kind)) for cls in FOLDERS if cls.kind in kinds]


def editions(book: Handbook) -> list[EditionChanges]:
    """Every edition with its changes, the newest first. What is younger than all of them comes before, as an edition without a name."""
    framework = book.framework
    known = sorted(framework.editions, key=lambda edition: PartialDate.parse(edition.date).last)
    found = [EditionChanges(e.id, e.date, e.summary) for e in known] or [EditionChanges(framework.edition)]
    found[0].first = True
    found.append(EditionChanges())
    ends = [PartialDate.parse(e.date).last for e in known]

    def edition_of(when: str) -> int:
        """The number of the edition in which that day falls; without days of editions, everything is in the one there is."""
        return next((n for n, end in enumerate(ends) if PartialDate.parse(when).first <= end), len(ends))

    for cls in FOLDERS:
        for record in book.all(cls.kind):
            _place(record, found, edition_of)
    return [
        edition
        for edition in reversed(found)
        if edition.name or edition.added or edition.changed or edition.retired
    ]


def _place(record: Any, found: list[EditionChanges], edition_of: Callable[[str], int]) -> None:
    """Put the record where it came, and wherever a later note says that it changed."""
    came = edition_of(record.added) if record.added else 0
    found[came].added.append(record)
    later: dict[int, list[Any]] = {}
    for note in record.notes:
        if (at := edition_of(note.date)) > came:
            later.setdefault(at, []).append(note)
    for at, notes in later.items():
        ended = getattr(record, "state", "") == "retired" and at == max(later)
        (found[at].retired if ended else found[at].changed).append((record, notes))
