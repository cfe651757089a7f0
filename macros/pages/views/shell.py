"""The shell of every page: main menu, the pages around this one, breadcrumb, and what is at its bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Layer, Record
from macros.model.sections import SOURCES
from macros.pages.page import Page
from macros.pages.record_pages import source_of
from macros.pages.views.registry import view

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
    record: Record | None
    source: str
    title: str
    file: str


def shell(
    handbook: Handbook, source: str, page: Page | None, written: Mapping[str, str], docs: str = "docs"
) -> Shell:
    """Return the shell of the page at `source`.

    `page` is None for hand-written pages in the folder `docs`. `written` gives the headings of those, and of
    the pages that stand among them.
    """
    layer = _layer(handbook, page)
    around = _around(handbook, source, page, written)
    crumbs = list(_crumbs(handbook, layer, page))
    if around and not layer and not around[0].current:
        crumbs.append((around[0].title, around[0].source))
    return Shell(
        tuple(_menu(handbook, source, layer)),
        layer.title if layer else handbook.site.labels.this_handbook,
        around,
        tuple(crumbs),
        page.record if page else None,
        source,
        page.title if page else written.get(source, ""),
        _file(handbook, source, page, written, docs),
    )


def as_of(handbook: Handbook) -> str:
    """Return the newest day on which anything in the handbook was added or checked; an empty text when
    nothing says.

    It is never the day of the build, so that the same content gives the same pages.
    """
    days = (getattr(record, name, "") or "" for record in handbook for name in ("added", "reviewed"))
    return max(days, default="")


@view
def sitemap(handbook: Handbook) -> list[tuple[Layer, list[Entry]]]:
    """Return every layer with its sections, for the foot of the page."""
    return [
        (layer, [_section(handbook, name, "", "") for name in layer.sections])
        for layer in handbook.all(Layer)
    ]


@view
def contents(handbook: Handbook) -> list[tuple[Entry, list[Any]]]:
    """Return every section in the order of a book, with its records."""
    records = {cls.folder: handbook.all(cls) for cls in FOLDERS}
    return [
        (_section(handbook, name, "", ""), [*records.get(name, ())])
        for layer in handbook.all(Layer)
        for name in layer.sections
    ]


def _layer(handbook: Handbook, page: Page | None) -> Layer | None:
    """Return the layer that the section of `page` belongs to."""
    section = page.section if page else ""
    return next((layer for layer in handbook.all(Layer) if section in layer.sections), None)


def _menu(handbook: Handbook, source: str, here: Layer | None) -> Iterator[Entry]:
    for layer in handbook.all(Layer):
        home = SOURCES[layer.sections[0]]
        yield Entry(layer.title, home, source == home, layer is here)


def _around(
    handbook: Handbook, source: str, page: Page | None, written: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Return the sections of the same layer, or else the pages in the same folder."""
    layer = _layer(handbook, page)
    if layer and page:
        return tuple(_section(handbook, name, source, page.section) for name in layer.sections)
    return tuple(_beside(written, source)) if source in written else ()


def _file(handbook: Handbook, source: str, page: Page | None, written: Mapping[str, str], docs: str) -> str:
    """Return the path of the file that a reader would change; an empty text for pages that no single file
    makes.
    """
    if page:
        return handbook.file(page.record) if page.record else ""
    return f"{docs}/{source}" if source in written else ""


def _section(handbook: Handbook, name: str, source: str, current: str) -> Entry:
    """Return the entry of the section `name`, for the page at `source` in the section `current`."""
    home = SOURCES[name]
    title = handbook.site.labels.pages[name].title
    children = tuple(_records(handbook, name, source)) if name == current else ()
    return Entry(title, home, source == home, name == current, children)


def _records(handbook: Handbook, section: str, source: str) -> Iterator[Entry]:
    """Yield the records of a section, where they are few."""
    records = [record for cls in FOLDERS if cls.folder == section for record in handbook.all(cls)]
    for record in records if len(records) <= LISTED else ():
        address = source_of(record)
        yield Entry(record.title, address, source == address, False)


def _beside(written: Mapping[str, str], source: str) -> Iterator[Entry]:
    """Yield the pages in the same folder, the page that opens the folder first."""
    folder, inside, _ = source.rpartition("/")
    together = [other for other in written if other.rpartition("/")[0] == folder] if inside else []
    for other in sorted(together, key=lambda other: (not other.endswith("/index.md"), written[other])):
        yield Entry(written[other], other, other == source, False)


def _crumbs(handbook: Handbook, layer: Layer | None, page: Page | None) -> Iterator[tuple[str, str]]:
    yield handbook.site.labels.home, "index.md"
    if page is None:
        return
    if layer:
        first = layer.sections[0]
        if first != page.section and SOURCES[first] != page.source:
            yield layer.title, SOURCES[first]
    if page.record:
        yield handbook.site.labels.pages[page.section].title, SOURCES[page.section]
