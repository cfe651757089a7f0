"""Addresses: where a page is on the site, and how another page links to it.

Links are relative, so that the site works under any path. They are right both for folders with an index page
(`lessons/x/`, online) and for flat files (`lessons/x.html`, offline).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

# The page that servers show at any address that does not exist.
NOT_FOUND = "404.html"


def home_of(address: str | None) -> str:
    """Return the address of a site with a slash at its end; an empty text where nobody knows it."""
    return address.rstrip("/") + "/" if address else ""


def root_of(address: str) -> str:
    """Return where the site at `address` begins on its server, as in `https://x.org/a` → `/a/`."""
    return f"{urlsplit(address).path.rstrip('/')}/"


@dataclass(frozen=True)
class Addresses:
    """Turns the path of a page under docs/ into addresses. `directory` is MkDocs's `use_directory_urls`.

    `root` is where the site begins on its server, such as `/handbook/`, where that is known. The links of the
    page for missing addresses start there, because it is shown at any depth.
    """

    directory: bool = True
    root: str = ""

    def of(self, source: str) -> str:
        """Return the address of a page or file from the root of the site, as in `lessons/x.md` →
        `lessons/x/`.
        """
        return _address(source, self.directory)

    def link(self, source: str, here: str) -> str:
        """Return the address of `source` as a link on the page `here` (both paths under docs/)."""
        if here == NOT_FOUND and self.root:
            return self.root + self.of(source)
        target, mark, anchor = self.of(source).partition("#")
        base = self.of(here.partition("#")[0])
        if target == base and mark:
            return mark + anchor
        folder = base if base.endswith("/") or not base else posixpath.dirname(base)
        return _relative(target, folder) + mark + anchor


@cache  # as many as the site has pages, files and places that something links to
def _address(source: str, directory: bool) -> str:
    path, mark, anchor = source.lstrip("/").partition("#")
    if path.endswith(".md"):
        path = _page(path.removesuffix(".md"), directory)
    return path + mark + anchor


def _page(stem: str, directory: bool) -> str:
    if not directory:
        return f"{stem}.html"
    if posixpath.basename(stem) == "index":
        return stem.removesuffix("index")
    return f"{stem}/"


def _relative(target: str, folder: str) -> str:
    """Return the way from `folder` to `target`, both from the root of the site; as `posixpath.relpath`, which
    asks the system for the working folder at each call.
    """
    steps = _steps(target)
    here = _steps(folder)
    shared = 0
    for step, other in zip(steps, here, strict=False):
        if step != other:
            break
        shared += 1
    way = "/".join([*[".."] * (len(here) - shared), *steps[shared:]]) or "."
    return f"{way}/" if target.endswith("/") or not target else way


@cache  # as many as the site has pages and files
def _steps(path: str) -> list[str]:
    return [step for step in posixpath.normpath(path).split("/") if step != "."]
