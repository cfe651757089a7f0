"""A world: a small, complete and valid content folder that one test changes in one place.

The framework is about moving a library, so that nothing here can pass because the code knows our own words.
Phases plan and move, workstreams books and rooms, sides library and carrier, one activity in each cell.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.checks.check import Report, ValidHandbook, checked
from macros.pages.addresses import Addresses
from macros.publishing.build import Build, Folders

ROOT = Path(__file__).parents[2]
THEME = ROOT / "overrides"
TEMPLATES = THEME / "handbook"
TODAY = date(2021, 6, 1)

SITE = """\
title: Moving a library
summary: How one library moved.
organisation: The library
language: en-GB
colours:
  accent: '#0a5a66'
  accent_dark: '#74cbd6'
contact: {}
footer: A library on the move.
"""

# What a handbook may ask about a project. The world has no such file; a test writes it as questions.yml.
QUESTIONS = """\
title: About your house
summary: What we ask.
questions:
  - id: what
    title: What do you move?
    short: Services
    several: true
    line: '{answers} moves'
    answers_from: functions
  - id: size
    title: How many books are there?
    short: Size
    line: the house has {answers}
    answers:
      - {id: small, title: Fewer than 1000, phrase: few books}
      - {id: middle, title: Up to 9999}
      - {id: large, title: More, phrase: many books}
"""

WORDS = "languages/en-gb.yml"
LANGUAGE = """\
title: English
summary: Words of the interface.
"""

FILES = {
    "framework.yml": """\
title: Moving a library
summary: How one library moved.
edition: "1"
about: It is small.
licence: CC BY 4.0
licence_url: https://creativecommons.org/licenses/by/4.0/
credit: Based on Old Town.
layers:
  - id: work
    title: The work
    sections: [phases, workstreams, activities, lessons]
  - id: shelf
    title: The shelf
    sections: [overview, products, migrations, roles]
routes:
  - id: curious
    title: Are you curious?
    layer: shelf
    reader: You are curious
    start: "[Why](/overview/why.md)"
    phases: [plan]
stages:
  - id: all
    title: All of it
sides:
  - id: library
    title: Library
    shape: circle
  - id: carrier
    title: Carrier
    shape: square
functions:
  - id: lending
    title: Lending
phases: [plan, move]
workstreams: [books, rooms]
key_migration: old-town
""",
    "glossary.yml": """\
title: Glossary
summary: Words of the trade.
terms:
  - id: shelf-mark
    title: Shelf mark
    summary: Where a book stands.
    abbreviation: SM
    see: [product/book-list]
""",
    "overview/why.yml": """\
title: Why libraries move
summary: The reasons.
order: 10
body: |
  The house was full.

  ## What came next

  See [the plan](/phases/plan.md).
learnings:
  - text: Label every box.
    lessons: [label-every-box]
related: [phase/plan]
basis:
  - source: practice
""",
    "phases/plan.yml": """\
title: Plan
summary: Before anything moves.
stage: all
purpose: Know what moves.
exit_criteria:
  - id: counted
    text: Every book is counted.
    activities: [count-the-books]
    products: [book-list]
basis:
  - source: practice
""",
    "phases/move.yml": """\
title: Move
summary: Everything moves.
stage: all
purpose: Move it.
exit_criteria:
  - id: arrived
    text: Every book has arrived.
    activities: [carry-the-books]
    products: [filled-rooms]
basis:
  - source: practice
""",
    "workstreams/books.yml": """\
title: Books
summary: What stands on the shelves.
led_by: library
purpose: Keep every book.
works_with: [rooms]
basis:
  - source: practice
""",
    "workstreams/rooms.yml": """\
title: Rooms
summary: Where the shelves stand.
led_by: carrier
purpose: Have room for every book.
basis:
  - source: practice
""",
    "roles/librarian.yml": """\
title: Librarian
summary: Answers for the books.
side: library
duties:
  - Counts the books.
basis:
  - source: practice
""",
    "roles/driver.yml": """\
title: Driver
summary: Drives the van.
side: carrier
reports_to: librarian
duties:
  - Drives the van.
basis:
  - source: practice
""",
    "activities/count-the-books.yml": """\
title: Count the books
summary: Nobody knows how many there are.
phase: plan
workstream: books
led_by: library
purpose: Know how many books there are.
done_when:
  - Two counts agree.
steps:
  - id: count
    text: Count each shelf.
    side: library
  - id: count-again
    text: Count it again.
    side: library
outputs:
  - product: book-list
    state: agreed
roles:
  lead: librarian
