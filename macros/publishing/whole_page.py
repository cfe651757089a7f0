"""Whole pages, from their first line to their last, made without a site generator.

Any generator can carry them. They are to the byte the pages that MkDocs makes with `overrides/base.html`:
a test compares them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros.pages.addresses import NOT_FOUND
from macros.pages.page import inert_settings
from macros.publishing.article import article
from macros.publishing.build import Build
from macros.publishing.folded_sections import folded
from macros.publishing.narrow_tables import with_labels
from macros.publishing.policy import sealed
from macros.publishing.surroundings import page_context
from macros.publishing.written_page import WrittenPages

HOME = "index.md"
OUTSIDE = ("https://", "http://", "//")


@dataclass(frozen=True)
class Extras:
    """What the settings of the site add to every page: stylesheets, and scripts with their other attributes.

    Each has its path from the root of the site, or its address.
    """

    styles: tuple[str, ...] = ()
    scripts: tuple[tuple[str, str], ...] = ()


class WholePages:
    """Every page of one build. `written` makes the hand-written ones."""

    def __init__(self, build: Build, written: WrittenPages, extras: Extras) -> None:
        self._build = build
        self._written = written
        site = build.handbook.site
        self._config = SimpleNamespace(
            site_name=site.title,
            site_description=site.summary,
            theme=SimpleNamespace(language=site.language.partition("-")[0]),
            extra_css=extras.styles,
            extra_javascript=extras.scripts,
        )
        self._env = Environment(loader=FileSystemLoader(build.folders.theme))
        self._env.filters |= {"url": self._url, "script_tag": self._script}

    def all(self) -> Iterator[tuple[str, str]]:
        """Yield the path of every page under docs/, and the page; last the one for missing addresses."""
        build = self._build
        for page in (*build.pages.values(), *build.redirects):
            yield page.source, self._page(page.source, page.meta, "", article(build, page))
        for source in build.written:
            written = self._written.page(source)
            yield source, self._page(source, inert_settings(written.settings), written.title, written.html)
        yield NOT_FOUND, self._filled(NOT_FOUND, "404.html", page=None)

    def _page(self, source: str, meta: dict[str, Any], title: str, html: str) -> str:
        address = self._build.addresses.of(source)
        page = SimpleNamespace(
            meta=meta,
            title=title,
            content=with_labels(folded(html, meta, self._build.renderer, source)),
            is_homepage=source == HOME,
            canonical_url=self._build.home + address if self._build.home else "",
        )
        return self._filled(source, "main.html", page=page)

    def _filled(self, source: str, template: str, page: SimpleNamespace | None) -> str:
        offline = self._build.offline
        context = page_context(self._build, source, page.content if page else "")
        text = self._env.get_template(template).render(
            context, here=source, page=page, config=self._config, offline=offline
        )
        return sealed(text, offline=offline)

    @pass_context
    def _url(self, context: Context, path: str) -> str:
        """Return a path from the root of the site as the page that is being made links to it."""
        path = str(path)
        if path.startswith(OUTSIDE):
            return path
        here = context["here"]
        if path == ".":
            return self._build.addresses.link(HOME, here).removesuffix("/") or "/."
        return self._build.addresses.link(path, here)

    @pass_context
    def _script(self, context: Context, script: tuple[str, str]) -> str:
        path, attributes = script
        address = self._url(context, path)
        return self._build.renderer.render(
            "shell/script.html", context["here"], address=address, attributes=Markup(attributes)
        ).strip()
