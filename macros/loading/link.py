"""A link: one record that points at another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.model import Record
from macros.model.fields import FieldPath


@dataclass(frozen=True)
class Link:
    """One record pointing at another, by the field that does it (its first word)."""

    origin: Record
    field: str
    target: Record
    path: FieldPath


def grouped(
    links: Iterable[Link], key: Callable[[Link], tuple[str, str]]
) -> dict[tuple[str, str], list[Link]]:
    """Return the links by their key, in order."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        groups.setdefault(key(link), []).append(link)
    return groups
