"""The surroundings of a page: what the skeleton of every page puts around its content."""

from __future__ import annotations

from typing import Any

from macros.loading.overlay import LOCAL
from macros.model import Record
from macros.pages.feeds import advertised
from macros.pages.handwritten import written
from macros.pages.record_pages import source_of
from macros.publishing.build import Build

SHARED = ("top", "footer")
OF_THE_PAGE = ("crumbs", "side", "foot")


def surroundings(build: Build, source: str) -> dict[str, Any]:
    """Return what is around the page at `source`: finished parts, the word for its kind, and its
    feeds.

    The top and the footer are the same on many pages, so they know nothing of the page but its menu.
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
        "margin": _margin(build, shell.record),
        "feeds": [(feed.title, link(feed.path, source)) for feed in advertised(build.renderer.feeds, source)],
        "moved_to": link(source_of(moved_to), source) if moved_to else "",
        **{name: shared(f"shell/{name}.html", source, menu=shell.menu) for name in SHARED},
        **{name: render(f"shell/{name}.html", source, shell=shell) for name in OF_THE_PAGE},
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
