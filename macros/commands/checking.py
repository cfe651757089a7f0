"""The commands that read content and say what is in it: the check and the numbers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from pathlib import Path

import click

from macros.checks.report import FORMATS, as_text
from macros.checks.stats import FORMATS as STATS_FORMATS
from macros.checks.stats import stats as numbers_of
from macros.commands.options import (
    FC,
    REFUSED,
    config_option,
    content_option,
    docs_option,
    require,
    theme_option,
)
from macros.generator.project_check import project_checked
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.publishing.build import Folders


def _format_option(forms: Collection[str], meaning: str) -> Callable[[FC], FC]:
    """Return an option that takes the format in which a command answers."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(sorted(forms)),
        default="text",
        show_default=True,
        help=meaning,
    )


@click.command()
@content_option
@docs_option
@theme_option
@config_option
@_format_option(
    FORMATS,
    "For people, for programs, or as notes on the lines of a pull request (GitHub) "
    "or merge request (GitLab).",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--all", "every", is_flag=True, help="Show every problem, however many there are.")
@click.option("--quiet", is_flag=True, help="Say nothing when there are no problems.")
def check(
    content: Path, docs: Path, theme: Path, config: Path, form: str, strict: bool, every: bool, quiet: bool
) -> None:
    """Name every problem in records, pages and settings, with its place and what to do.

    Of very many problems it shows the first of each kind, and says how many more there are.

    Exit code 0: clean. 1: problems. 2: the check could not run.
    """
    require(content)
    report = project_checked(Folders(content, docs, theme), config)
    if report.problems or not quiet:
        click.echo(as_text(report, every=True) if every and form == "text" else FORMATS[form](report))
    if report.errors or (strict and report.warnings):
        sys.exit(REFUSED)


@click.command()
@content_option
@_format_option(
    STATS_FORMATS,
    "For people, or for programs.",
)
def stats(content: Path, form: str) -> None:
    """Count what the content holds, and how easily it is read.

    Exit code 0: counted. 1: the content has errors, so that the numbers would be wrong. 2: the command could
    not run.
    """
    handbook = _readable(content, ", so the numbers would be wrong")
    click.echo(STATS_FORMATS[form](numbers_of(handbook)))


def _readable(content: Path, consequence: str = "") -> Handbook:
    """Return the handbook when every record can be read. Otherwise end the command, saying why and with what
    `consequence`.
    """
    require(content)
    loaded = load(content)
    if loaded.problems:
        click.echo(
            f"Some records cannot be read{consequence}. Run `handbook check` to see what is wrong.", err=True
        )
        sys.exit(REFUSED)
    return loaded.handbook
