"""The command that prints."""

from __future__ import annotations

from pathlib import Path

import click

from macros.commands.copying import built, put_copy, to_option
from macros.commands.options import config_option, telling
from macros.copies.bundle import data_of, name_of
from macros.copies.pdf import printed, printer
from macros.copies.pdf_part import part, patience
from macros.generator.offline_site import require_settings
from macros.pages.record_pages import print_source_of


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
        site = built(config, print_source_of(*parts[0]) if parts and not full else "")
        data = data_of(site)
        selection = part(data, *parts[0]) if parts else None
        if selection is None and (warning := patience(site)):
            click.echo(warning)
        click.echo("2 of 3  Setting the pages …")
        name = "-".join((name_of(data), *(parts[0] if parts else ())))
        put_copy(to / f"{name}.pdf", printed(site, selection))
