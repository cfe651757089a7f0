"""The shell of every page: its menus, the breadcrumb, and what is at its bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.loading.handbook import Handbook
from macros.model import Layer, Record
from macros.model.sections import SOURCES
from macros.pages.page import Page
from macros.pages.views.menus import Entry, beside_record, beside_written, main_menu, section_entry


@dataclass(frozen=True)
class Shell:
    """What surrounds the content of one page.

    `around` are the sections of its layer, under `heading`. `beside` is the page that opens its section or
    folder, with the pages in it, where they are few.
    """

    menu: tuple[Entry, ...]
    heading: str
    around: tuple[Entry, ...]
    beside: Entry | None
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
    section = page.section if page else ""
    layer = _layer(handbook, section)
    around = (section_entry(handbook, name, source, section) for name in (layer.sections if layer else ()))
    beside = beside_record(handbook, source, section) if layer else None
    if not layer and source in written:
        beside = beside_written(written, source)
    return Shell(
        tuple(main_menu(handbook, source, section, layer)),
        layer.title if layer else "",
        tuple(around),
        beside,
        tuple(_crumbs(handbook, source, page, layer, beside)),
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


def _layer(handbook: Handbook, section: str) -> Layer | None:
    """Return the layer that a section belongs to."""
    return next((layer for layer in handbook.all(Layer) if section in layer.sections), None)


def _file(handbook: Handbook, source: str, page: Page | None, written: Mapping[str, str], docs: str) -> str:
    """Return the path of the file that a reader would change; an empty text for pages that no single file
    makes.
    """
    if page:
        return handbook.file(page.record) if page.record else ""
    return f"{docs}/{source}" if source in written else ""


def _crumbs(
    handbook: Handbook, source: str, page: Page | None, layer: Layer | None, beside: Entry | None
) -> Iterator[tuple[str, str]]:
    """Yield the way to the page: its layer and its section, or the home page and its folder."""
    titles = handbook.site.labels.pages
    section = page.section if page else ""
    opening = layer.sections[0] if layer else ""
    if not layer or source == SOURCES[opening]:
        yield handbook.site.labels.home, "index.md"
    elif opening != section:
        yield layer.title, SOURCES[opening]
    if page and section and source != SOURCES[section]:
        yield titles[section].title, SOURCES[section]
    elif beside and not layer and not beside.current:
        yield beside.title, beside.source
