"""Placing: a row that names an activity belongs to the phase and the workstream of that activity too, as the rules ask of every lesson.

A row that names none can belong to the activities of its phases and workstreams. Which, only a person can say.
"""

from __future__ import annotations

from dataclasses import replace

from macros.loading.handbook import Handbook
from macros.model import Activity, Record
from macros.sheets.cells.leaves import IDENTITY, leaf_at
from macros.sheets.cells.reading import MOST_CHOICES
from macros.sheets.rows import Found

AT = ("at",)
PLACES = {"phase": ("phases",), "workstream": ("workstreams",)}


def placed(found: Found, cls: type[Record], handbook: Handbook) -> Found:
    """What was found, with the places of the activities that it names behind its own. A row of ours stays as it was written."""
    if (
        AT not in found.values
        or IDENTITY in found.values
        or not all(leaf_at(cls, path) for path in PLACES.values())
    ):
        return found
    activities = [activity for pointer in found.values[AT] if (activity := handbook.step(pointer)[0])]
    theirs = {path: [getattr(activity, kind) for activity in activities] for kind, path in PLACES.items()}
    return replace(
        found,
        values=found.values
        | {
            path: list(dict.fromkeys([*found.values.get(path, []), *ids]))
            for path, ids in theirs.items()
            if ids
        },
    )


def nearby(found: Found, cls: type[Record], handbook: Handbook) -> tuple[str, ...]:
    """The activities that a row may mean which names none: id and title of each that lies in its phases and workstreams."""
    named = {kind: found.values[path] for kind, path in PLACES.items() if found.values.get(path)}
    if AT in found.values or not named or not leaf_at(cls, AT):
        return ()
    may = [
        f"{activity.id}: {activity.title}"
        for activity in handbook.all(Activity)
        if all(getattr(activity, kind) in ids for kind, ids in named.items())
    ]
    return tuple(may) if len(may) <= MOST_CHOICES else ()
