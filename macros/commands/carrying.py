"""The commands for another site generator: pages for it to carry, and what its site still needs."""

from __future__ import annotations

from pathlib import Path

import click

from macros.authoring.disk.whole_files import put_all
from macros.checks.check import valid
from macros.commands.options import config_option, content_option, docs_option, require, telling, theme_option
from macros.generator.settings import whole_settings
from macros.pages.addresses import Addresses, root_of
from macros.publishing.build import Build, Folders
from macros.publishing.carried_pages import carried
from macros.publishing.carried_site import site_files
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.whole_page import Extras, WholePages
from macros.publishing.written_files import page_texts
from macros.publishing.written_page import WrittenPages


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
        build, markdown, extras = _build(Folders(content, docs, theme), config)
        written = WrittenPages(build, markdown, page_texts(docs))
        files = dict(carried(build, WholePages(build, written, extras)))
        put_all({to / name: data for name, data in files.items()})
    click.echo(f"{len(files)} files are in {to.as_posix()}.")


@click.command()
@content_option
@docs_option
@theme_option
@config_option
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
def finish(content: Path, docs: Path, theme: Path, config: Path, site: Path) -> None:
    """Write the policy into pages of SITE that another generator made, and the settings for web servers.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    require(content)
    with telling():
        build, _, _ = _build(Folders(content, docs, theme), config)
        files = site_files(site, build.home)
        put_all({site / path: text.encode() for path, text in files.items()})
    click.echo(f"{len(files)} files of {site.as_posix()} are written.")


def _build(folders: Folders, config: Path) -> tuple[Build, PageMarkdown, Extras]:
    """Return the build of the project, and what its settings say. Raise Refusal where it has errors."""
    markdown, extras, address = whole_settings(config)
    handbook = valid(folders.content, folders.docs, folders.theme)
    addresses = Addresses(root=root_of(handbook.site.address or address))
    return Build(handbook, folders, addresses, address=address), markdown, extras
