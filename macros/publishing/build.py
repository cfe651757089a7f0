"""Build: everything that a site needs from one content folder, made once and handed to whoever writes pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.checks.check import Report, check
from macros.loading.overlay import LOCAL
from macros.model import Record
from macros.pages.addresses import Addresses
from macros.pages.catalogue import Page, pages, redirects, source_of
from macros.pages.feeds import advertised
from macros.pages.handwritten import written
from macros.pages.renderer import Renderer
from macros.pages.views.shell import Shell, as_of, shell


@dataclass(frozen=True)
class Build:
    """One build: where content, hand-written pages and templates are, how addresses look, the files of the theme
    whose names change with its releases, whether the site is to be read from a folder, without a server, and the address that
    whoever builds knows, for content that says none.
    """

    content: Path
    docs: Path
    templates: Path
    addresses: Addresses
    theme_files: Mapping[str, str] = field(default_factory=dict)
    offline: bool = False
    address: str = ""

    @cached_property
    def report(self) -> Report:
        """What is wrong with the content. Nothing else may be asked for when it has errors."""
        return check(self.content, self.docs)

    @cached_property
    def renderer(self) -> Renderer:
        return Renderer(
            self.report.handbook,
            self.templates,
            self.addresses,
            self.theme_files,
            self.docs,
            offline=self.offline,
            home=self.home,
        )

    @cached_property
    def home(self) -> str:
        """The address of the site, with a slash at its end; empty when nobody knows it, and for copies, which have none."""
        known = "" if self.offline else self.report.handbook.site.address or self.address
        return known and known.rstrip("/") + "/"

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Generated pages by their path under docs/. Copies in a folder leave out print pages: they have one file and a PDF for that."""
        return {
            page.source: page
            for page in pages(self.report.handbook)
            if not (self.offline and page.source.startswith("print/"))
        }

    @cached_property
    def redirects(self) -> list[Page]:
        """Pages at the addresses that records had before."""
        return redirects(self.report.handbook)

    @cached_property
    def written(self) -> dict[str, str]:
        """Hand-written pages by their path under docs/, with their headings."""
        pages = {
            source: file.read_text(encoding="utf-8") for source, file in sorted(written(self.docs).items())
        }
        return {
            source: found[1]
            for source, text in pages.items()
            if (found := re.search(r"^# (.+)$", text, re.MULTILINE))
        }

    @property
    def folders(self) -> list[str]:
        """The folders of pages at the top of the site, by which a page can tell how deep it is shown."""
        return sorted({source.partition("/")[0] for source in {*self.pages, *self.written} if "/" in source})

    def shell(self, source: str) -> Shell:
        """What surrounds the page at `source`."""
        return shell(self.report.handbook, source, self.pages.get(source), self._together, self.docs.name)

    def _language(self, source: str, record: Record | None) -> str:
        """The language of what the page at `source` holds, where that comes from the handbook that is followed and is in another language."""
        overlay = self.report.handbook.overlay
        if overlay is None or overlay.language == self.report.handbook.site.language:
            return ""
        file = written(self.docs).get(source)
        theirs = (
            overlay.origin(record) == "original"
            if record
            else file and not file.is_relative_to(self.docs / LOCAL)
        )
        return overlay.language if theirs else ""

    def around(self, source: str) -> dict[str, Any]:
        """The finished parts of the page around its content (top, breadcrumb, side, foot), the word for its kind, and its feeds."""
        around = self.shell(source)
        kinds = self.report.handbook.site.labels.kinds
        kind = kinds[around.record.kind] if around.record else ""
        feeds = [
            (feed.title, self.addresses.link(feed.path, source))
            for feed in advertised(self.renderer.feeds, source)
        ]
        moved_to = next((page.moved_to for page in self.redirects if page.source == source), None)
        said = {
            "kind": kind,
            "lang": self._language(source, around.record),
            "margin": self._margin(around.record),
            "feeds": feeds,
            "moved_to": self.addresses.link(source_of(moved_to), source) if moved_to else "",
        }
        return said | {
            name: self.renderer.render(f"shell/{name}.html", source, shell=around)
            for name in ("top", "crumbs", "side", "foot", "footer")
        }

    @cached_property
    def _together(self) -> dict[str, str]:
        """Hand-written pages, and the generated ones that stand in a folder of them, with their headings."""
        homes = {source.removesuffix("index.md") for source in self.written if source.endswith("/index.md")}
        return {
            page.source: page.title
            for page in self.pages.values()
            if page.source.rpartition("/")[0] + "/" in homes
        } | self.written

    def _margin(self, record: Any) -> str:
        """What stands beside the title in the margin of a printed page: the edition, and the date to which the page is true."""
        edition = self.report.handbook.site.labels.edition.replace(
            "{edition}", self.report.handbook.framework.edition
        )
        checked = getattr(record, "reviewed", "") or self._newest
        return f"{edition} · {self.renderer.words.when(checked)}" if checked else edition

    @cached_property
    def _newest(self) -> str:
        return as_of(self.report.handbook)
