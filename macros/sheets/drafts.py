"""Drafts: what was found in a row becomes a file of content.

What is missing stays as `handbook new` leaves it.

What could not be placed is in comments at the head of the file, so that the person who fills in the draft can
use it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.authoring.examples import Examples
from macros.authoring.scaffold import DAYS, filled_in
from macros.model import Record
from macros.model.fields import FieldPath
from macros.model.shape import written_fields
from macros.sheets.cells.leaves import IDENTITY, leaf_at, put_together
from macros.sheets.placing import AT
from macros.sheets.rows import Found
from macros.sheets.title_and_id import TITLE, Title, id_of, title_of
from macros.sheets.validity import Refused, in_order, valid

NEARBY = "In the phases and workstreams of this row:"
UNPLACED = "What follows was in the same row and fits no field. Use it or delete it; it may name people."


NO_TITLE = Title("")


@dataclass(frozen=True)
class Draft:
    """One record to write: its id, its data as YAML holds it, where it was found, and what was refused."""

    id: str
    data: Mapping[str, Any]
    found: Found
    file: str
    title: Title = NO_TITLE
    refused: tuple[Refused, ...] = ()
    nearby: tuple[str, ...] = ()  # the activities that it may belong to

    @property
    def origin(self) -> str:
        """Where it comes from: `log.xlsx, sheet “Lessons”, row 14, part 2 of 3, reference L-7`."""
        parts = (
            self.file,
            f"sheet “{self.found.sheet}”" if self.found.sheet else "",
            f"row {self.found.row}" if self.found.row else "",
            f"part {self.found.part}" if self.found.part else "",
            f"reference {self.found.reference}" if self.found.reference else "",
        )
        return ", ".join(filter(None, parts))

    @property
    def own(self) -> dict[str, Any]:
        """The data that is in the row itself, without what import fills in."""
        names = {str(path[0]) for path in self.found.values}
        return {name: value for name, value in self.data.items() if name in names}

    @property
    def remarks(self) -> tuple[str, ...]:
        """What fits no field, line by line."""
        whole = (f"title (the whole of it): {self.title.whole}",) if self.title.whole else ()
        rest = (f"{heading}: {text}" for heading, text in self.found.rest)
        return (*whole, *rest, *(refused.remark for refused in self.refused))

    def missing(self, cls: type[Record]) -> list[str]:
        """Return the required fields that the draft does not hold."""
        return [
            info.alias or field
            for field, info in written_fields(cls).items()
            if info.is_required() and (info.alias or field) not in self.data
        ]

    def text(self, cls: type[Record], shown: Examples, up: str = "..") -> str:
        """Return the file: remarks, what is known, and what is missing with its explanation and an example of
        `shown`.
        """
        head = [f"Imported from {self.origin}."] if self.remarks or self.missing(cls) else []
        if self.remarks:
            head += [UNPLACED, *self.remarks]
        beside = {str(AT[0]): [NEARBY, *self.nearby]} if self.nearby else {}
        return filled_in(cls, self.data, shown, head, up, beside)


def draft(
    cls: type[Record], found: Found, file: str, defaults: Mapping[FieldPath, Any], today: date
) -> Draft:
    """Return the draft of one record. A default fills a field only where the row holds nothing for it."""
    ours = IDENTITY in found.values
    title = title_of(found.values, cls, found.row)
    values = {**found.values, TITLE: title.text}
    for path, value in defaults.items():
        if path not in found.unread:
            values.setdefault(path, value)
    if not ours:
        for day in DAYS:
            if leaf_at(cls, (day,)):
                values.setdefault((day,), today.isoformat())
    good, refused = valid(cls, values)
    good.setdefault(TITLE, f"{cls.kind.capitalize()} in row {found.row}")
    name = good.get(IDENTITY) or id_of(good[TITLE], cls.kind, found.row)
    data = in_order(cls, put_together(good), ours=ours)
    return Draft(str(name), data, found, file, title, tuple(refused))
