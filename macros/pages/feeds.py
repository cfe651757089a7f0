"""Feeds: new and changed lessons for feed readers, all of them, by phase and by workstream.

A feed is read away from the site, so every link in it is absolute, and an entry is known by a tag (RFC 4151)
made of the address of the site, the day on which the lesson was added, and its first id. None of these
changes when the lesson does. Without an address there are no feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.loading.handbook import Handbook
from macros.model import Lesson, Phase, Workstream
from macros.model.base import Note
from macros.model.partial_date import PartialDate
from macros.model.sections import SOURCES
from macros.pages.record_pages import source_of

LONGEST = 100  # entries in one feed, the newest; a reader who was away longer has the list of changes
ALL = "feeds/lessons.xml"
# Pages that name the feed of all lessons to feed readers.
NAMED_ON = ("index.md", SOURCES[Lesson.folder], SOURCES["changes"], "about/data.md")


@dataclass(frozen=True)
class Entry:
    """One lesson in a feed. `news` is the note that says what changed last, if that is the newest thing about
    it.
    """

    lesson: Lesson
    tag: str
    published: str
    updated: str
    news: Note | None


@dataclass(frozen=True)
class Feed:
    """One feed: its path from the root of the site, its title, the page that it follows, and its entries.

    `part` is the phase or the workstream that it is about.
    """

    path: str
    title: str
    part: Phase | Workstream | None
    source: str
    entries: tuple[Entry, ...]
    updated: str


def feeds(handbook: Handbook, home: str) -> list[Feed]:
    """Return the feeds of a site at the address `home`, that of all lessons first.

    There are none while the address is not known or there is no lesson.
    """
    entries = [_entry(lesson, home) for lesson in handbook.all(Lesson)] if home else []
    newest = sorted(entries, key=lambda entry: entry.updated, reverse=True)
    return list(_feeds(handbook, newest)) if newest else []


def advertised(feeds: list[Feed], source: str) -> list[Feed]:
    """Return the feeds that the page at `source` names to feed readers."""
    return [feed for feed in feeds if feed.source == source or (feed.part is None and source in NAMED_ON)]


def _feeds(handbook: Handbook, newest: list[Entry]) -> Iterator[Feed]:
    title = handbook.site.labels.feed
    yield Feed(ALL, title, None, SOURCES[Lesson.folder], tuple(newest[:LONGEST]), newest[0].updated)
    for phase in handbook.all(Phase):
        yield _feed_of(
            handbook, phase, [entry for entry in newest if phase.id in entry.lesson.phases], newest
        )
    for workstream in handbook.all(Workstream):
        entries = [entry for entry in newest if workstream.id in entry.lesson.workstreams]
        yield _feed_of(handbook, workstream, entries, newest)


def _feed_of(handbook: Handbook, part: Phase | Workstream, entries: list[Entry], newest: list[Entry]) -> Feed:
    """Return the feed of `part`. An empty one keeps its address for the lesson that will come."""
    return Feed(
        f"feeds/{part.folder}/{part.id}.xml",
        handbook.site.labels.feed_of.replace("{title}", part.title),
        part,
        source_of(part),
        tuple(entries[:LONGEST]),
        (entries or newest)[0].updated,
    )


def _entry(lesson: Lesson, home: str) -> Entry:
    added = _day(lesson.added)
    checked = max(added, _day(lesson.reviewed))
    note = max(lesson.notes, key=lambda note: _day(note.date), default=None)
    noted = _day(note.date) if note else added
    return Entry(
        lesson,
        _tag(lesson, home, added),
        _moment(added),
        _moment(max(checked, noted)),
        note if noted >= checked else None,
    )


def _tag(lesson: Lesson, home: str, added: date) -> str:
    site = urlsplit(home)
    first = (*lesson.formerly, lesson.id)[0]
    return f"tag:{site.hostname},{added.isoformat()}:{site.path.lstrip('/')}{lesson.folder}/{first}"


def _day(text: str) -> date:
    return PartialDate.parse(text).first


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
