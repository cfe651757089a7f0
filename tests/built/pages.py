"""The built pages as data: parsed once, so that many tests can ask about all of them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement, HTMLParser, document_fromstring

ADDRESSES = ("href", "src", "action")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: its path from the root of the site, its parsed tree, its ids."""

    path: str
    tree: HtmlElement
    ids: frozenset[str]

    @property
    def text(self) -> str:
        """The words of the content, white space folded."""
        return text_of(next(self.tree.iter("main"), self.tree))


@cache
def pages(site: Path) -> dict[str, BuiltPage]:
    """Every HTML page of the site by path."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        tree = parsed(file.read_text(encoding="utf-8"))
        for template in tree.iter("template"):  # what stands there is on no page until a script puts it there
            del template[:]
            template.text = None
        path = file.relative_to(site).as_posix()
        found[path] = BuiltPage(path, tree, frozenset(tree.xpath("//@id")))
    return found


def parsed(html: str) -> HtmlElement:
    """The tree of a page, without its comments."""
    return document_fromstring(html, HTMLParser(remove_comments=True))


def select(tag: HtmlElement, css: str) -> list[HtmlElement]:
    """Every element inside `tag` that a selector of CSS fits, in the order of the page."""
    return [found for found in _selector(css)(tag) if found is not tag]


def first(tag: HtmlElement, css: str) -> HtmlElement | None:
    """The first of them, if there is one."""
    return next(iter(select(tag, css)), None)


@cache
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def text_of(tag: HtmlElement) -> str:
    """The words of an element as a reader sees them: elements apart, white space folded."""
    return " ".join(" ".join(tag.xpath(".//text()[not(parent::script or parent::style)]")).split())


def inner_links(page: BuiltPage) -> list[str]:
    """The targets of links, scripts, styles and pictures that stay on the site."""
    found = [tag.get(name) for tag in page.tree.iter("*") for name in ADDRESSES if name in tag.attrib]
    return [link for link in found if not urlsplit(link).scheme and tag_is_local(link)]


def tag_is_local(link: str) -> bool:
    """Whether a link has no host."""
    return not link.startswith("//")


def resolve(site: Path, page: BuiltPage, link: str) -> tuple[str, str]:
    """The file and the anchor that a link on a page leads to."""
    parts = urlsplit(link)
    if not parts.path:
        return page.path, unquote(parts.fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path)))
    if (site / target).is_dir():
        target = posixpath.normpath(f"{target}/index.html")
    return target, unquote(parts.fragment)
