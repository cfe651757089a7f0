"""Menus: the main menu, the sections of a layer, the pages beside one, and lists of all sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Activity, Layer, Lesson, Record
from macros.model.sections import SECTIONS, SOURCES
from macros.pages.record_pages import source_of
from macros.pages.views.registry import view

# Sections whose records are few enough to list in a menu.
LISTED = 16


@dataclass(frozen=True)
class Entry:
    """One line of a menu, with the pages below it where a menu shows them."""

    title: str
    source: str
    current: bool
    inside: bool
    children: tuple[Entry, ...] = ()


def main_menu(handbook: Handbook, source: str, section: str, layer: Layer | None) -> Iterator[Entry]:
    """Yield the main menu, for the page at `source` in a section and a layer.

    The reader is inside the entry of the section, or else the first entry of the layer.
    """
    layers = {one.sections[0]: one for one in handbook.all(Layer)}
    names = handbook.framework.menu or tuple(layers)
    here = next((name for name in (section, *(layer.sections if layer else ())) if name in names), "")
    for name in names:
        title = section_title(handbook, name) if handbook.framework.menu else layers[name].title
        yield Entry(title, SOURCES[name], source == SOURCES[name], name == here)


def section_entry(handbook: Handbook, name: str, source: str = "", current: str = "") -> Entry:
    """Return the entry of the section `name`, for the page at `source` in the section `current`."""
    home = SOURCES[name]
    return Entry(section_title(handbook, name), home, source == home, name == current)


def section_title(handbook: Handbook, name: str) -> str:
    """Return the name of a section in menus."""
    label = handbook.site.labels.pages[name]
    return label.short or label.title


def beside_record(handbook: Handbook, source: str, section: str) -> Entry | None:
    """Return the page that opens a section, with its records; None where they are many, or none."""
    records = [record for cls in FOLDERS if cls.folder == section for record in handbook.all(cls)]
    if not 0 < len(records) <= LISTED:
        return None
    addresses = [(record.title, source_of(record)) for record in records]
    children = tuple(Entry(title, address, source == address, False) for title, address in addresses)
    return replace(section_entry(handbook, section, source, section), children=children)


def beside_written(written: Mapping[str, str], source: str) -> Entry | None:
    """Return the page that opens the folder of a hand-written page, with the pages in it."""
    folder, inside, _ = source.rpartition("/")
    homes = [home for home in (f"{folder}/index.md", f"{folder}.md") if inside and home in written]
    together = [other for other in written if inside and other.rpartition("/")[0] == folder]
    ordered = [*homes, *sorted(set(together) - set(homes), key=written.__getitem__)]
    entries = [Entry(written[other], other, other == source, False) for other in ordered]
    return replace(entries[0], children=tuple(entries[1:])) if entries else None


@view
def sitemap(handbook: Handbook) -> list[tuple[Layer, list[Entry]]]:
    """Return every layer with its sections, for the foot of the page."""
    return [
        (layer, [section_entry(handbook, name) for name in layer.sections]) for layer in handbook.all(Layer)
    ]


@view
def beside_layers(handbook: Handbook) -> list[Entry]:
    """Return the sections that no layer lists, so that a framework older than a section still leads to it."""
    listed = {name for layer in handbook.all(Layer) for name in layer.sections}
    return [section_entry(handbook, one.name) for one in SECTIONS if one.in_menu and one.name not in listed]


@view
def contents_by_layer(handbook: Handbook) -> list[tuple[Layer, list[tuple[Entry, int]]]]:
    """Return every layer with its sections, each with the number of its records; 0 for one without any."""
    records = {cls.folder: len(handbook.all(cls)) for cls in FOLDERS}
    return [
        (layer, [(entry, records.get(name, 0)) for name, entry in zip(layer.sections, entries, strict=True)])
        for layer, entries in sitemap(handbook)
    ]


@view
def main_ways(handbook: Handbook) -> list[tuple[Entry, str]]:
    """Return the entries of the main menu, each with what is there, for readers who are lost."""
    labels = handbook.site.labels.pages
    summaries = {source: labels[name].summary for name, source in SOURCES.items()}
    return [(entry, summaries[entry.source]) for entry in main_menu(handbook, "", "", None)]


@view
def contents(handbook: Handbook, flow: Flow) -> list[tuple[Entry, list[Any]]]:
    """Return every section in the order of a book, with its records: activities in the order of the work, and
    lessons by the activity where each counts most.
    """
    records: dict[str, Sequence[Record]] = {cls.folder: handbook.all(cls) for cls in FOLDERS}
    records[Activity.folder] = flow.order
    lessons = sorted(handbook.all(Lesson), key=lambda lesson: flow.place[lesson.activities[0]])
    records[Lesson.folder] = lessons
    return [
        (section_entry(handbook, name), [*records.get(name, ())])
        for layer in handbook.all(Layer)
        for name in layer.sections
    ]
