"""Placing: a row that names an activity belongs to the phase and the workstream of that activity too, as the
rules ask.

A row that names none can belong to the activities of its phases and workstreams. Which, only a person can
say.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from macros.loading.handbook import Handbook
from macros.model import Activity, Record
from macros.model.fields import FieldPath
from macros.sheets.cells.leaves import IDENTITY, leaf_at
from macros.sheets.cells.naming import MOST_CHOICES
from macros.sheets.rows import Found

AT: FieldPath = ("at",)
PLACES: dict[str, FieldPath] = {"phase": ("phases",), "workstream": ("workstreams",)}
Place = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass
class Placer:
    """Places the rows of one kind in one handbook."""

    cls: type[Record]
    handbook: Handbook
    _nearby: dict[Place, tuple[str, ...]] = field(default_factory=dict)

    def placed(self, found: Found) -> Found:
        """Return the row with the places of the activities that it names behind its own.

        A row that an export of this handbook wrote stays as it is.
        """
        has_places = all(leaf_at(self.cls, path) for path in PLACES.values())
        if AT not in found.values or IDENTITY in found.values or not has_places:
            return found
        steps = (self.handbook.step(pointer)[0] for pointer in found.values[AT])
        activities = [activity for activity in steps if activity]
        values = dict(found.values)
        for kind, path in PLACES.items():
            ids = [getattr(activity, kind) for activity in activities]
            if ids:
                values[path] = list(dict.fromkeys([*found.values.get(path, []), *ids]))
        return replace(found, values=values)

    def nearby(self, found: Found) -> tuple[str, ...]:
        """Return the activities that a row may mean which names none: id and title of each in its phases and
        workstreams.
        """
        named = tuple(
            (kind, tuple(found.values[path])) for kind, path in PLACES.items() if found.values.get(path)
        )
        if AT in found.values or not named or not leaf_at(self.cls, AT):
            return ()
        if named not in self._nearby:
            self._nearby[named] = self._in(named)
        return self._nearby[named]

    def _in(self, named: Place) -> tuple[str, ...]:
        inside = [
            f"{activity.id}: {activity.title}"
            for activity in self.handbook.all(Activity)
            if all(getattr(activity, kind) in ids for kind, ids in named)
        ]
        return tuple(inside) if len(inside) <= MOST_CHOICES else ()
