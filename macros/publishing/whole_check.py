"""The whole check: the rules for records, and then everything in `docs/` as a build would meet it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from macros.checks.check import Report, checked
from macros.loading.problem import Place, Problem
from macros.pages.addresses import Addresses
from macros.pages.catalogue import pages, redirects
from macros.pages.handwritten import is_file
from macros.pages.renderer import Renderer
from macros.publishing import problem_page
from macros.publishing.active_files import active_files
from macros.publishing.build import Build, Folders
from macros.publishing.exports import ENDINGS, export_paths
from macros.publishing.page_check import PageCheck
from macros.publishing.page_macros import Macros
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.page_targets import Targets
from macros.publishing.page_text import PageText
from macros.publishing.shell_links import shell_links
from macros.publishing.site_paths import OF_THE_GENERATOR, clashes
from macros.publishing.written_files import files_in, page_texts


def wholly_checked(folders: Folders, markdown: PageMarkdown, today: date | None = None) -> Report:
    """Check everything that a build reads: records, hand-written pages, and files. Never raise for what is in
    them.
    """
    report = checked(folders.content, folders.docs, folders.theme, today)
    records = report.readable.records
    if not folders.docs.is_dir() or not records.get("site") or not records.get("framework"):
        return report
    check = _WholeCheck(report, folders, markdown)
    problems = tuple(sorted({*report.problems, *check.problems()}))
    texts = {page.shown: page.text for page in check.texts.values()}
    return replace(report, problems=problems, texts={**report.texts, **texts})


@dataclass(frozen=True)
class _WholeCheck:
    report: Report
    folders: Folders
    markdown: PageMarkdown

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with pages and files, and with what leads to them."""
        trusted = self.report.readable.site.scripts_in_pages
        for text in self.texts.values():
            yield from self._check.problems(text, self._targets, trusted=trusted)
        if not trusted:
            yield from active_files(self.folders.docs)
        for file, (code, message, hint) in clashes(self._files, (*self._made, *self._theme)):
            yield Problem(Place(f"{self.folders.docs.name}/{file}"), "", message, code, hint)
        yield from self._surroundings()

    @cached_property
    def texts(self) -> Mapping[str, PageText]:
        """Every hand-written page that can be read, by its path under docs/."""
        return page_texts(self.folders.docs)

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return files_in(self.folders.docs)

    @cached_property
    def _build(self) -> Build | None:
        """The build, where records have no errors."""
        handbook = self.report.handbook
        return Build(handbook, self.folders, Addresses()) if handbook else None

    @cached_property
    def _made(self) -> Collection[str]:
        """The path of everything that the handbook makes, as far as records can be read."""
        handbook = self.report.readable
        generated = [page.source for page in (*pages(handbook), *redirects(handbook))]
        return [*generated, *(export_paths(self._build) if self._build else ())]

    @cached_property
    def _check(self) -> PageCheck:
        renderer = Renderer(self.report.readable, self.folders.templates, Addresses(), self.folders.docs)
        macros = Macros(renderer, lambda: "index.md").table()
        return PageCheck(macros, self.markdown, call=self._build is not None)

    @cached_property
    def _targets(self) -> Targets:
        # Where records have errors, names of files must do. Those of drafts make no page.
        by_name = () if self._build else problem_page.sources(self.folders.content, self.folders.docs)
        sources = {*self._made, *by_name, *self._files.values(), *self._theme}
        return Targets(sources, self._anchors, () if self._build else ENDINGS, OF_THE_GENERATOR)

    @cached_property
    def _theme(self) -> Collection[str]:
        """The files that the theme brings."""
        theme = self.folders.theme
        return [file.relative_to(theme).as_posix() for file in (theme / "assets").rglob("*") if is_file(file)]

    def _anchors(self, source: str) -> Collection[str] | None:
        """Return the anchors of a page, which many links may lead to; None where they are not known."""
        if source not in self._known_anchors:
            self._known_anchors[source] = self._anchors_of(source)
        return self._known_anchors[source]

    @cached_property
    def _known_anchors(self) -> dict[str, Collection[str] | None]:
        return {}

    def _anchors_of(self, source: str) -> Collection[str] | None:
        if source in self.texts:
            return self._check.anchors(self.texts[source])
        page = self._build.pages.get(source) if self._build else None
        return self._check.anchors_of_call(page.call) if page else None

    def _surroundings(self) -> Iterator[Problem]:
        """Yield a problem for each page or anchor that surroundings lead to and that is not there."""
        for target in shell_links(self._build) if self._build else ():
            if target in self._targets.sources:
                continue
            source, _, anchor = target.partition("#")
            place = Place(f"{self.folders.docs.name}/{source}")
            anchors = self._anchors(source) if anchor and source in self.texts else None
            if source not in self._targets.sources:
                message = "this page does not exist, and the frame of other pages leads to it."
                yield Problem(place, "", message, "dead-link", "Write the page, or take the link out.")
            elif anchors is not None and anchor not in anchors:
                message = f"this page has no place “{anchor}”, and the frame of other pages leads to it."
                hint = f"Write {{#{anchor}}} behind the heading that it means."
                yield Problem(place, "", message, "dead-link", hint)
