"""One file: the pages of the built site one after another, with contents and links that work inside the file.

The site brings its own cover and contents (`book.html`); the order of the links there is the order of the
book. Pages are read as trees: their anchors get the name of their page in front, and their headings go down
to their place in the book.
"""

from __future__ import annotations

import base64
import mimetypes
import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from lxml import html

from macros.copies.trimming import Files, squeezed
from macros.publishing.data_paths import BOOK
from macros.publishing.policy import POLICY, sealed

# What a page in a book has no use for: ways to other pages, and what needs a script.
LEFT_OUT = ("form", "script", "noscript", "link", "meta", "nav")
# Attributes that name an element by its id.
NAMING = ("id", "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls")
LOWEST_HEADING = 6

_HEADING = re.compile("h[1-6]")
_INNER_URL = re.compile(r"url\(#")
_OUTSIDE = re.compile(r"(https?|mailto):")


def one_file(site: Files) -> bytes:
    """Return the handbook as one HTML file that loads nothing, with its search inside."""
    tree = book(site)
    _take_in_scripts(tree, site)
    return squeezed(sealed(as_text(tree))).encode()


def book(site: Files, only: Collection[str] | None = None, part: str = "") -> Any:
    """Return the handbook, or the pages named in `only`, as the tree of one page. `part` is the title of the
    choice.
    """
    tree = html.document_fromstring(site[BOOK].decode())
    contents = tree.find(".//nav")
    addresses = dict.fromkeys(link.get("href") for link in contents.iter("a"))
    order = [address for address in addresses if only is None or address in only]
    inner = {link.get("href") for link in contents.iterfind(".//ol//ol//a")}
    _choose(contents, order)
    tree.find_class("cover__part")[0].text = part
    chosen = frozenset(order)
    main = tree.find(".//main")
    for path in order:
        page = _Page(path, chosen, levels=2 if path in inner else 1, site=site)
        main.append(page.article(site[path].decode()))
    for link in contents.iter("a"):
        if address := link.get("href"):
            link.set("href", f"#{key(address)}")
    return tree


def document(site: Files, path: str, title: str) -> Any:
    """Return the print page at `path` as the tree of one page, with a cover and its own contents.

    Raise KeyError where the site has no such page.
    """
    page = site[path].decode()
    tree = html.document_fromstring(site[BOOK].decode())
    contents = tree.find(".//nav")
    own = html.document_fromstring(page).find_class("contents")[0].find("ol")
    for link in own.iter("a"):
        link.set("href", f"#{key(path)}--{link.get('href').removeprefix('#')}")
    contents.replace(contents.find("ol"), own)
    tree.find_class("cover__part")[0].text = title
    tree.find(".//title").text = f"{title} · {tree.find('.//title').text}"
    article = _Page(path, frozenset({path}), levels=0, site=site).article(page)
    for intro in (article.find(".//header"), *article.find_class("print-page__intro")):
        intro.drop_tree()
    tree.find(".//main").append(article)
    return tree


def _take_in_scripts(tree: Any, site: Files) -> None:
    """Put each script that the book loads into it. Its policy goes, because it does not let them run."""
    for script in tree.iter("script"):
        text = site[script.attrib.pop("src")].decode()
        script.text = text.replace("</script", "<\\/script")  # as text in a script, it would end the script
    for policy in tree.findall(f".//meta[@http-equiv='{POLICY}']"):
        policy.drop_tree()


def as_text(tree: Any) -> str:
    """Return a tree as the text of a page."""
    text: str = html.tostring(tree, doctype="<!doctype html>", encoding="unicode")
    return text


def key(path: str) -> str:
    """Return the anchor of a page in the one file: `lessons/x.html` → `lessons--x`."""
    return path.removesuffix(".html").replace("/", "--")


@dataclass(frozen=True)
class _Page:
    """One page on its way into the book: its path, the pages of the book, how many `levels` its headings go
    down, and the site, for its pictures.
    """

    path: str
    chosen: frozenset[str]
    levels: int
    site: Files

    def article(self, page: str) -> Any:
        """Return the article of the page, with names and links of the book."""
        article = html.document_fromstring(page).find(".//article")
        for element in list(article.iter(*LEFT_OUT)):
            element.drop_tree()
        for element in article.iter("*"):
            self._settle(element)
        article.set("id", key(self.path))
        return article

    def _settle(self, element: Any) -> None:
        if _HEADING.fullmatch(element.tag):
            element.tag = f"h{min(LOWEST_HEADING, int(element.tag[1]) + self.levels)}"
        elif element.tag == "details":
            element.set("open", "open")
        for name, value in element.items():
            if name in NAMING:
                element.set(name, " ".join(f"{key(self.path)}--{anchor}" for anchor in value.split()))
            elif "url(#" in value:
                element.set(name, _INNER_URL.sub(f"url(#{key(self.path)}--", value))
        if address := element.attrib.pop("href", ""):
            element.attrib.update(self._link(address))
        if element.tag == "img":
            element.set("src", self._picture(element.get("src", "")))

    def _picture(self, address: str) -> str:
        """Return the picture as an address (RFC 2397), because one file has no other file beside it."""
        data = self.site.get(posixpath.normpath(posixpath.join(posixpath.dirname(self.path), address)))
        if data is None:
            return address
        kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"

    def _link(self, address: str) -> dict[str, str]:
        """Return where a link leads: inside the file, out to the web, or nowhere when the file does not hold
        the page.
        """
        if _OUTSIDE.match(address):
            return {"href": address}
        target, _, anchor = address.partition("#")
        beside = posixpath.join(posixpath.dirname(self.path), target)
        page = posixpath.normpath(beside) if target else self.path
        if page not in self.chosen:
            return {}
        return {"href": f"#{key(page)}--{anchor}" if anchor else f"#{key(page)}"}


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
