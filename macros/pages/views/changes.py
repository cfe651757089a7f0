"""What changed from edition to edition, read from the days and notes that records carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from macros.loading.handbook import Handbook
from macros.model import FOLDERS
from macros.model.base import Filed, Note
from macros.model.partial_date import PartialDate
from macros.pages.prose import anchor
from macros.pages.views.registry import view


@dataclass
class EditionChanges:
    """One edition: what it added, changed and retired, each with the notes that say so.

    `date` is empty when it is not known, and `name` when there is no edition yet. The `first` holds
    everything that came with it.
    """

    name: str = ""
    date: str = ""
    summary: str = ""
    first: bool = False
    added: list[Filed] = field(default_factory=list)
    changed: list[tuple[Filed, list[Note]]] = field(default_factory=list)
    retired: list[tuple[Filed, list[Note]]] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Where it is on its page."""
        return f"edition-{anchor(self.name or 'next')}"

    def counts(self) -> list[tuple[type[Filed], int]]:
        """Return how many records of each kind it added, for kinds that have any."""
        kinds = [record.kind for record in self.added]
        return [(cls, kinds.count(cls.kind)) for cls in FOLDERS if cls.kind in kinds]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.changed or self.retired)


@view
def editions(handbook: Handbook) -> list[EditionChanges]:
    """Return every edition with its changes, the newest first.

    What is younger than all of them comes before, as an edition without a name.
    """
    framework = handbook.framework
    dated = sorted(framework.editions, key=lambda edition: PartialDate.parse(edition.date).last)
    named = [EditionChanges(edition.id, edition.date, edition.summary) for edition in dated]
    changes = [*(named or [EditionChanges(framework.edition)]), EditionChanges()]
    changes[0].first = True
    ends = [PartialDate.parse(edition.date).last for edition in dated]

    def edition_of(day: str) -> int:
        """Return the number of the edition in which that day falls; without days of editions, there is only
        one.
        """
        first = PartialDate.parse(day).first
        return next((number for number, end in enumerate(ends) if first <= end), len(ends))

    for cls in FOLDERS:
        for record in handbook.all(cls):
            _list(record, changes, edition_of)
    return [edition for edition in reversed(changes) if edition.name or not edition.is_empty]


def _list(record: Filed, changes: list[EditionChanges], edition_of: Callable[[str], int]) -> None:
    """List the record under the edition that added it and each later one that changed it."""
    added = edition_of(record.added) if record.added else 0
    changes[added].added.append(record)
    later: dict[int, list[Note]] = {}
    for note in record.notes:
        if (number := edition_of(note.date)) > added:
            later.setdefault(number, []).append(note)
    for number, notes in later.items():
        retired = getattr(record, "state", "") == "retired" and number == max(later)
        edition = changes[number]
        (edition.retired if retired else edition.changed).append((record, notes))
