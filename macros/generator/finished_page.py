"""Pages that come finished into MkDocs.

MkDocs would read the front matter of a generated page, let the macros plugin compile a template for its one
call, and send the finished HTML through Python-Markdown, which changes nothing. That is most of a build. So
such a page gives MkDocs what it would have read. With the setting `plain` it does not, and the site is the
same: tests/built/test_plain.py compares every file.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from macros.generator.spool import Spool, Spooled
from macros.pages.page import Page as Generated
from macros.publishing.article import article, ids
from macros.publishing.build import Build


class FinishedPage(Page):
    """One generated page of `build`. Its article waits in `spool` until the page is written."""

    def __init__(self, build: Build, generated: Generated, config: MkDocsConfig, spool: Spool) -> None:
        self._spool = spool
        self._spooled: Spooled | None = None
        file = File.generated(config, generated.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        super().__init__(None, file, config)
        self._build = build
        self._generated = generated
        self._article: str | None = None

    def read_source(self, config: MkDocsConfig) -> None:
        """Make the article. If that fails while serving, leave the page to the macros plugin, which shows why
        in its place. A build stops, and says where.
        """
        try:
            self._article = article(self._build, self._generated)
        except Exception:
            if not config.extra.get("serving"):
                raise
            self.markdown, self.meta = meta.get_data(self._generated.markdown)
            return
        self.markdown = ""
        self.meta = self._generated.meta | {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand the article over, with the anchors that MkDocs checks links against."""
        if self._article is None:
            super().render(config, files)
            return
        self.present_anchor_ids = ids(self._article)

    @property
    def content(self) -> str | None:
        """The article, once it is made. It waits in the spool as soon as MkDocs has set it for good."""
        return self._spool.text(self._spooled) if self._spooled else self._article

    @content.setter
    def content(self, html: str | None) -> None:
        self._article = None
        self._spooled = self._spool.keep(html) if html is not None else None
