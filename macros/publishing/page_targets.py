"""What links in hand-written pages can lead to, and what is wrong with one that does not."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from macros.loading.overlay import LOCAL
from macros.model.address import MISLEADING, mail_address_wrong, web_address_wrong, words_mislead
from macros.pages.addresses import Addresses
from macros.publishing.page_parts import Link
from macros.similarity import suggest

NOT_LOADED = "Put the file into docs/, or link to it in words."
UNUSED = "fnref:"  # the place to which a footnote leads back
Wrong = tuple[str, str]  # what is wrong, and what to do
ALLOWED = ("http", "https", "mailto", "tel", "data")  # others are refused; `data` is judged with the pictures
NO_ADDRESS = "Link to a page as x.md, to a file by its path in docs/, or to a web address."


@dataclass(frozen=True)
class Targets:
    """Every page and file of the site by its path under docs/, and the anchors of a page; None where they are
    not known.

    `unsure` are the endings of files of which nobody can tell whether they will be there. `late` are files
    that are made when all pages are: only an address in HTML may lead to them.
    """

    sources: Collection[str]
    anchors: Callable[[str], Collection[str] | None]
    unsure: Collection[str] = ()
    late: Collection[str] = ()

    def wrong(self, here: str, link: Link) -> Wrong | None:
        """Return what is wrong with a link on the page `here`; None when it is good."""
        target = link.target
        if not target:
            return "this link has no address.", NO_ADDRESS
        try:
            parts = urlsplit(target)
        except ValueError:
            return f"“{target}” cannot be read as an address.", NO_ADDRESS
        if link.is_loaded and (parts.netloc or parts.scheme in ("http", "https")):
            return f"“{target}” is on another site, and pages load only what is on this one.", NOT_LOADED
        if parts.scheme or parts.netloc:
            return _outside(target, parts) or _misleading(link)
        if not parts.path:
            return self._anchor("this page", here, parts.fragment)
        if not link.is_markdown:
            return self._html(here, target)
        return self._inside(here, target, parts)

    def _inside(self, here: str, target: str, parts: SplitResult) -> Wrong | None:
        source = _joined(here, unquote(parts.path))
        if source not in self.sources:
            if source.endswith(tuple(self.unsure)):
                return None
            if source in self.late:
                return f"“{target}” is made after all pages, so no link can lead to it.", "Take the link out."
            return f"“{target}” leads to no page and no file.", self._hint(here, source)
        return self._anchor(f"the page “{source}”", source, parts.fragment)

    def _anchor(self, page: str, source: str, anchor: str) -> Wrong | None:
        anchors = self.anchors(source) if anchor else None
        if anchor.startswith(UNUSED) and anchors is not None and anchor not in anchors:
            note = f"[^{anchor.removeprefix(UNUSED)}]"
            return f"nothing on this page refers to the note {note}.", f"Write {note} where the note belongs."
        if anchors is None or anchor in anchors:
            return None
        near = suggest(anchor, anchors) or "Take the anchor from a heading of that page."
        return f"{page} has no place called “{anchor}”.", near

    def _html(self, here: str, target: str) -> Wrong | None:
        """Judge an address in HTML, which browsers read from where the page is published."""
        page = f"/{Addresses().of(here)}"
        wanted = unquote(urlsplit(urljoin(page, target)).path).lstrip("/")
        if wanted in self._addresses or wanted.endswith(tuple(self.unsure)):
            return None
        hint = f"Write it as Markdown: [words](x.md) for a page, ![words](x.png) for a picture. {NO_ADDRESS}"
        return f"“{target}” in this HTML leads to no page and no file.", hint

    @cached_property
    def _addresses(self) -> Collection[str]:
        """Every address of the site."""
        addresses = Addresses()
        return {addresses.of(source) for source in (*self.sources, *self.late)}

    def _hint(self, here: str, source: str) -> str:
        """Return how to reach what was probably meant."""
        folder = posixpath.dirname(here) or "."
        for other in (f"{LOCAL}/{source}", f"{source}.md", posixpath.join(source, "index.md")):
            if posixpath.normpath(other) in self.sources:
                return f"Write {posixpath.relpath(posixpath.normpath(other), folder)}."
        return suggest(source, self.sources) or NO_ADDRESS


def _joined(here: str, path: str) -> str:
    """Return the path under docs/ that a link with this path on the page `here` means, as MkDocs joins it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), path).lstrip("/"))


def _misleading(link: Link) -> Wrong | None:
    """Return what is wrong with a link whose words show another address."""
    is_link = link.target.lower().startswith(("http:", "https:", "mailto:"))
    wrong = words_mislead(link.words, link.target) if is_link else ""
    return (f"“{link.target}”: {wrong}.", MISLEADING) if wrong else None


def _outside(target: str, parts: SplitResult) -> Wrong | None:
    if parts.scheme in ("http", "https"):
        wrong = web_address_wrong(target)
        return (f"“{target}”: {wrong}.", "Write the address as the browser shows it.") if wrong else None
    if parts.scheme == "mailto":
        wrong = mail_address_wrong(unquote(parts.path)) or (
            "it holds more than an address" if parts.query else ""
        )
        return (f"“{target}”: {wrong}.", "Write mailto: and one address.") if wrong else None
    if parts.scheme in ALLOWED:
        return None
    return f"the address “{target}” is not allowed here.", NO_ADDRESS
