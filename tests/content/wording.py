"""Wording: every text of the handbook that people read, with its place.

Left out are names as their owners publish them: the title, publisher and number of a source, the title of a public
example of a product, and what other frameworks call their activities. So are ids, and the words that readers may search for in their own spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.loading.handbook import Handbook
from macros.model.references import references, texts
from macros.pages.prose import blocks

ROOT = Path(__file__).parents[2]
PUBLISHED = {
    "source": {"title", "publisher", "reference", "reported_by"},
    "crosswalk": {"title", "publisher", "edition", "licence", "entries"},
}
EXAMPLE = ("links", "title")  # of a product, whose examples are other people's documents
LEFT_OUT = {"id", "formerly", "language", "also", "theirs", "amount", "type"}
MISTAKES = {"docs/contribute/refused.md"}  # a page that shows mistakes, and is made by a test of its own
CODE = re.compile(r"`[^`]*`|\{\{.*?\}\}|\A---\n.*?\n---\n", re.S)


def wording(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the place and the plain words of every paragraph, heading and point of the handbook."""
    for place, text in _records(handbook):
        yield from ((place, block) for block in blocks(CODE.sub(" ", text)))
    yield from plain_pages()


def plain_pages() -> Iterator[tuple[str, str]]:
    """Yield the place and the plain words of every paragraph, heading and point of the hand-written pages."""
    for place, text in _pages():
        yield from ((place, block) for block in blocks(CODE.sub(" ", text)))


def _records(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for record in handbook:
        ids = {reference.path for reference in references(record)}
        for path, text in texts(record):
            published = path[0] in PUBLISHED.get(record.kind, ()) or (path[0], path[-1]) == EXAMPLE
            if path not in ids and not LEFT_OUT & set(path) and not published:
                yield str(handbook.place(record, path)), text


def _pages() -> Iterator[tuple[str, str]]:
    for page in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]):
        if (place := page.relative_to(ROOT).as_posix()) not in MISTAKES:
            yield place, page.read_text("utf-8").replace("![", "[")  # the mark of a picture is no word
