"""A line through corners as a path of a drawing, with every corner rounded."""

from __future__ import annotations

from collections.abc import Sequence

CORNER = 6.0  # how far from a corner its curve begins

Point = tuple[float, float]


def rounded(points: Sequence[Point]) -> str:
    """Return a path through `points` with round corners.

    Curves are told from where they begin, so that most are the same, and hundreds of lines stay light.
    """
    bends = [
        point for index, point in enumerate(points) if index in (0, len(points) - 1) or _bent(points, index)
    ]
    here = _shown(bends[0])
    parts = [f"M{_pair(here)}"]
    for before, at, after in zip(bends, bends[1:], bends[2:], strict=False):
        start = _shown(_toward(at, before))
        end = _shown(_toward(at, after))
        parts += [_straight(here, start), f"q{_pair(_from(start, _shown(at)))} {_pair(_from(start, end))}"]
        here = end
    return "".join([*parts, _straight(here, _shown(bends[-1]))])


def _straight(here: Point, there: Point) -> str:
    if here == there:
        return ""
    if here[1] == there[1]:
        return f"H{_pair(there[:1])}"
    return f"V{_pair(there[1:])}" if here[0] == there[0] else f"L{_pair(there)}"


def _bent(points: Sequence[Point], index: int) -> bool:
    """Return whether a way turns at a point."""
    before, at, after = points[index - 1 : index + 2]
    return not (before[0] == at[0] == after[0] or before[1] == at[1] == after[1])


def _toward(at: Point, other: Point) -> Point:
    """Return the point on the way from a corner to another at which its curve ends."""
    far = abs(other[0] - at[0]) + abs(other[1] - at[1])
    share = min(CORNER, far / 2) / far if far else 0
    return at[0] + (other[0] - at[0]) * share, at[1] + (other[1] - at[1]) * share


def _from(here: Point, there: Point) -> Point:
    return _shown((there[0] - here[0], there[1] - here[1]))


def _shown(point: Point) -> Point:
    """Return a point as exactly as it is drawn."""
    return round(point[0], 1) + 0, round(point[1], 1) + 0  # a zero has no sign


def _pair(values: Sequence[float]) -> str:
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in values)
