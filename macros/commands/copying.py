"""The commands that make copies to take along: the bundle, one file, print, and what changed from one copy to the next."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from macros.copies.bundle import bundled, data_of, name_of, packed, refused_names, size
from macros.copies.diff import as_text, compare, read
from macros.copies.offline_site import NotMade, date_of, offline_site, put
from macros.copies.pdf import NothingToPrintWith, part, patience, printed, printer
from macros.copies.single import one_file
from macros.pages.addresses import Addresses
from macros.publishing.build import Build
from macros.publishing.exports import changes_page

COULD_NOT_RUN = 2
config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The settings of the site.",
)
to_option = click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("dist"),
    show_default=True,
    help="The folder to write to.",
)


@click.command()
@config_option
@to_option
@click.option(
    "--single", is_flag=True, help="One HTML file with everything in it, for e-mail and for archives."
)
def bundle(config: Path, to: Path, single: bool) -> None:
    """Make one download with the whole handbook, which works from any folder and without a network.

    Exit code 0: made. 1: not made, and why.
    """
    with _telling():
        site = _built(config)
        click.echo("2 of 3  Putting it together …")
        files = {} if single else bundled(site)
        if wrong := refused_names(files):
            raise NotMade("\n".join(wrong))
        made = one_file(site) if single else packed(files, date_of(config.absolute().parent))
        _put(to / f"{name_of(data_of(site))}.{'html' if single else 'zip'}", made)
    if files:
        click.echo(f"Unpacked, it is {size(sum(map(len, files.values())))} in {len(files)} files.")


@click.command()
@config_option
@to_option
@click.option("--phase", metavar="ID", help="This phase alone, with its activities, products and lessons.")
@click.option("--route", metavar="ID", help="The phases of this route alone.")
@click.option("--role", metavar="ID", help="This role alone, with its activities, products and lessons.")
def pdf(config: Path, to: Path, **chosen: str | None) -> None:
    """Print the handbook, or one part of it, as a tagged PDF. Needs the extra `pdf`.

    Exit code 0: made. 1: not made, and why. 2: the command could not run.
    """
    parts = [(kind, id) for kind, id in chosen.items() if id]
    if len(parts) > 1:
        raise click.UsageError("Choose one of --phase, --route and --role.")
    kind, id = parts[0] if parts else ("", "")
    with _telling():
        printer()
        site = _built(config)
        data = data_of(site)
        if kind:
            part(data, kind, id)
        elif long := patience(site):
            click.echo(long)
        click.echo("2 of 3  Setting the pages …")
        _put(to / f"{'-'.join(filter(None, (name_of(data), kind, id)))}.pdf", printed(site, kind, id))


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the list as a page as well, in the words of the project in this folder.",
)
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The folder of records.",
)
@click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="The folder of hand-written pages.",
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path),
    default=Path("overrides/handbook"),
    show_default=True,
    help="The folder of templates.",
)
def diff(old: Path, new: Path, page: Path | None, content: Path, docs: Path, templates: Path) -> None:
    """List the records that were added, changed and retired from one bundle to another.

    Exit code 0: listed. 1: not listed, and why. 2: the command could not run.
    """
    with _telling():
        changes = compare(read(old), read(new))
        click.echo(as_text(changes))
        if page:
            build = Build(content, docs, templates, Addresses(directory=False))
            if build.report.errors:
                raise NotMade(
                    "The page needs the words of a project: run the command in the project's folder, or see `handbook check` for what is wrong in it."
                )
            put(page, changes_page(build, changes).encode())
            click.echo(f"\nThe page is {page.as_posix()}.")


def _built(config: Path) -> dict[str, bytes]:
    click.echo("1 of 3  Building the site for folders …")
    return offline_site(config)


def _put(target: Path, data: bytes) -> None:
    click.echo("3 of 3  Writing it …")
    put(target, data)
    click.echo(f"{target.as_posix()} is ready: {size(len(data))}.")


@contextmanager
def _telling() -> Iterator[None]:
    """Why a copy could not be made, as words instead of a traceback."""
    try:
        yield
    except NotMade as why:
        click.echo(str(why), err=True)
        sys.exit(COULD_NOT_RUN if isinstance(why, NothingToPrintWith) else 1)
