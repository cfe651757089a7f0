"""Exports: the handbook as data, and the one stylesheet that comes from content."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from macros.loading.handbook import Handbook
from macros.loading.overlay import as_data
from macros.model import FOLDERS, Record, Term
from macros.pages.catalogue import source_of
from macros.pages.contrast import in_the_dark
from macros.publishing import form_data
from macros.publishing.data_schema import RENAMED, WHOLE
from macros.publishing.open_data import as_json, paths, site_files
from macros.publishing.policy import sealed
from macros.publishing.search_entries import scripts
from macros.sheets.template import template

if TYPE_CHECKING:
    from macros.publishing.build import Build

DATA = paths(WHOLE)[0]
TEMPLATE = "data/lessons-template.xlsx"
# The page that stands at the top of a copy in a folder.
START = "START-HERE.html"
# Cover and contents of the copies that are one file. The order of its links is the order of the book.
BOOK = "book.html"
COLOURS = ":root{{--accent:{accent};--accent-dark:{accent_dark}}}\n"


def exports(build: Build) -> dict[str, str | bytes]:
    """Files to add to the site, by path."""
    whole = data(build)
    here = {
        DATA: as_json(whole),
        TEMPLATE: template(build.report.handbook),
        "assets/colours.css": _colours(build),
        form_data.SCRIPT: form_data.script(build),
        **scripts(build),
    }
    return here | (_copies(build) if build.offline else site_files(whole, build.home) | _feeds(build))


def data(build: Build) -> dict[str, Any]:
    """The whole handbook under its own title: one list for each kind, every record with its id, fields, address, links and backlinks."""
    handbook = build.report.handbook
    lists = {cls.folder: [_record(build, r) for r in handbook.all(cls.kind)] for cls in FOLDERS}
    overlay = {"overlay": as_data(handbook.overlay)} if handbook.overlay else {}
    return {
        "title": handbook.site.title,
        "framework": _fields(handbook.framework),
        **overlay,
        "glossary": [_record(build, t) for t in handbook.all(Term)],
        **lists,
    }


def book_styles(build: Build) -> list[str]:
    """The stylesheets of a page that stands alone, as text."""
    return [_colours(build), (build.templates.parent / "assets/book.css").read_text(encoding="utf-8")]


def changes_page(build: Build, changes: Any) -> str:
    """What changed between two editions, as a page that stands alone."""
    return sealed(
        build.renderer.render("changes_page.html", "index.md", changes=changes, styles=book_styles(build))
    )


def _colours(build: Build) -> str:
    colours = build.report.handbook.site.colours
    return COLOURS.format(
        accent=colours.accent, accent_dark=colours.accent_dark or in_the_dark(colours.accent)
    )


def _feeds(build: Build) -> dict[str, str]:
    return {
        feed.path: build.renderer.render("feed.html", feed.path, feed=feed) for feed in build.renderer.feeds
    }


def _copies(build: Build) -> dict[str, str]:
    """What copies in a folder, in one file and on paper begin with."""
    book = build.renderer.render("book.html", "index.md", styles=book_styles(build), written=build.written)
    return {START: sealed(build.renderer.render("start_here.html", "index.md")), BOOK: sealed(book)}


def _record(build: Build, record: Record) -> dict[str, Any]:
    handbook = build.report.handbook
    return {
        "id": record.id,
        "kind": record.kind,
        "address": build.addresses.of(source_of(record)),
        "file": handbook.file(record),
        **_origin(handbook, record),
        **_fields(record, RENAMED),
        "links": _links(handbook, record, forward=True),
        **_backlinks(build, record),
    }


def _origin(handbook: Handbook, record: Record) -> dict[str, str]:
    """Where there is an overlay: whether the record is the original, added or replaced."""
    return {"origin": handbook.origin(record)} if handbook.overlay else {}


def _backlinks(build: Build, record: Record) -> dict[str, Any]:
    """What points to the record. Copies in a folder leave it out, because it takes room and follows from the links."""
    return {} if build.offline else {"backlinks": _links(build.report.handbook, record, forward=False)}


def _fields(record: Record, renamed: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """The fields as written; those whose name the export itself uses get another."""
    return {
        renamed.get(name, name): value
        for name, value in record.model_dump(mode="json", exclude={"id"}, exclude_none=True).items()
    }


def _links(handbook: Handbook, record: Record, *, forward: bool) -> list[dict[str, str]]:
    found = [
        (link.field, link.target if forward else link.origin)
        for link in (handbook.links_of if forward else handbook.links_to)(record)
    ]
    return [
        {"field": field, "kind": kind, "id": id}
        for field, kind, id in dict.fromkeys((f, o.kind, o.id) for f, o in found)
    ]
