"""The article of a generated page, finished without a site generator."""

from __future__ import annotations

import re

from macros.pages.page import Page
from macros.publishing.build import Build
from macros.publishing.generated_pages import GeneratedPages

TAB = 4
_BLANKS = re.compile(r"\n +(?=\n)")  # on a line of their own
# The id of a tag. Texts cannot look like one, because in them quotation marks are escaped.
_ID = re.compile(r'\sid="([^"<>]+)"')


def article(build: Build, page: Page) -> str:
    """Return the article of `page` as HTML, to the byte what Python-Markdown makes of it.

    Python-Markdown leaves finished HTML alone, but for tabs and for blanks on empty lines.
    """
    made = GeneratedPages(build.renderer, lambda: page.source).made(page.macro, *page.arguments)
    return _BLANKS.sub("\n", made.expandtabs(TAB)).strip()


def ids(html: str) -> set[str]:
    """Return the ids of all elements in an article: the anchors that links can lead to."""
    return set(_ID.findall(html))
