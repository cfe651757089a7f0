"""The file of a reader's project, as commands take it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from macros.commands.options import FC, REFUSED
from macros.loading.former_names import of_today
from macros.loading.handbook import Handbook
from macros.loading.project_file import read_project
from macros.model.project import Project
from macros.refusal import Refusal


def project_option(meaning: str) -> Callable[[FC], FC]:
    """Return an option that takes the file of a reader's project."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--project", "file", type=kind, help=f"The file of your project. {meaning}")


def project_in(file: Path, handbook: Handbook) -> Project:
    """Return the project in `file`, with the references of this edition.

    End the command with every problem where it cannot be read. Raise Refusal where it belongs to another
    handbook.
    """
    project, problems = read_project(file)
    if project is None:
        for problem in problems:
            click.echo(str(problem), err=True)
        sys.exit(REFUSED)
    title = handbook.framework.title
    if project.handbook != title:
        raise Refusal(f"{file.as_posix()} belongs to “{project.handbook}”, not to “{title}”.")
    return of_today(project, handbook)
