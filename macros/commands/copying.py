"""The commands that make copies to take along (zip, one file, paper), and that compare two of them."""

from __future__ import annotations

from pathlib import Path

import click

from macros.authoring.disk.whole_files import put
from macros.checks.check import checked
from macros.commands.options import config_option, content_option, docs_option, telling, theme_option
from macros.copies.bundle import bundled, data_of, name_of, packed, refused_names, size
from macros.copies.diff import Changes, as_text, compare, read
from macros.copies.pdf import printed, printer
from macros.copies.pdf_part import part, patience
from macros.copies.single import one_file
from macros.generator.offline_site import date_of, offline_site, require_settings
from macros.pages.addresses import Addresses
from macros.pages.record_pages import print_source_of
from macros.publishing.build import Build, Folders
from macros.publishing.exports import changes_page
from macros.refusal import Refusal

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
    with telling():
        site = _built(config)
        name = name_of(data_of(site))
        click.echo("2 of 3  Putting it together …")
        if single:
            _put(to / f"{name}.html", one_file(site))
            return
        files = bundled(site)
        if refused := refused_names(files):
            raise Refusal("\n".join(refused))
        _put(to / f"{name}.zip", packed(files, date_of(config.absolute().parent)))
    click.echo(f"Unpacked, it is {size(sum(map(len, files.values())))} in {len(files)} files.")


@click.command()
@config_option
@to_option
@click.option("--phase", metavar="ID", help="This phase alone, with its activities, products and lessons.")
@click.option("--route", metavar="ID", help="The phases of this route alone.")
@click.option("--role", metavar="ID", help="This role alone, with its activities, products and lessons.")
@click.option("--full", is_flag=True, help="A part with every page of its own, as on the site.")
def pdf(config: Path, to: Path, full: bool, **chosen: str | None) -> None:
    """Print the handbook, or one part of it, as a tagged PDF. Needs the extra `pdf`.

    A part is compact: its activities in the order of the work, each followed by its lessons in short. With
    --full it has every page. Exit code 0: made. 1: not made, and why. 2: the command could not run.
    """
    parts = [(kind, record) for kind, record in chosen.items() if record]
    if len(parts) > 1:
        raise click.UsageError("Choose one of --phase, --route and --role.")
    with telling():
        require_settings(config)
        printer()
        site = _built(config, print_source_of(*parts[0]) if parts and not full else "")
        data = data_of(site)
        selection = part(data, *parts[0]) if parts else None
        if selection is None and (warning := patience(site)):
            click.echo(warning)
        click.echo("2 of 3  Setting the pages …")
        name = "-".join((name_of(data), *(parts[0] if parts else ())))
        _put(to / f"{name}.pdf", printed(site, selection))


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the list as a page as well, in the words of the project in this folder.",
)
@content_option
@docs_option
@theme_option
def diff(old: Path, new: Path, page: Path | None, content: Path, docs: Path, theme: Path) -> None:
    """List the records that were added, changed and retired from one bundle to another.

    Exit code 0: listed. 1: not listed, and why. 2: the command could not run.
    """
    with telling():
        changes = compare(read(old), read(new))
        click.echo(as_text(changes))
        if page:
            put(page, _page(changes, Folders(content, docs, theme)).encode())
            click.echo(f"\nThe page is {page.as_posix()}.")


def _page(changes: Changes, folders: Folders) -> str:
    """Return the list as a page. Raise Refusal when the project in `folders` has errors."""
    handbook = checked(folders.content, folders.docs, folders.theme).handbook
    if handbook is None:
        raise Refusal(
            "The page needs the words of a project: run the command in the project's folder, "
            "or see `handbook check` for what is wrong in it."
        )
    return changes_page(Build(handbook, folders, Addresses(directory=False)), changes)


def _built(config: Path, print_page: str = "") -> dict[str, bytes]:
    click.echo("1 of 3  Building the site for folders …")
    return offline_site(config, print_page=print_page)


def _put(target: Path, data: bytes) -> None:
    click.echo("3 of 3  Writing it …")
    put(target, data)
    click.echo(f"{target.as_posix()} is ready: {size(len(data))}.")
