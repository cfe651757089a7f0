"""Addresses: where a page stands on the site, and how another page reaches it.

Links are relative, so that the site works under any path, and right both for folders with an index page
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
        """The address of a page or file from the root of the site, without a leading slash: `lessons/x.md` → `lessons/x/`."""
        path, mark, anchor = source.lstrip("/").partition("#")
        if path.endswith(".md"):
            stem = path.removesuffix(".md")
            if not self.directory:
                path = f"{stem}.html"
            elif posixpath.basename(stem) == "index":
                path = stem.removesuffix("index")
            else:
                path = f"{stem}/"
        return path + mark + anchor

    def link(self, source: str, here: str) -> str:
        """The address of `source` as a link on the page `here` (both paths under docs/)."""
        target, mark, anchor = self.of(source).partition("#")
        base = self.of(here.partition("#")[0])
        if target == base and mark:
            return mark + anchor
        folder = base if base.endswith("/") or not base else posixpath.dirname(base)
        relative = posixpath.relpath(target or ".", folder or ".")
        if target.endswith("/") or not target:
            relative = "./" if relative == "." else f"{relative}/"
        return relative + mark + anchor
