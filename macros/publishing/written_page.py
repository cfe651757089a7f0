"""Hand-written pages as HTML, made without a site generator: their macros are called, and their links lead to
the addresses of the site.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.publishing.build import Build
from macros.publishing.page_environment import PageEnvironment
from macros.publishing.page_macros import Macros
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.page_text import PageText

# Python-Markdown puts raw HTML back after these processors, and MkDocs too leaves the links in it alone.
AFTER_OTHERS = 0
LEADS = {"a": "href", "area": "href", "img": "src"}
_FIRST = re.compile(r"<(h1)\b[^<>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


class WrittenPage(NamedTuple):
    """One page: what its settings say, the words of its first heading, and its article."""

    settings: dict[str, Any]
    title: str
    html: str


class WrittenPages:
    """The hand-written pages of one build, by their paths under docs/. `markdown` is how they are read."""

    def __init__(self, build: Build, markdown: PageMarkdown, texts: Mapping[str, PageText]) -> None:
        self._build = build
        self._texts = texts
        self._here = ""
        self._macros = PageEnvironment(Macros(build.renderer, lambda: self._here).table())
        ours = markdown.with_ours
        links = _Links(lambda target: self._link(target))
        self._markdown = PageMarkdown([*ours.extensions, links], ours.settings).reader()

    def page(self, source: str) -> WrittenPage:
        """Return the finished page at `source`."""
        self._here = source
        text = self._texts[source]
        body = self._macros.from_string(text.body).render() if text.calls_macros else text.body
        html = self._markdown.reset().convert(body.strip())
        first = _FIRST.search(html)
        title = " ".join(unescape(_TAG.sub("", first[2])).split()) if first else ""
        return WrittenPage(dict(text.settings), title, html)

    def _link(self, target: str) -> str:
        """Return a link to a file of docs/ as the page that is being made has it; other links as they are."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path:
            return target
        path = unquote(parts.path)
        folder = "" if path.startswith("/") else posixpath.dirname(self._here)
        source = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        address = self._build.addresses.link(source, self._here)
        return urlunsplit(("", "", address, parts.query, parts.fragment))


class _Links(Extension):  # type: ignore[misc] # Python-Markdown has no types of its own
    def __init__(self, link: Any) -> None:
        super().__init__()
        self._link = link

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        md.treeprocessors.register(_Leads(md, self._link), "leads", AFTER_OTHERS)


class _Leads(Treeprocessor):  # type: ignore[misc] # Python-Markdown has no types of its own
    def __init__(self, md: Markdown, link: Any) -> None:
        super().__init__(md)
        self._link = link

    def run(self, root: Element) -> None:
        for element, name in _leads(root):
            if target := element.get(name):
                element.set(name, self._link(target))


def _leads(root: Element) -> Iterator[tuple[Element, str]]:
    for element in root.iter():
        if element.tag in LEADS:
            yield element, LEADS[element.tag]
