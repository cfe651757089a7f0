"""What content names in `docs/` is there, and what is there belongs there and is in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.checks.rules.context import World
from macros.checks.rules.page_files import shown
from macros.loading.problem import Problem
from macros.model import Product, Record
from macros.model.fields import FieldPath
from macros.pages.catalogue import pages, redirects
from macros.pages.handwritten import is_file, written

ADVICE = "Put it there, or correct its path."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each file that content names and that is not there, and for what docs/ cannot
    publish.
    """
    for product in world.handbook.all(Product):
        for index, download in enumerate(product.files):
            yield from _missing(world, product, ("files", index, "file"), download.file)
    site = world.handbook.site
    if site.logo:
        yield from _missing(world, site, ("logo",), site.logo)
    yield from _docs(world)


def _missing(world: World, record: Record, path: FieldPath, name: str) -> Iterator[Problem]:
    if not _is_inside(world.docs, name):
        yield world.problem(record, path, "no-file", f"there is no file “{name}” in docs/.", ADVICE)


def _docs(world: World) -> Iterator[Problem]:
    if not world.docs.is_dir():
        return
    generated = {page.source for page in (*pages(world.handbook), *redirects(world.handbook))}
    for source, file in written(world.docs).items():
        if source in generated:
            message = "the handbook makes the page at this address itself."
            yield Problem(
                shown(world.docs, file), "", message, "page-twice", "Rename this file, or delete it."
            )


def _is_inside(docs: Path, name: str) -> bool:
    """Return whether `name` is a file under `docs`, and not one elsewhere that dots or a link on the disk
    lead to.
    """
    file = docs / name
    return is_file(file) and docs.resolve() in file.resolve().parents
