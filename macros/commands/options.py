"""What commands that work on records ask for, and how they say no."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from macros.authoring.scaffold import NotStarted
from macros.copies.offline_site import NotMade
from macros.sheets.files.table import NotRead

COULD_NOT_RUN = 2
content_option = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The folder of records.",
)


def require(content: Path) -> None:
    """End the command, saying why, where there is no folder of records."""
    if not content.is_dir():
        click.echo(
            f"There is no folder “{content}” here. Run the command in the project's folder, or name the folder with --content.",
            err=True,
        )
        sys.exit(COULD_NOT_RUN)


@contextmanager
def telling() -> Iterator[None]:
    """Why something was not read or written, as words instead of a traceback."""
    try:
        yield
    except (NotRead, NotStarted, NotMade) as why:
        click.echo(str(why), err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{error.filename or 'The file'} cannot be written: {error.strerror}.", err=True)
        sys.exit(1)
