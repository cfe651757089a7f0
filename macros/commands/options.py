"""Options, exit codes and refusals shared by several commands."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from macros.refusal import Refusal

REFUSED = 1
COULD_NOT_RUN = 2

content_option = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The folder of records.",
)
docs_option = click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="The folder of hand-written pages.",
)
theme_option = click.option(
    "--theme",
    type=click.Path(path_type=Path),
    default=Path("overrides"),
    show_default=True,
    help="The folder of templates and styles.",
)

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The settings of the site.",
)


def require(content: Path) -> None:
    """End the command, saying why, where there is no folder of records."""
    if not content.is_dir():
        click.echo(
            f"There is no folder “{content}” here. Run the command in the project's folder, "
            "or name the folder with --content.",
            err=True,
        )
        sys.exit(COULD_NOT_RUN)


@contextmanager
def telling() -> Iterator[None]:
    """Show a refusal as its sentence instead of a traceback, and end the command."""
    try:
        yield
    except Refusal as refusal:
        _end(refusal.message, refusal.exit_code)
    except OSError as error:
        _end(f"{error.filename or 'The file'} cannot be written: {error.strerror}.", REFUSED)


def _end(sentence: str, code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(code)
