"""The surroundings of a page: what the skeleton of every page puts around its content."""

from __future__ import annotations

from typing import Any

from babel import Locale

from macros.loading.overlay import LOCAL
from macros.model import Record
from macros.pages.addresses import NOT_FOUND
from macros.pages.feeds import advertised
from macros.pages.handwritten import written
from macros.pages.record_pages import source_of
from macros.publishing.build import Build
from macros.publishing.headings_list import headings

SHARED = ("top", "footer")
OF_THE_PAGE = ("crumbs", "foot")


def page_context(build: Build, source: str, html: str = "") -> dict[str, Any]:
    """Return what the skeleton of every page is told of the page at `source`, whose content is `html`."""
    site = build.handbook.site
    return {
        "handbook": surroundings(build, source, html),
        "language": site.language,
        "labels": site.labels,
        "folders": build.page_folders,
    }


def surroundings(build: Build, source: str, html: str = "") -> dict[str, Any]:
    """Return what is around the page at `source`: finished parts, the word for its kind, and its feeds.

    `html` is its content, whose headings are listed beside it. The top and the footer are the same on many
    pages, so they know nothing of the page but its menus.
    """
    shell = build.shell(source)
    kinds = build.handbook.site.labels.kinds
    link = build.addresses.link
    render = build.renderer.render
    shared = build.renderer.shared
    moved_to = build.moved.get(source)
    return {
        "kind": kinds[shell.record.kind] if shell.record else "",
        "lang": _language(build, source, shell.record),
        "direction": Locale.parse(build.handbook.site.language, sep="-").text_direction,
        "margin": _margin(build, shell.record),
        "feeds": [(feed.title, link(feed.path, source)) for feed in advertised(build.renderer.feeds, source)],
        "moved_to": link(source_of(moved_to), source) if moved_to else "",
        "written": source in build.written,
        **{
            name: shared(
                f"shell/{name}.html", source, menu=shell.menu, around=shell.around, heading=shell.heading
            )
            for name in SHARED
        },
        **{name: render(f"shell/{name}.html", source, shell=shell) for name in OF_THE_PAGE},
        "side": build.renderer.render("shell/side.html", source, shell=shell, headings=headings(html)),
        "ways": build.renderer.render("ways.html", source) if source == NOT_FOUND else "",
    }


def _language(build: Build, source: str, record: Record | None) -> str:
    """Return the language of the page at `source`, where it comes from an original handbook in another
    language.
    """
    overlay = build.handbook.overlay
    if overlay is None or overlay.language == build.handbook.site.language:
        return ""
    if record:
        original = overlay.origin(record) == "original"
    else:
        docs = build.folders.docs
        file = written(docs).get(source)
        original = file is not None and not file.is_relative_to(docs / LOCAL)
    return overlay.language if original else ""


def _margin(build: Build, record: Record | None) -> str:
    """Return what is in the margin of a printed page: the edition, and the day to which the page is
    true.
    """
    edition = build.handbook.site.labels.edition.replace("{edition}", build.handbook.framework.edition)
    day = getattr(record, "reviewed", "") or build.as_of
    return f"{edition} · {build.renderer.words.when(day)}" if day else edition
