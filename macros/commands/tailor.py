"""The command that tailors a local handbook by the file of a project, and writes that file from one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from macros.authoring.disk.whole_files import put
from macros.authoring.local_cut import project_of, tailor
from macros.commands.options import REFUSED, content_option, require, telling
from macros.loading.former_names import of_today
from macros.loading.loader import load
from macros.loading.project_file import project_in, read_project

NOT_READ = "Some records cannot be read. Run `handbook check` to see what is wrong."


@click.command("tailor")
@click.argument("file", type=click.Path(path_type=Path))
@content_option
@click.option(
    "--from-local",
    is_flag=True,
    help="The other way round: write FILE from what the local handbook hides.",
)
@click.option("--again", is_flag=True, help="Write over the file that is there.")
def tailor_(file: Path, content: Path, from_local: bool, again: bool) -> None:
    """Tailor a local handbook by FILE, the project that a reader saved in the browser.

    What the project cuts is hidden, with its reason. What it accepts is a decision in `handbook check`.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    require(content)
    loaded = load(content)
    if not loaded.handbook.records["framework"] or not loaded.handbook.records["site"]:
        click.echo(NOT_READ, err=True)
        sys.exit(REFUSED)
    with telling():
        if from_local:
            data = json.dumps(project_of(loaded.handbook), ensure_ascii=False, indent=1) + "\n"
            _write(file, data.encode(), again=again)
            return
        project, problems = read_project(file)
        if project is None:
            click.echo("\n".join(f"{problem}" for problem in problems), err=True)
            sys.exit(REFUSED)
        today = of_today(project, loaded.handbook)
        click.echo(tailor(content, loaded.handbook, today, again=again).as_posix())
    click.echo("Run `handbook check`. It names what the cuts break and nobody has accepted yet.")


def _write(file: Path, data: bytes, *, again: bool) -> None:
    """Write the file, unless one is there. What is written can always be read again."""
    project, problems = project_in(data, file.as_posix())
    if project is None:
        click.echo("\n".join(f"{problem}" for problem in problems), err=True)
        sys.exit(REFUSED)
    if file.exists() and not again:
        click.echo(f"{file.as_posix()} is there already. Write over it with --again.", err=True)
        sys.exit(REFUSED)
    put(file, data)
    click.echo(file.as_posix())
