"""A line through corners as a path of a drawing, with every corner rounded."""

from __future__ import annotations

from collections.abc import Sequence

CORNER = 6.0  # how far from a corner its curve begins

Point = tuple[float, float]


def rounded(points: Sequence[Point]) -> str:
    """Return a path through `points` with round corners."""
    bends = [
        point for index, point in enumerate(points) if index in (0, len(points) - 1) or _bent(points, index)
    ]
    parts = [f"M{_pair(bends[0])}"]
    for before, at, after in zip(bends, bends[1:], bends[2:], strict=False):
        parts.append(f"L{_pair(_toward(at, before))}Q{_pair(at)} {_pair(_toward(at, after))}")
    return "".join([*parts, f"L{_pair(bends[-1])}"])


def _bent(points: Sequence[Point], index: int) -> bool:
    """Return whether a way turns at a point."""
    before, at, after = points[index - 1 : index + 2]
    return not (before[0] == at[0] == after[0] or before[1] == at[1] == after[1])


def _toward(at: Point, other: Point) -> Point:
    """Return the point on the way from a corner to another at which its curve ends."""
    far = abs(other[0] - at[0]) + abs(other[1] - at[1])
    share = min(CORNER, far / 2) / far if far else 0
    return at[0] + (other[0] - at[0]) * share, at[1] + (other[1] - at[1]) * share


def _pair(point: Point) -> str:
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in point)