mistakes:
  - Counting once.
if_skipped:
  effect: Books get lost.
  severity: high
tailoring:
  shrink: Count a sample.
basis:
  - source: practice
""",
    "activities/measure-the-rooms.yml": """\
title: Measure the rooms
summary: The new house is smaller.
phase: plan
workstream: rooms
led_by: carrier
purpose: Know where each shelf goes.
done_when:
  - Each shelf has a place.
steps:
  - id: measure
    text: Measure each room.
    side: carrier
inputs:
  - product: book-list
    state: agreed
outputs:
  - product: room-plan
    state: draft
roles:
  lead: driver
  approve: [librarian]
mistakes:
  - Forgetting the doors.
if_skipped:
  effect: Shelves do not fit.
  severity: medium
tailoring:
  drop: Leave it out if the house is new.
basis:
  - source: practice
""",
    "activities/carry-the-books.yml": """\
title: Carry the books
summary: Box by box.
phase: move
workstream: books
led_by: library
purpose: Bring every book across.
done_when:
  - The old house is empty.
steps:
  - id: pack
    text: Pack each shelf.
    side: library
  - id: drive
    text: Drive the boxes across.
    side: carrier
inputs:
  - product: book-list
    state: agreed
  - product: van
    state: agreed
outputs:
  - product: moved-books
    state: agreed
roles:
  lead: librarian
  contribute: [driver]
mistakes:
  - Heavy boxes.
if_skipped:
  effect: Nothing moves.
  severity: low
tailoring:
  merge: Join it with the shelves.
what_happened:
  - migration: old-town
    text: It rained.
basis:
  - source: practice
""",
    "activities/fill-the-rooms.yml": """\
title: Fill the rooms
summary: Every book finds its shelf.
phase: move
workstream: rooms
led_by: carrier
purpose: Open the doors again.
done_when:
  - Every shelf is full.
steps:
  - id: fill
    text: Fill each shelf.
    side: carrier
inputs:
  - product: moved-books
    state: agreed
  - product: room-plan
    state: draft
outputs:
  - product: filled-rooms
    state: agreed
starts_after: [measure-the-rooms]
roles:
  lead: driver
mistakes:
  - Filling from the top.
if_skipped:
  effect: Books lie on the floor.
  severity: low
tailoring:
  shrink: Fill one room.
basis:
  - source: practice
""",
    "lessons/label-every-box.yml": """\
title: Label every box
summary: A box without a label is lost.
type: avoid
organisation: Old Town library
when: 2009-04
event: Forty boxes were lost.
cause: Nobody had labels.
lesson: A label costs less than a book.
action: Put a label on each box before it leaves.
applies_when: There is more than one box.
at: carry-the-books#pack
phases: move
workstreams: books
migration: old-town
products: [book-list]
evidence:
  - source: town-report
    where: page 3
    says: Forty boxes were lost.
state: identified
contributed_by: The library
added: 2020-01-02
reviewed: 2020-01-02
""",
    "products/book-list.yml": """\
title: Book list
summary: Every book by shelf mark.
type: dataset
purpose: Says what moves.
audience: The driver.
contents:
  - heading: Shelves
    covers: Each shelf.
availability: described
basis:
  - source: practice
""",
    "products/room-plan.yml": """\
title: Room plan
summary: Where each shelf goes.
type: document
purpose: Says where it goes.
audience: The driver.
contents:
  - heading: Rooms
    covers: Each room.
availability: described
basis:
  - source: practice
""",
    "products/moved-books.yml": """\
title: Moved books
summary: The books, across.
type: service
purpose: Books to read.
audience: Readers.
contents:
  - heading: Boxes
    covers: Each box.
availability: described
basis:
  - source: practice
""",
    "products/filled-rooms.yml": """\
title: Filled rooms
summary: The library, open.
type: service
purpose: A house to read in.
audience: Readers.
contents:
  - heading: Rooms
    covers: Each room.
availability: described
basis:
  - source: practice
""",
    "products/van.yml": """\
title: Van
summary: It has four wheels.
type: tool
purpose: Carries boxes.
audience: The driver.
contents:
  - heading: Wheels
    covers: All four.
availability: described
external: true
basis:
  - source: practice
""",
    "migrations/old-town.yml": """\
