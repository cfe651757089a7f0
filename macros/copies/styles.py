"""The style of a copy: the stylesheets that pages load one after another, as one file."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from macros.publishing.head_tags import Tag, head_tags

STYLES = "assets/styles.css"
ADDRESS = re.compile(r"url\([\"']?([^\"')#?]+)")  # of what a stylesheet loads

Sheet = tuple[str, str]  # its path from the root of the site, and the medium that it is for


class Run(NamedTuple):
    """Stylesheets that a page loads one after another: the first tag, the sheets, and the stretch that the
    tags take.
    """

    first: Tag
    sheets: tuple[Sheet, ...]
    start: int
    end: int


def joined(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the site with the stylesheets of most pages as one file, which each of these pages names once.

    A stylesheet for one medium, such as print, says so inside. Pages that load others stay as they are, and
    so does a site whose stylesheets load files, because their addresses would be wrong from another folder.
    """
    runs = {
        path: list(_runs(path, data.decode(), site)) for path, data in site.items() if path.endswith(".html")
    }
    often = Counter(run.sheets for found in runs.values() for run in found)
    together = max(often, key=often.__getitem__, default=())
    sheets = [(site[path].decode(), medium) for path, medium in together]
    if any(not address.startswith("data:") for sheet, _ in sheets for address in ADDRESS.findall(sheet)):
        return dict(site)
    pages = {
        path: _with_one_sheet(site[path].decode(), [run for run in found if run.sheets == together]).encode()
        for path, found in runs.items()
    }
    style = "\n".join(f"@media {medium}{{{sheet}}}" if medium else sheet for sheet, medium in sheets)
    return {**site, **pages, STYLES: style.encode()}


def _runs(path: str, page: str, site: Mapping[str, bytes]) -> Iterator[Run]:
    """Yield the stylesheets of the page at `path`, those together that nothing but white space parts."""
    run: Run | None = None
    for tag in head_tags(page):
        sheet = _sheet(path, tag)
        if sheet is None or sheet[0] not in site:
            continue
        if run and not page[run.end : tag.start].strip():
            run = run._replace(sheets=(*run.sheets, sheet), end=tag.end)
            continue
        if run:
            yield run
        run = Run(tag, (sheet,), tag.start, tag.end)
    if run:
        yield run


def _sheet(path: str, tag: Tag) -> Sheet | None:
    """Return the stylesheet that `tag` on the page at `path` loads."""
    if tag.name != "link" or tag.attributes.get("rel") != "stylesheet":
        return None
    address = posixpath.join(posixpath.dirname(path), tag.attributes.get("href", ""))
    return posixpath.normpath(address), tag.attributes.get("media", "")


def _with_one_sheet(page: str, runs: list[Run]) -> str:
    for run in reversed(runs):
        to_the_root = run.first.attributes["href"].removesuffix(run.sheets[0][0])
        link = page[run.first.start : run.first.end].replace(
            run.first.attributes["href"], f"{to_the_root}{STYLES}"
        )
        page = page[: run.start] + link + page[run.end :]
    return page
