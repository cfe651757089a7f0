"""The commands for another site generator: pages for it to carry, and what its site still needs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from macros.authoring.disk.whole_files import put_all
from macros.checks.check import checked
from macros.commands.options import config_option, content_option, docs_option, require, telling, theme_option
from macros.generator.settings import whole_settings
from macros.pages.addresses import Addresses
from macros.publishing.build import Build, Folders
from macros.publishing.carried_pages import carried
from macros.publishing.carried_site import site_files
from macros.publishing.whole_page import WholePages
from macros.publishing.written_files import page_texts
from macros.publishing.written_page import WrittenPages
from macros.refusal import Refusal


@click.command()
@content_option
@docs_option
@theme_option
@config_option
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
def pages(content: Path, docs: Path, theme: Path, config: Path, to: Path) -> None:
    """Write the handbook as a project for another site generator, such as Zensical.

    Every page is finished, and the generator only has to carry it. Build the project with it, then run
    `handbook finish` on the site that it made.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    require(content)
    with telling():
        markdown, extras, address = whole_settings(config)
        handbook = checked(content, docs, theme).handbook
        if handbook is None:
            raise Refusal("The content has errors. Run `handbook check` to see them.")
        path = urlsplit(handbook.site.address or address).path.rstrip("/")
        build = Build(handbook, Folders(content, docs, theme), Addresses(root=f"{path}/"), address=address)
        written = WrittenPages(build, markdown, page_texts(docs))
        files = dict(carried(build, WholePages(build, written, extras)))
        put_all({to / name: data for name, data in files.items()})
    click.echo(f"{len(files)} files are in {to.as_posix()}.")


@click.command()
@config_option
@content_option
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
def finish(config: Path, content: Path, site: Path) -> None:
    """Write the policy into pages of SITE that another generator made, and the settings for web servers.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    require(content)
    with telling():
        _, _, address = whole_settings(config)
        files = site_files(site, address)
        put_all({site / path: text.encode() for path, text in files.items()})
    click.echo(f"{len(files)} files of {site.as_posix()} are written.")