title: Old Town moves its library
summary: It rained.
organisation: Old Town
country: Nowhere
provider: Wheels Ltd
functions: lending
outcome: in-service
outcome_text: It opened.
body: It took two years.
timeline:
  spans:
    - id: planning
      title: Planning
      phase: plan
      start: 2007-Q3
      end: 2008-03
      evidence:
        - source: town-report
          says: They planned.
    - id: packing
      title: Packing
      start: not-given
      end: not-given
      evidence:
        - source: town-report
          says: They packed.
  milestones:
    - id: doors-open
      title: Doors open
      when: 2009-04-01
      go_live: true
      evidence:
        - source: town-report
          says: The doors opened.
evidence:
  - source: town-report
    says: It took two years.
basis:
  - source: town-report
""",
    "sources/town-report.yml": """\
title: Report on the move
summary: What the town found.
type: audit
publisher: Town auditor
date: 2010
read: whole
extent: All of it.
""",
}


@cache
def labels() -> dict[str, Any]:
    """The words of the interface, as plain data, from the one place where they stand."""
    return yaml.load((ROOT / "content" / "languages" / "en-gb.yml").read_text("utf-8"), yaml.CBaseLoader)[
        "labels"
    ]


@cache
def everything() -> dict[str, bytes]:
    """Every file of the world by its path under content/."""
    words = yaml.dump(
        {"labels": labels()}, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )
    return {
        path: text.encode() for path, text in {"site.yml": SITE, WORDS: LANGUAGE + words, **FILES}.items()
    }


class World:
    """A content folder in `folder`, and beside it `docs/`. Each method changes or asks one thing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.docs = folder / "docs"
        self.last: Report | None = None
        self.fresh: dict[Path, tuple[int, int, int]] = {}
        self.restore()

    def restore(self) -> None:
        """Make everything as it was at first: what is new goes, what is changed or gone is written again."""
        homes = {file.parent for file in self.fresh if not file.parent.is_symlink()}
        for folder, names, files in os.walk(self.folder, topdown=False):
            for path in (Path(folder, name) for name in [*files, *names]):
                if path in homes and path.is_dir():
                    continue
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                elif _stamp(path) != self.fresh.get(path):
                    path.unlink()
        for path, text in everything().items():
            if not (self.content / path).exists():
                file = self.write(path, text)
                self.fresh[file] = _stamp(file)

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file under content/ (text as UTF-8, bytes as they are)."""
        return _write(self.content / path, text)

    def write_page(self, path: str, text: str) -> Path:
        """Write a hand-written page under docs/."""
        return _write(self.docs / path, text)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace `old` by `new` in a file that holds it exactly once."""
        text = self.read(path)
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def add(self, path: str, text: str) -> None:
        """Write `text` at the end of a file."""
        self.write(path, self.read(path) + text)

    def copy(self, path: str, to: str, **changes: str) -> None:
        """Write a record like the one at `path`; `changes` are its new top-level texts."""
        text = self.read(path)
        for name, value in changes.items():
            old = next(line for line in text.splitlines() if line.startswith(f"{name}:"))
            text = text.replace(f"{old}\n", f"{name}: {value}\n", 1)
        self.write(to, text)

    def delete(self, path: str) -> None:
        (self.content / path).unlink()

    def read(self, path: str) -> str:
        return (self.content / path).read_text("utf-8")

    def report(self, today: date = TODAY) -> Report:
        self.last = checked(self.content, self.docs, THEME, today)
        return self.last

    def check(self, today: date = TODAY) -> list[str]:
        """Every problem as the line that people read; warnings say so first."""
        begin = {"error": "", "warning": "warning: "}
        return [f"{begin[p.severity]}{p}" for p in self.report(today).problems]

    def codes(self) -> list[str]:
        """The codes of what the last check found."""
        return [p.code for p in self.last.problems]

    def found(self, today: date = TODAY) -> list[tuple[str, str]]:
        """The code of every problem, with the line that people read."""
        lines = self.check(today)
        return list(zip(self.codes(), lines, strict=True))

    def handbook(self) -> ValidHandbook:
        """The handbook, which must have no errors."""
        report = self.report()
        assert report.handbook, "\n".join(map(str, report.errors))
        return report.handbook

    def build(self, *, directory: bool = True, offline: bool = False) -> Build:
        """A build of the handbook, which must have no errors."""
        return Build(
            self.handbook(),
            Folders(self.content, self.docs, THEME),
            Addresses(directory),
            offline,
        )


def _stamp(file: Path) -> tuple[int, int, int]:
    seen = file.lstat()
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _write(file: Path, text: str | bytes) -> Path:
    raw = text if isinstance(text, bytes) else text.encode()
    try:
        file.write_bytes(raw)
    except FileNotFoundError:
        file.parent.mkdir(parents=True)
        file.write_bytes(raw)
    return file
