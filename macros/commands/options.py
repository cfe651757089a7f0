"""Options, exit codes and refusals shared by several commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from macros.refusal import Refusal, cannot_write

FC = TypeVar("FC", bound=Callable[..., Any])

REFUSED = 1
COULD_NOT_RUN = 2


def _path_option(name: str, default: str, meaning: str) -> Callable[[FC], FC]:
    """Return an option that takes the path of a part of the project."""
    return click.option(
        f"--{name}",
        type=click.Path(path_type=Path),
        default=Path(default),
        show_default=True,
        help=meaning,
    )


content_option = _path_option("content", "content", "The folder of records.")
docs_option = _path_option("docs", "docs", "The folder of hand-written pages.")
theme_option = _path_option("theme", "overrides", "The folder of templates and styles.")
config_option = _path_option("config", "mkdocs.yml", "The settings of the site.")


def targets_option(meaning: str) -> Callable[[FC], FC]:
    """Return an option that takes the files to write, at least one of them."""
    return click.option(
        "--to",
        "targets",
        type=click.Path(path_type=Path, dir_okay=False),
        multiple=True,
        required=True,
        help=f"{meaning} It may be given several times.",
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
        _end(cannot_write(error.filename or "The file", error).message, REFUSED)


def _end(sentence: str, code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(code)
