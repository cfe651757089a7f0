"""The command that makes a copy to take along: one zip, or one file.

It loads little, because the build that it starts loads everything again.
"""

from __future__ import annotations

from pathlib import Path

import click

from macros.authoring.disk.whole_files import put
from macros.commands.options import config_option, telling
from macros.copies.bundle import bundled, data_of, name_of, packed, refused_names, size
from macros.copies.single import one_file
from macros.generator.offline_site import date_of, offline_site
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
        site = built(config)
        name = name_of(data_of(site))
        click.echo("2 of 3  Putting it together …")
        if single:
            put_copy(to / f"{name}.html", one_file(site))
            return
        files = bundled(site)
        if refused := refused_names(files):
            raise Refusal("\n".join(refused))
        put_copy(to / f"{name}.zip", packed(files, date_of(config.absolute().parent)))
    click.echo(f"Unpacked, it is {size(sum(map(len, files.values())))} in {len(files)} files.")


def built(config: Path, print_page: str = "") -> dict[str, bytes]:
    """Build the site for folders, and return its files."""
    click.echo("1 of 3  Building the site for folders …")
    return offline_site(config, print_page=print_page)


def put_copy(target: Path, data: bytes) -> None:
    """Write a copy, and say how large it is."""
    click.echo("3 of 3  Writing it …")
    put(target, data)
    click.echo(f"{target.as_posix()} is ready: {size(len(data))}.")
