"""The files that MkDocs makes pages of: the ones in `docs/`, and the ones that the handbook adds or puts in
their place.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.generator.finished_page import FinishedPage
from macros.generator.session import Session
from macros.generator.spool import Spool
from macros.pages.handwritten import written
from macros.publishing import problem_page
from macros.publishing.build import Build
from macros.publishing.data_paths import BOOK, DATA
from macros.publishing.exports import Maker, makers
from macros.publishing.lean_assets import lean


def all_files(files: Files, config: MkDocsConfig, session: Session) -> Files:
    """Return the files of the site, or at the address of every page the problems of the content."""
    if session.build is None:
        return problem_pages(files, config, session)
    return whole_site(files, config, session.build)


def whole_site(files: Files, config: MkDocsConfig, build: Build) -> Files:
    """Return `files` with the pages of the local folder in their places, the generated pages and the data."""
    _put_local_pages(files, config, build.folders.docs)
    _make_lean(files, build.folders.theme)
    spool = Spool()
    for page in (*build.pages.values(), *build.redirects):
        if config.extra.get("plain"):
            files.append(_generated_page(config, page.source, page.markdown))
        else:
            files.append(FinishedPage(build, page, config, spool).file)
    for path, make in makers(build).items():
        files.append(LateFile(config, path, make))
    alone = config.extra.get("print_pages")
    return postponed(files, (alone, BOOK, DATA)) if isinstance(alone, str) else files


def postponed(files: Files, kept: Collection[str] = ()) -> Files:
    """Return `files` with each page and data file but the ones `kept` left out of the build, so that it can
    be made on demand.

    MkDocs still knows their addresses, and links to them are right.
    """
    for file in files:
        if (file.is_documentation_page() or isinstance(file, LateFile)) and file.src_uri not in kept:
            file.inclusion = InclusionLevel.EXCLUDED
    return files


def problem_pages(files: Files, config: MkDocsConfig, session: Session) -> Files:
    """Return the files that are no pages, and at the address of every page the problems of the content."""
    text = problem_page.page(session.report, session.folders.templates)
    kept = Files([file for file in files if not file.is_documentation_page()])
    for source in problem_page.sources(session.folders.content, session.folders.docs):
        kept.append(_generated_page(config, source, text))
    return kept


class LateFile(File):
    """A file whose content is made when it is written."""

    def __init__(self, config: MkDocsConfig, path: str, make: Maker) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "handbook"
        self._make = make

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 (the parameter is MkDocs's)
        """Make the content, and write it into the folder of the site."""
        content = self._make()
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def _put_local_pages(files: Files, config: MkDocsConfig, docs: Path) -> None:
    """Give each page of the local folder the address that it has without that folder, in place of what is
    there.
    """
    for source, path in written(docs).items():
        local = files.get_file_from_path(path.relative_to(docs).as_posix())
        if local is None or local.src_uri == source:
            continue
        files.remove(local)
        if original := files.get_file_from_path(source):
            files.remove(original)
        folder = path.parents[source.count("/")]
        files.append(File(source, str(folder), config.site_dir, config.use_directory_urls))


def _make_lean(files: Files, theme: Path) -> None:
    """Leave out of our stylesheets and scripts what browsers do not need."""
    for file in files:
        if file.abs_src_path and Path(file.abs_src_path).is_relative_to(theme):
            whole = file.content_bytes
            if (shorter := lean(file.src_uri, whole)) != whole:
                file.content_bytes = shorter


def _generated_page(config: MkDocsConfig, source: str, text: str) -> File:
    return File.generated(config, source, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
