"""Placing: a row that names an activity belongs to the phase and the workstream of that activity too, as the rules ask of every lesson."""

from __future__ import annotations

from dataclasses import replace

from macros.handbook import Handbook
from macros.records import Record
from macros.sheets.leaves import IDENTITY, leaf_at
from macros.sheets.rows import Found

AT = ("at",)
PLACES = {"phase": ("phases",), "workstream": ("workstreams",)}


def placed(found: Found, cls: type[Record], handbook: Handbook) -> Found:
    """What was found, with the places of the activities that it names behind its own. A row of ours stays as it was written."""
    if AT not in found.values or IDENTITY in found.values or not all(leaf_at(cls, path) for path in PLACES.values()):
        return found
    activities = [activity for pointer in found.values[AT] if (activity := handbook.step(pointer)[0])]
    theirs = {path: [getattr(activity, kind) for activity in activities] for kind, path in PLACES.items()}
    return replace(found, values=found.values | {path: list(dict.fromkeys([*found.values.get(path, []), *ids])) for path, ids in theirs.items() if ids})
