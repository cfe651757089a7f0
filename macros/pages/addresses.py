"""Addresses: where a page is on the site, and how another page links to it.

Links are relative, so that the site works under any path. They are right both for folders with an index page
(`lessons/x/`, online) and for flat files (`lessons/x.html`, offline).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True)
class Addresses:
    """Turns the path of a page under docs/ into addresses. `directory` is MkDocs's `use_directory_urls`."""

    directory: bool = True

    def of(self, source: str) -> str:
        """Return the address of a page or file from the root of the site, as in `lessons/x.md` →
        `lessons/x/`.
        """
        path, mark, anchor = source.lstrip("/").partition("#")
        if path.endswith(".md"):
            path = self._page(path.removesuffix(".md"))
        return path + mark + anchor

    def link(self, source: str, here: str) -> str:
        """Return the address of `source` as a link on the page `here` (both paths under docs/)."""
        target, mark, anchor = self.of(source).partition("#")
        base = self.of(here.partition("#")[0])
        if target == base and mark:
            return mark + anchor
        folder = base if base.endswith("/") or not base else posixpath.dirname(base)
        relative = posixpath.relpath(target or ".", folder or ".")
        if target.endswith("/") or not target:
            relative = "./" if relative == "." else f"{relative}/"
        return relative + mark + anchor

    def _page(self, stem: str) -> str:
        if not self.directory:
            return f"{stem}.html"
        if posixpath.basename(stem) == "index":
            return stem.removesuffix("index")
        return f"{stem}/"
