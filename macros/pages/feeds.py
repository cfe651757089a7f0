"""Feeds: new and changed lessons for feed readers, as a whole, by phase and by workstream.

A feed is read away from the site, so every link in it is absolute, and an entry is known by a tag (RFC 4151) made of the address of the
site, the day on which the lesson was added, and its first id. None of these changes when the lesson does. Without an address there are no feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from macros.loading.handbook import Handbook
from macros.model import Lesson
from macros.model.partial_date import PartialDate
from macros.model.sections import SOURCES
from macros.pages.catalogue import source_of

LONGEST = 100  # entries in one feed, the newest; a reader who was away longer has the list of changes
PARTS = {"phase": "phases", "workstream": "workstreams"}  # records that have a feed of their own
ALL = "feeds/lessons.xml"
WHOLE_ON = ("index.md", SOURCES["lessons"], SOURCES["changes"], "about/data.md")


@dataclass(frozen=True)
class Entry:
    """One lesson in a feed. `news` is the note that says what changed last, if that is the newest thing about it."""

    lesson: Any
    tag: str
    published: str
    updated: str
    news: Any | None


@dataclass(frozen=True)
class Feed:
    """One feed: its path from the root of the site, its title, the phase or workstream it is about, and the page that it follows."""

    path: str
    title: str
    part: Any | None
    source: str
    entries: tuple[Entry, ...]
    updated: str


def feeds(book: Handbook, home: str) -> list[Feed]:
    """The feeds of a site at the address `home`, the whole one first; none while the address is not known or there is no lesson."""
    newest = sorted(
        (_entry(lesson, home) for lesson in book.all(Lesson)), key=lambda e: e.updated, reverse=True
    )
    return list(_feeds(book, newest)) if home and newest else []


def advertised(found: list[Feed], source: str) -> list[Feed]:
    """The feeds that the page at `source` names to feed readers."""
    return [feed for feed in found if feed.source == source or (feed.part is None and source in WHOLE_ON)]


def _feeds(book: Handbook, newest: list[Entry]) -> Iterator[Feed]:
    labels = book.site.labels
    yield Feed(ALL, labels.feed, None, "lessons/index.md", tuple(newest[:LONGEST]), newest[0].updated)
    for kind, name in PARTS.items():
        for part in book.all(kind):
            mine = [entry for entry in newest if part.id in getattr(entry.lesson, name)]
            # An empty feed keeps its address for the lesson that will come.
            yield Feed(
                f"feeds/{name}/{part.id}.xml",
                labels.feed_of.replace("{title}", part.title),
                part,
                source_of(part),
                tuple(mine[:LONGEST]),
                (mine or newest)[0].updated,
            )


def _entry(lesson: Any, home: str) -> Entry:
    days = [PartialDate.parse(when).first for when in (lesson.added, lesson.reviewed)]
    noted = max(lesson.notes, key=lambda note: PartialDate.parse(note.date).first, default=None)
    noted_on = PartialDate.parse(noted.date).first if noted else days[0]
    site, id = urlsplit(home), (*lesson.formerly, lesson.id)[0]
    return Entry(
        lesson,
        f"tag:{site.hostname},{days[0].isoformat()}:{site.path.lstrip('/')}{lesson.folder}/{id}",
        _moment(days[0]),
        _moment(max(*days, noted_on)),
        noted if noted_on >= max(days) else None,
    )


def _moment(day: Any) -> str:
    return f"{day.isoformat()}T00:00:00Z"
