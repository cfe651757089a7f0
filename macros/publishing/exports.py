"""Exports: the files that a site has beside its pages, all made from the handbook."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any

from macros.model import Crosswalk
from macros.pages.contrast import accent_for_the_dark
from macros.pages.record_pages import list_script
from macros.pages.views.crosswalks import crosswalk_files
from macros.publishing import (
    crosswalk_data,
    form_data,
    late_pieces,
    plan_data,
    project_data,
    rest_of_lists,
    tailoring_data,
)
from macros.publishing.build import Build
from macros.publishing.data_paths import BOOK, DATA, START, WHOLE, paths
from macros.publishing.data_schema import LISTS
from macros.publishing.handbook_data import listed, parts
from macros.publishing.json_lines import as_lines
from macros.publishing.open_data import list_files, schema_files
from macros.publishing.policy import sealed
from macros.publishing.search_entries import HEADS, TEXTS, scripts
from macros.publishing.search_stem import SCRIPT as STEM
from macros.sheets.template import template

TEMPLATE = "data/lessons-template.xlsx"
COLOURS = "assets/colours.css"
BOOK_STYLES = "assets/book.css"  # in the folder of the theme
DRAWINGS = "assets/drawings.css"
# How the names of all these files end. Which there are is not known while records have errors.
ENDINGS = (".json", ".csv", ".xlsx", ".xml", ".docx", ".odt", ".ods", ".zip", ".js", ".css", ".html")
Content = str | bytes
Maker = Callable[[], Content]
Part = Callable[[], Mapping[str, Content]]
ACCENTS = ":root{{--accent:{accent};--accent-dark:{accent_dark}}}\n"


def exports(build: Build) -> dict[str, Content]:
    """Return the files to add to the site, by path."""
    return {path: make() for path, make in makers(build).items()}


def makers(build: Build) -> dict[str, Maker]:
    """Return what makes each of these files when somebody asks for it, by path."""
    files: dict[str, Maker] = {}
    for paths_of, make in _parts(build):
        part = _MadeTogether(make)
        files |= {path: partial(part.take, path) for path in paths_of}
    return files


class _MadeTogether:
    """Files that are made when somebody asks for the first of them. Each is given away and forgotten, because
    in a large handbook they take more memory than its records; who asks again waits again.
    """

    def __init__(self, make: Part) -> None:
        self._make = make
        self._left: dict[str, Content] = {}

    def take(self, path: str) -> Content:
        if path not in self._left:
            self._left = dict(self._make())
        return self._left.pop(path)


def _parts(build: Build) -> Iterator[tuple[Collection[str], Part]]:
    """Yield the files that are made together: their paths, and what makes them."""
    yield from _everywhere(build)
    yield from _in_folders(build) if build.offline else _on_servers(build)


def _everywhere(build: Build) -> Iterator[tuple[Collection[str], Part]]:
    yield [TEMPLATE], lambda: {TEMPLATE: template(build.handbook)}
    yield [COLOURS], lambda: {COLOURS: _colours(build)}
    yield [form_data.SCRIPT], lambda: {form_data.SCRIPT: form_data.script(build)}
    yield [STEM, HEADS, TEXTS], partial(scripts, build)
    yield [plan_data.SCRIPT, plan_data.GATES], partial(plan_data.scripts, build)
    yield [project_data.START, project_data.DATA], partial(project_data.scripts, build)
    yield [tailoring_data.GRAPH, tailoring_data.ONLY], partial(tailoring_data.scripts, build)
    for path in build.shelf.paths():
        yield [path], partial(_taken, build, path)


def _in_folders(build: Build) -> Iterator[tuple[Collection[str], Part]]:
    yield [DATA], partial(_whole, build)
    yield [START, BOOK], partial(_copies, build)


def _on_servers(build: Build) -> Iterator[tuple[Collection[str], Part]]:
    yield [DATA], partial(_whole, build)
    yield [paths(name).schema for name in (WHOLE, *LISTS)], partial(schema_files, build.home)
    for name in LISTS:
        yield [paths(name).json, paths(name).table], partial(_list, build, name)
    walks = build.handbook.all(Crosswalk)
    yield [path for walk in walks for path in crosswalk_files(walk)], partial(crosswalk_data.files, build)
    yield [project_data.SCHEMA_FILE], partial(project_data.schema_file, build.home)
    for source in late_pieces.sources(build):
        yield [late_pieces.path_of(source)], partial(late_pieces.script, build, source)
    for section in rest_of_lists.sections(build):
        yield [list_script(section)], partial(rest_of_lists.script, build, section)
    yield [feed.path for feed in build.renderer.feeds], partial(_feeds, build)


def _whole(build: Build) -> dict[str, Content]:
    return {DATA: as_lines(parts(build))}


def _list(build: Build, name: str) -> dict[str, Content]:
    return list_files(name, listed(build, name))


def _taken(build: Build, path: str) -> dict[str, Content]:
    return {path: build.shelf.made(path)}


def export_paths(build: Build) -> list[str]:
    """Return the paths of all these files, of a site on a server and of a copy in a folder, without making
    them.
    """
    made_together = (*_everywhere(build), *_on_servers(build))
    return [*(path for some, _ in made_together for path in some), START, BOOK]


def changes_page(build: Build, changes: Any) -> str:
    """Return what changed between two editions (a `copies.diff.Changes`) as a page of its own."""
    page = build.renderer.render("changes_page.html", "index.md", changes=changes, styles=_book_styles(build))
    return sealed(page)


def _book_styles(build: Build) -> list[str]:
    """Return the stylesheets of a page of its own, as text."""
    return [_colours(build), (build.folders.theme / BOOK_STYLES).read_text(encoding="utf-8")]


def _colours(build: Build) -> str:
    """Return the one stylesheet that comes from content."""
    colours = build.handbook.site.colours
    dark = colours.accent_dark or accent_for_the_dark(colours.accent, build.backgrounds)
    return ACCENTS.format(accent=colours.accent, accent_dark=dark)


def _feeds(build: Build) -> dict[str, Content]:
    renderer = build.renderer
    return {feed.path: renderer.render("feed.html", feed.path, feed=feed) for feed in renderer.feeds}


def _copies(build: Build) -> dict[str, Content]:
    """Return what copies in a folder, in one file and on paper begin with."""
    styles = _book_styles(build)
    drawings = (build.folders.theme / DRAWINGS).read_text(encoding="utf-8")
    book = build.renderer.render(
        "book.html", "index.md", styles=styles, drawings=drawings, written=build.written
    )
    start = build.renderer.render("start_here.html", "index.md")
    return {START: sealed(start), BOOK: sealed(book)}
