"""One file: the pages of the built site one after another, with contents and links that work inside the file.

The site brings its own cover and contents (`book.html`); the order of the links there is the order of the book. Pages are
read as trees: their anchors get the name of their page in front, and their headings go down to their place in the whole.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from lxml import html

from macros.copies.trimming import Files, squeezed
from macros.publishing.exports import BOOK
from macros.publishing.policy import sealed

# What a page in a book has no use for: ways to other pages, and what needs a script.
LEFT_OUT = ("form", "script", "noscript", "link", "meta", "nav")
NAMING = ("id", "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls")
_INNER = re.compile(r"url\(#")


def one_file(site: Files) -> bytes:
    """The handbook as one HTML file that loads nothing."""
    return squeezed(sealed(as_text(book(site)))).encode()


def book(site: Files, only: Collection[str] | None = None, part: str = "") -> Any:
    """The handbook, or the pages named in `only`, as the tree of one page. `part` says on the cover what was chosen."""
    whole = html.document_fromstring(site[BOOK].decode())
    contents = whole.find(".//nav")
    order = [
        path
        for path in dict.fromkeys(link.get("href") for link in contents.iter("a"))
        if only is None or path in only
    ]
    deep = {link.get("href") for link in contents.iterfind(".//ol//ol//a")}
    _choose(contents, order)
    whole.find_class("cover__part")[0].text = part
    chosen, main = frozenset(order), whole.find(".//main")
    main.extend(_Page(path, chosen, 2 if path in deep else 1).article(site[path].decode()) for path in order)
    for link in contents.iter("a"):
        if link.get("href"):
            link.set("href", f"#{key(link.get('href'))}")
    return whole


def as_text(tree: Any) -> str:
    """A tree as the text of a page."""
    return html.tostring(tree, doctype="<!doctype html>", encoding="unicode")


def key(path: str) -> str:
    """The anchor of a page in the one file: `lessons/x.html` → `lessons--x`."""
    return path.removesuffix(".html").replace("/", "--")


@dataclass(frozen=True)
class _Page:
    """One page on its way into the book: where it stands on the site, which pages the book holds, and how many levels down its headings go."""

    path: str
    chosen: frozenset[str]
    down: int

    def article(self, page: str) -> Any:
        """The article of the page, with names and links of the book."""
        article = html.document_fromstring(page).find(".//article")
        for gone in list(article.iter(*LEFT_OUT)):
            gone.drop_tree()
        for element in article.iter("*"):
            self._settle(element)
        article.set("id", key(self.path))
        return article

    def _settle(self, element: Any) -> None:
        if re.fullmatch("h[1-6]", element.tag):
            element.tag = f"h{min(6, int(element.tag[1]) + self.down)}"
        elif element.tag == "details":
            element.set("open", "open")
        for name, value in element.items():
            if name in NAMING:
                element.set(name, " ".join(f"{key(self.path)}--{id}" for id in value.split()))
            elif "url(#" in value:
                element.set(name, _INNER.sub(f"url(#{key(self.path)}--", value))
        if address := element.attrib.pop("href", ""):
            element.attrib.update(self._link(address))

    def _link(self, address: str) -> dict[str, str]:
        """Where a link leads: inside the file, out to the web, or nowhere when the file does not hold the page."""
        if re.match(r"(https?|mailto):", address):
            return {"href": address}
        target, _, anchor = address.partition("#")
        page = (
            posixpath.normpath(posixpath.join(posixpath.dirname(self.path), target)) if target else self.path
        )
        return {"href": f"#{key(page)}{f'--{anchor}' if anchor else ''}"} if page in self.chosen else {}


def _choose(contents: Any, chosen: Collection[str]) -> None:
    """Leave in the contents what the book holds, and the headings over it."""
    for entry in reversed(list(contents.iter("li"))):
        link = entry.find("a")
        for empty in [inner for inner in entry.findall("ol") if len(inner) == 0]:
            empty.drop_tree()
        if link.get("href") not in chosen:
            if entry.find("ol") is None:
                entry.drop_tree()
            else:
                del link.attrib["href"]
