"""Exports: the files that a site has beside its pages, all made from the handbook."""

from __future__ import annotations

from typing import Any

from macros.model import Crosswalk
from macros.pages.contrast import accent_for_the_dark
from macros.pages.views.crosswalks import crosswalk_files
from macros.publishing import crosswalk_data, form_data, plan_data, project_data, tailoring_data
from macros.publishing.build import Build
from macros.publishing.data_schema import LISTS, WHOLE
from macros.publishing.handbook_data import data
from macros.publishing.open_data import as_json, paths, site_files
from macros.publishing.policy import sealed
from macros.publishing.search_entries import HEADS, TEXTS, scripts
from macros.publishing.search_stem import SCRIPT as STEM
from macros.sheets.template import template

DATA = paths(WHOLE).json
TEMPLATE = "data/lessons-template.xlsx"
COLOURS = "assets/colours.css"
BOOK_STYLES = "assets/book.css"  # in the folder of the theme
DRAWINGS = "assets/drawings.css"
SCRIPTS = (
    form_data.SCRIPT,
    plan_data.SCRIPT,
    plan_data.GATES,
    STEM,
    HEADS,
    TEXTS,
    project_data.START,
    project_data.DATA,
    tailoring_data.GRAPH,
    tailoring_data.ONLY,
)
# The page that stands at the top of a copy in a folder.
START = "START-HERE.html"
# Cover and contents of the copies that are one file. The order of its links is the order of the book.
BOOK = "book.html"
ACCENTS = ":root{{--accent:{accent};--accent-dark:{accent_dark}}}\n"


def exports(build: Build) -> dict[str, str | bytes]:
    """Return the files to add to the site, by path."""
    records = data(build)
    files: dict[str, str | bytes] = {
        DATA: as_json(records),
        TEMPLATE: template(build.handbook),
        COLOURS: _colours(build),
        form_data.SCRIPT: form_data.script(build),
        **scripts(build),
        **plan_data.scripts(build),
        **project_data.scripts(build),
        **tailoring_data.scripts(build),
        **build.shelf.files,
    }
    if build.offline:
        return files | _copies(build)
    lists = site_files(records, build.home) | crosswalk_data.files(build)
    return files | lists | project_data.schema_file(build.home) | _feeds(build)


def export_paths(build: Build) -> list[str]:
    """Return the paths of all these files, of a site on a server and of a copy in a folder, without making
    them.
    """
    lists = [path for name in (WHOLE, *LISTS) for path in paths(name) if path]
    lists += [path for walk in build.handbook.all(Crosswalk) for path in crosswalk_files(walk)]
    feeds = [feed.path for feed in build.renderer.feeds]
    made = [TEMPLATE, COLOURS, project_data.SCHEMA_FILE, *SCRIPTS, *lists, *feeds, START, BOOK]
    return [*made, *build.shelf.paths()]


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


def _feeds(build: Build) -> dict[str, str | bytes]:
    renderer = build.renderer
    return {feed.path: renderer.render("feed.html", feed.path, feed=feed) for feed in renderer.feeds}


def _copies(build: Build) -> dict[str, str | bytes]:
    """Return what copies in a folder, in one file and on paper begin with."""
    styles = _book_styles(build)
    drawings = (build.folders.theme / DRAWINGS).read_text(encoding="utf-8")
    book = build.renderer.render(
        "book.html", "index.md", styles=styles, drawings=drawings, written=build.written
    )
    start = build.renderer.render("start_here.html", "index.md")
    return {START: sealed(start), BOOK: sealed(book)}
