"""Which pages exist.

The list is data. `macros.generator.hooks` hands it to MkDocs as generated files; `handbook pages --to DIR`
writes it to disk for another generator.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.authoring.field_reference import in_words
from macros.loading.handbook import Handbook
from macros.loading.overlay import LeftOut
from macros.model import FOLDER_OF, FOLDERS, LOCAL_FILES, PAGES_OF, Phase
from macros.model.base import Filed
from macros.model.sections import SECTIONS
from macros.pages.handwritten import written
from macros.pages.page import Page
from macros.pages.record_pages import PRINTED, fields_source, gate_source, print_source, source_of
from macros.pages.views.long_lists import LISTS, parts_of


def pages(handbook: Handbook) -> list[Page]:
    """Return every generated page of `handbook`, in a stable order."""
    return [
        *_section_pages(handbook),
        *_record_pages(handbook),
        *_field_pages(handbook),
        *_gate_pages(handbook),
        *_list_pages(handbook),
        *_print_pages(handbook),
    ]


def redirects(handbook: Handbook) -> list[Page]:
    """Return a page for each id that a record had before, and for each record that is left out.

    The first sends its readers on, and the second says so.
    """
    left_out = [
        _left_out_page(left, kind, address)
        for (kind, _), left in handbook.hidden.items()
        for address in (left.record.id, *left.record.formerly)
    ]
    moved = [
        _moved_page(record, former)
        for cls in FOLDERS
        for record in handbook.all(cls)
        for former in record.formerly
    ]
    return left_out + moved


def page_sources(handbook: Handbook, docs: Path) -> dict[str, str]:
    """Return the path of every page with its title, or with an empty text where it is hand-written."""
    return dict.fromkeys(written(docs), "") | {page.source: page.title for page in pages(handbook)}


def _section_pages(handbook: Handbook) -> Iterator[Page]:
    for section in SECTIONS:
        label = handbook.site.labels.pages[section.name]
        yield Page(
            section.source,
            label.title,
            label.summary,
            f"{section.name}_index",
            section=section.name,
        )


def _record_pages(handbook: Handbook) -> Iterator[Page]:
    for cls in FOLDERS:
        for record in handbook.all(cls):
            yield Page(
                source_of(record),
                record.title,
                record.summary,
                f"{cls.kind}_page",
                (record.id,),
                record,
                cls.folder,
            )


def _field_pages(handbook: Handbook) -> Iterator[Page]:
    """Yield a page for each kind of file, which explains its fields."""
    title = handbook.site.labels.fields_of
    for cls in LOCAL_FILES:
        meaning = (cls.__doc__ or "").strip().partition("\n")[0]
        yield Page(
            fields_source(cls.kind),
            title.replace("{kind}", in_words(cls.__name__)),
            meaning,
            "fields_page",
            (cls.kind,),
        )


def _gate_pages(handbook: Handbook) -> Iterator[Page]:
    words = handbook.site.labels.gates
    for phase in handbook.all(Phase):
        yield Page(
            gate_source(phase),
            words.title.replace("{phase}", phase.title),
            words.about.replace("{phase}", phase.title),
            "gate_page",
            (phase.id,),
            section="gates",
        )


def _list_pages(handbook: Handbook) -> Iterator[Page]:
    """Yield the pages that hold the rest of each long list."""
    words = handbook.site.labels
    for section in LISTS:
        label = words.pages[section]
        for part in parts_of(handbook, section):
            title = words.list_part.replace("{list}", label.title).replace("{group}", part.title)
            arguments = (section, part.group.id, str(part.number))
            yield Page(part.source, title, label.summary, "list_part_page", arguments, section=section)


def _print_pages(handbook: Handbook) -> Iterator[Page]:
    title = handbook.site.labels.print_title
    for kind in PRINTED:
        for record in handbook.all(kind):
            yield Page(
                print_source(record),
                title.replace("{title}", record.title),
                record.summary or record.title,
                "print_page",
                (kind, record.id),
            )


def _left_out_page(left: LeftOut, kind: str, address: str) -> Page:
    return Page(
        f"{PAGES_OF[kind]}/{address}.md",
        left.record.title,
        left.why,
        "left_out",
        (kind, left.record.id),
        section=FOLDER_OF[kind],
    )


def _moved_page(record: Filed, former: str) -> Page:
    return Page(
        f"{PAGES_OF[record.kind]}/{former}.md",
        record.title,
        record.summary,
        "moved",
        (record.kind, record.id),
        section=record.folder,
        moved_to=record,
    )
