"""The built pages as data: parsed once, so that many tests can ask about all of them."""

from __future__ import annotations

import gc
import posixpath
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file: its path from the root of the site, its parsed tree, its ids."""

    path: str
    tree: BeautifulSoup
    ids: frozenset[str]

    @property
    def text(self) -> str:
        """The words of the content, white space folded."""
        main = self.tree.find("main") or self.tree
        return " ".join(main.get_text(" ").split())


@cache
def pages(site: Path) -> dict[str, BuiltPage]:
    """Every HTML page of the site by path."""
    found = {}
    gc.disable()  # These millions of objects stay: to look through them again and again for what is left over takes as long as to read them.
    for file in sorted(site.rglob("*.html")):
        tree = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for template in tree.find_all("template"):
            template.clear()  # what stands there is on no page until a script puts it there
        path = file.relative_to(site).as_posix()
        found[path] = BuiltPage(path, tree, frozenset(tag["id"] for tag in tree.find_all(id=True)))
    gc.freeze()
    gc.enable()
    return found


def inner_links(page: BuiltPage) -> list[str]:
    """The targets of links, scripts, styles and pictures that stay on the site."""
    found = [
        tag[name]
        for tag in page.tree.find_all(True)
        for name in ("href", "src", "action")
        if tag.has_attr(name)
    ]
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
