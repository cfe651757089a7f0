"""What stands in `docs/` is really there, belongs there, and gets in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.checks.rules.context import World
from macros.loading.problem import Place, Problem, printable
from macros.model import Product, Site
from macros.pages.catalogue import pages, redirects
from macros.pages.handwritten import written


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each file that content names and nobody finds, and for each thing in docs that cannot be published."""
    for product in world.handbook.all(Product):
        for index, download in enumerate(product.files):
            if not _inside(world.docs, download.file):
                yield world.problem(
                    product,
                    ("files", index, "file"),
                    "no-file",
                    f"there is no file “{download.file}” in docs/.",
                    ADVICE,
                )
    site = world.handbook.find(Site, "site")
    if site and site.logo and not _inside(world.docs, site.logo):
        yield world.problem(site, ("logo",), "no-file", f"there is no file “{site.logo}” in docs/.", ADVICE)
    yield from _docs(world)


ADVICE = "Put it there, or mend its path."


def _docs(world: World) -> Iterator[Problem]:
    made = {page.source for page in (*pages(world.handbook), *redirects(world.handbook))}
    pages_of = {file: source for source, file in written(world.docs).items()}
    for path in sorted(world.docs.rglob("*")) if world.docs.is_dir() else ():
        place = Place(printable(f"{world.docs.name}/{path.relative_to(world.docs).as_posix()}"))
        if path.is_symlink():
            yield Problem(
                place,
                "",
                "this is a link to another place, not a file.",
                "symlink",
                "Put the file itself here.",
            )
        elif pages_of.get(path) in made:
            yield Problem(
                place,
                "",
                "the handbook makes the page at this address itself.",
                "page-twice",
                "Rename this file, or delete it.",
            )


def _inside(docs: Path, name: str) -> bool:
    """Whether `name` is a file under `docs`, and not one that a path with dots or a link leads to elsewhere."""
    file = docs / name
    return file.is_file() and docs.resolve() in file.resolve().parents
