"""Build: everything that a site needs from one valid handbook, made once and handed to everything that writes
pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.checks.check import ValidHandbook
from macros.model import Record
from macros.pages.addresses import Addresses, home_of
from macros.pages.catalogue import pages, redirects
from macros.pages.contrast import Backgrounds, backgrounds
from macros.pages.page import Page
from macros.pages.record_pages import FIELDS, LIST_PARTS
from macros.pages.renderer import Renderer
from macros.pages.views.shell import Shell, as_of, shell
from macros.publishing.documents.shelf import Shelf
from macros.publishing.page_heading import heading_of
from macros.publishing.written_files import page_texts


@dataclass(frozen=True)
class Folders:
    """Where a project keeps its records (`content`), its hand-written pages (`docs`), and its templates and
    styles (`theme`).
    """

    content: Path
    docs: Path
    theme: Path

    @property
    def templates(self) -> Path:
        """The templates of pages."""
        return self.theme / "handbook"


@dataclass(frozen=True)
class Build:
    """One build of one handbook.

    `offline` is for a site that is read from a folder, without a server. `address` is where the builder
    publishes, for a handbook that does not say. `print_pages` says whether there are pages that gather
    everything about a record.
    """

    handbook: ValidHandbook
    folders: Folders
    addresses: Addresses
    offline: bool = False
    address: str = ""
    print_pages: bool = True

    @cached_property
    def renderer(self) -> Renderer:
        """The templates, ready to be filled."""
        return Renderer(
            self.handbook,
            self.folders.templates,
            self.addresses,
            self.folders.docs,
            offline=self.offline,
            home=self.home,
            shelf=self.shelf,
        )

    @cached_property
    def shelf(self) -> Shelf:
        """The files of products. A copy in a folder carries them all."""
        return Shelf(
            self.handbook,
            self.folders.templates,
            home_of(self.handbook.site.address or self.address),
            in_copy=self.offline,
        )

    @cached_property
    def home(self) -> str:
        """The address of the site, with a slash at its end; empty when nobody knows it, and for copies, which
        have none.
        """
        return "" if self.offline else home_of(self.handbook.site.address or self.address)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Generated pages by their path under docs/. Pages about fields need the page that leads to them, and
        copies in a folder have whole lists.
        """
        left_out = (
            *(() if self.print_pages else ("print/",)),
            *((LIST_PARTS,) if self.offline else ()),
            *(() if FIELDS in self.written else (FIELDS.removesuffix(".md"),)),
        )
        return {page.source: page for page in pages(self.handbook) if not page.source.startswith(left_out)}

    @cached_property
    def redirects(self) -> list[Page]:
        """Pages at the addresses that records had before."""
        return redirects(self.handbook)

    @cached_property
    def moved(self) -> dict[str, Record]:
        """The record to which readers are sent, by the path of the page that sends them."""
        return {page.source: page.moved_to for page in self.redirects if page.moved_to}

    @cached_property
    def written(self) -> dict[str, str]:
        """Hand-written pages by their path under docs/, with their headings."""
        texts = page_texts(self.folders.docs)
        headings = {source: heading_of(text.body) for source, text in sorted(texts.items())}
        return {source: heading for source, heading in headings.items() if heading}

    @cached_property
    def backgrounds(self) -> Backgrounds:
        """The colours that the theme puts under links."""
        return backgrounds(self.folders.theme)

    @cached_property
    def as_of(self) -> str:
        """The newest day on which anything was added or checked; empty when nothing says."""
        return as_of(self.handbook)

    @cached_property
    def page_folders(self) -> list[str]:
        """The folders of pages at the top of the site, by which a page can tell how deep it is shown."""
        return sorted({source.partition("/")[0] for source in (*self.pages, *self.written) if "/" in source})

    def shell(self, source: str) -> Shell:
        """Return what surrounds the page at `source`."""
        docs = self.folders.docs.name
        return shell(self.handbook, source, self.pages.get(source), self._beside_written, docs)

    @cached_property
    def _beside_written(self) -> dict[str, str]:
        """Hand-written pages, and the generated ones that are in a folder of them, with their headings."""
        homes = {
            source.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for source in self.written
        }
        generated = {
            page.source: page.title
            for page in self.pages.values()
            if page.source.rpartition("/")[0] + "/" in homes
        }
        return generated | self.written
