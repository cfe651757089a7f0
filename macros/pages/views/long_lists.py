"""Long lists in parts. The page of a list shows the first entries of each group. Other pages hold them all,
and a script brings the rest to the first page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Migration, Record, Source
from macros.pages.record_pages import list_source
from macros.pages.views.lists import a_to_z, by_phase, is_long, terms_by_letter
from macros.pages.views.registry import view
from macros.pages.views.timeline import compare
from macros.pages.views.timeline_rows import moves_first

WHOLE = 200  # entries of a list that is shown whole
SOONER = {"glossary": 100, "timeline": 20}  # the same for lists whose entries weigh more
PART = 250  # entries of a part, so that no page grows without limit


@dataclass(frozen=True)
class Group:
    """One group of a list: its name in addresses, its title, the record that it is about, and its entries.

    The page of the list shows the `first` of them. Where it shows none, it has more to say of each, or keeps
    them for readers who ask.
    """

    id: str
    title: str
    record: Record | None
    entries: Sequence[Record]
    first: int

    @property
    def parts(self) -> int:
        """How many pages the group has beside the page of the list."""
        return -(-len(self.entries) // PART) if not self.first or is_long(self.entries) else 0

    def part(self, number: int) -> Sequence[Record]:
        """Return the entries of one of these pages, counted from 1."""
        return self.entries[(number - 1) * PART : number * PART]


@dataclass(frozen=True)
class ListPart:
    """One page of a group: its number, and how many there are."""

    section: str
    group: Group
    number: int

    @property
    def title(self) -> str:
        """The title of the group, with the number of the part where there are several."""
        parts = self.group.parts
        return f"{self.group.title} {self.number}/{parts}" if parts > 1 else self.group.title

    @property
    def source(self) -> str:
        """The path of the page under docs/."""
        return list_source(self.section, self.group.id, self.number)

    @property
    def entries(self) -> Sequence[Record]:
        """What the page lists."""
        return self.group.part(self.number)


def _lessons(handbook: Handbook) -> Iterator[Group]:
    for phase, lessons in by_phase(handbook, Flow(handbook)):
        yield Group(phase.id, phase.title, phase, lessons, 8)


def _sources(handbook: Handbook) -> Iterator[Group]:
    for type_, sources in groupby(sorted(handbook.all(Source), key=_type), key=_type):
        yield Group(type_, handbook.site.labels.source_types[type_], None, list(sources), 8)


def _a_to_z(handbook: Handbook) -> Iterator[Group]:
    for letter, records in a_to_z(handbook):
        yield Group(_name(letter), letter, None, records, 6)


def _glossary(handbook: Handbook) -> Iterator[Group]:
    """Yield terms, of which the page of the list leaves out where each is used."""
    for letter, terms in terms_by_letter(handbook):
        yield Group(_name(letter), letter, None, terms, 0)


def _timeline(handbook: Handbook) -> Iterator[Group]:
    """Yield the moves that the timeline does not show first."""
    _, others = moves_first(handbook, compare(handbook.all(Migration)))
    moves = [drawing.migration for drawing in others]
    if moves:
        yield Group("by-calendar", handbook.site.labels.by_calendar, None, moves, 0)


def _name(letter: str) -> str:
    return letter.casefold() if letter.isascii() else f"{ord(letter[0]):x}"


def _type(source: Source) -> str:
    return source.type


# The lists that grow with a handbook. Nothing links into what is left out of their pages.
LISTS: dict[str, Callable[[Handbook], Iterator[Group]]] = {
    "lessons": _lessons,
    "sources": _sources,
    "a_to_z": _a_to_z,
    "glossary": _glossary,
    "timeline": _timeline,
}


@lru_cache(maxsize=20)  # the lists of a handbook, and of some that tests have beside it
def _groups(handbook: Handbook, section: str) -> tuple[Group, ...]:
    return tuple(LISTS[section](handbook))


@view
def list_groups(handbook: Handbook, section: str) -> tuple[Group, ...]:
    """Return the groups of a list, in order."""
    return _groups(handbook, section)


@view
def in_parts(handbook: Handbook, section: str) -> bool:
    """Return whether the page of a list is too long to be whole."""
    whole = min(WHOLE, SOONER.get(section, WHOLE))
    return sum(len(group.entries) for group in _groups(handbook, section)) > whole


@view
def list_part(handbook: Handbook, section: str, group: str, number: str) -> ListPart:
    """Return a part of a list by the id of its group and its number."""
    found = next(one for one in _groups(handbook, section) if one.id == group)
    return ListPart(section, found, int(number))


@view
def parts_of(handbook: Handbook, section: str) -> list[ListPart]:
    """Return all parts of a list, in order; none for a list that is whole on its page."""
    if not in_parts(handbook, section):
        return []
    return [
        ListPart(section, group, number)
        for group in _groups(handbook, section)
        for number in range(1, group.parts + 1)
    ]
