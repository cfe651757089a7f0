"""Tracks: lines beside each other, so that two along the same stretch never lie on one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")

GAP = 4.0  # between the end of one line and the start of the next on the same track


def on_tracks(stretches: Mapping[Key, tuple[float, float]]) -> dict[Key, int]:
    """Return the number of a track for each stretch, counted from 0: the first on which it meets no other."""
    ends: list[float] = []
    chosen: dict[Key, int] = {}
    for key, (start, end) in sorted(stretches.items(), key=lambda item: item[1]):
        free = next((track for track, last in enumerate(ends) if last + GAP <= start), len(ends))
        if free == len(ends):
            ends.append(end)
        else:
            ends[free] = end
        chosen[key] = free
    return chosen
