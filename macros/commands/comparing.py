"""The command that compares two copies."""

from __future__ import annotations

from pathlib import Path

import click

from macros.authoring.disk.whole_files import put
from macros.checks.check import checked
from macros.commands.options import content_option, docs_option, telling, theme_option
from macros.copies.diff import Changes, as_text, compare, read
from macros.pages.addresses import Addresses
from macros.publishing.build import Build, Folders
from macros.publishing.exports import changes_page
from macros.refusal import Refusal


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
