"""The shell of every page: main menu, the pages around this one, breadcrumb, and what stands at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import KIND_OF, Layer
from macros.model.sections import SOURCES
from macros.pages.catalogue import Page

# Sections whose records are few enough to list in the menu.
LISTED = 16


@dataclass(frozen=True)
class Entry:
    """One line of a menu; `children` only where the reader is inside it."""

    title: str
    source: str
    current: bool
    inside: bool
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Shell:
    """What surrounds the content of one page."""

    menu: tuple[Entry, ...]
    heading: str
    around: tuple[Entry, ...]
    crumbs: tuple[tuple[str, str], ...]
    record: Any
    source: str
    title: str
    file: str


def shell(
    handbook: Handbook, source: str, page: Page | None, written: Mapping[str, str], docs: str = "docs"
) -> Shell:
    """The shell of the page at `source`; `page` is None for hand-written pages in the folder `docs`. `written` gives the headings
    of those, and of the pages that stand among them.
    """
    section = page.section if page else ""
    layers = handbook.all(Layer)
    mine = next((layer for layer in layers if section in layer.sections), None)
    menu = tuple(
        Entry(x.title, SOURCES[x.sections[0]], source == SOURCES[x.sections[0]], x is mine) for x in layers
    )
    if mine:
        around = tuple(_entry(handbook, name, source, section) for name in mine.sections)
    else:
        around = tuple(_beside(written, source)) if source in written else ()
    crumbs = (
        *_crumbs(handbook, mine, page),
        *((e.title, e.source) for e in around[:1] if not mine and not e.current),
    )
    record = page.record if page else None
    file = handbook.file(record) if record else f"{docs}/{source}" if source in written and not page else ""
    title = page.title if page else written.get(source, "")
    return Shell(
        menu,
        mine.title if mine else handbook.site.labels.this_handbook,
        around,
        crumbs,
        record,
        source,
        title,
        file,
    )


def as_of(handbook: Handbook) -> str:
    """The newest day on which anything in the handbook was added or checked; empty when nothing says. Never the day of the build, so
    that the same content gives the same pages.
    """
    return max(
        (day for record in handbook for name in ("added", "reviewed") if (day := getattr(record, name, ""))),
        default="",
    )


def sitemap(handbook: Handbook) -> list[tuple[Any, list[Entry]]]:
    """Every layer with its sections, for the foot of the page."""
    return [
        (layer, [_entry(handbook, name, "", "") for name in layer.sections]) for layer in handbook.all(Layer)
    ]


def contents(handbook: Handbook) -> list[tuple[Entry, list[Any]]]:
    """Every section in the order of a book, with its records."""
    return [
        (_entry(handbook, name, "", ""), handbook.all(KIND_OF[name]) if name in KIND_OF else [])
        for layer in handbook.all(Layer)
        for name in layer.sections
    ]


def _entry(handbook: Handbook, section: str, source: str, current: str) -> Entry:
    records = handbook.all(KIND_OF[section]) if section in KIND_OF and section == current else []
    children = (
        tuple(
            Entry(r.title, f"{section}/{r.id}.md", source == f"{section}/{r.id}.md", False) for r in records
        )
        if len(records) <= LISTED
        else ()
    )
    home = SOURCES[section]
    return Entry(
        getattr(handbook.site.labels.pages, section).title, home, source == home, section == current, children
    )


def _beside(written: Mapping[str, str], source: str) -> Iterator[Entry]:
    """The pages in the same folder, the page that opens the folder first."""
    folder, inside, _ = source.rpartition("/")
    together = [other for other in written if other.rpartition("/")[0] == folder] if inside else []
    for other in sorted(together, key=lambda other: (not other.endswith("/index.md"), written[other])):
        yield Entry(written[other], other, other == source, False)


def _crumbs(handbook: Handbook, layer: Any, page: Page | None) -> Any:
    yield handbook.site.labels.home, "index.md"
    if layer and page and SOURCES[layer.sections[0]] != page.source and layer.sections[0] != page.section:
        yield layer.title, SOURCES[layer.sections[0]]
    if page and page.record:
        yield getattr(handbook.site.labels.pages, page.section).title, SOURCES[page.section]
