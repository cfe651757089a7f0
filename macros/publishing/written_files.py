"""The files of `docs/` as a site publishes them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.loading.unreadable import Unreadable
from macros.loading.utf8 import decoded
from macros.pages.handwritten import MAX_PAGE_BYTES, NOTES, is_file, is_published, written
from macros.publishing.page_text import PageText, page_shown, page_text


def page_texts(docs: Path) -> Mapping[str, PageText]:
    """Return every hand-written page that can be read, by its path under docs/."""
    texts: dict[str, PageText] = {}
    for source, file in written(docs).items():
        try:
            if file.stat().st_size <= MAX_PAGE_BYTES:
                text = decoded(file.read_bytes(), MAX_PAGE_BYTES)
                texts[source] = page_text(source, page_shown(docs, file), text)
        except (OSError, Unreadable):  # a rule names it
            continue
    return texts


def files_in(docs: Path) -> Mapping[str, str]:
    """Return every file that is published, by its path under docs/, with the path of the page where it is
    one.
    """
    sources = {file: source for source, file in written(docs).items()}
    return {
        file.relative_to(docs).as_posix(): sources.get(file, file.relative_to(docs).as_posix())
        for file in sorted(docs.rglob("*"))
        if is_file(file)
        and is_published(file.relative_to(docs).as_posix())
        and not _is_replaced(file, sources)
    }


def _is_replaced(file: Path, sources: Mapping[Path, str]) -> bool:
    """Return whether a page is no page of the site: notes, or one that a local page replaces."""
    return (file.suffix == ".md" and file not in sources) or file.name == NOTES
