"""A link: one record that points at another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple, TypeVar

from macros.model import Record
from macros.model.fields import FieldPath

K = TypeVar("K", bound=Hashable)


class Link(NamedTuple):
    """One record pointing at another, by the field that does it (its first word)."""

    origin: Record
    field: str
    target: Record
    path: FieldPath


def grouped(links: Iterable[Link], key: Callable[[Link], K]) -> dict[K, list[Link]]:
    """Return the links by their key, in order."""
    groups: dict[K, list[Link]] = {}
    for link in links:
        groups.setdefault(key(link), []).append(link)
    return groups
