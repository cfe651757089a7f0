"""Calendars as files (iCalendar, RFC 5545). The browser writes the same bytes in `plan/export.js`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

OCTETS = 75  # of a line; what is longer goes on in the next, after a blank
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Event:
    """One entry of a calendar: whole days, the last included."""

    uid: str
    first: date
    last: date
    title: str
    text: str = ""
    category: str = ""


@dataclass(frozen=True)
class Calendar:
    """A calendar: its name, the program that made it, and its entries.

    `stamp` is a day and not the time of the writing, so that the same plan gives the same file.
    """

    name: str
    product: str
    stamp: date
    events: Iterable[Event]

    def __bytes__(self) -> bytes:
        """Return the file."""
        return "".join(map(_folded, self._lines())).encode()

    def _lines(self) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield f"PRODID:{_escaped(self.product)}"
        yield "CALSCALE:GREGORIAN"
        yield f"X-WR-CALNAME:{_escaped(self.name)}"
        for event in self.events:
            yield from self._event(event)
        yield "END:VCALENDAR"

    def _event(self, event: Event) -> Iterator[str]:
        yield "BEGIN:VEVENT"
        yield f"UID:{event.uid}"
        yield f"DTSTAMP:{_day(self.stamp)}T000000Z"
        yield f"DTSTART;VALUE=DATE:{_day(event.first)}"
        yield f"DTEND;VALUE=DATE:{_day(event.last + timedelta(days=1))}"
        yield f"SUMMARY:{_escaped(event.title)}"
        if event.text:
            yield f"DESCRIPTION:{_escaped(event.text)}"
        if event.category:
            yield f"CATEGORIES:{_escaped(event.category)}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return _BREAK.sub(r"\\n", re.sub(r"([\\;,])", r"\\\1", text))


def _folded(line: str) -> str:
    """Return the line with its end, in pieces of at most 75 octets. No letter is cut."""
    pieces = [""]
    size = 0
    for letter in line:
        more = len(letter.encode())
        if size + more > OCTETS:
            pieces.append("")
            size = 1
        pieces[-1] += letter
        size += more
    return "\r\n ".join(pieces) + "\r\n"
