"""The command line: `handbook`, or `python -m macros`. Each command is a door; the work is done behind it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import check as run_check
from macros.report import FORMATS, totals

COULD_NOT_RUN = 2
content_option = click.option("--content", type=click.Path(path_type=Path), default=Path("content"), show_default=True, help="The folder of records.")
docs_option = click.option("--docs", type=click.Path(path_type=Path), default=Path("docs"), show_default=True, help="The folder of hand-written pages.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and build the handbook."""


@main.command()
@content_option
@docs_option
@click.option("--format", "form", type=click.Choice(sorted(FORMATS)), default="text", show_default=True,
              help="For people, for programs, or as annotations on a pull request.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--quiet", is_flag=True, help="Say nothing when there are no problems.")
def check(content: Path, docs: Path, form: str, strict: bool, quiet: bool) -> None:
    """Name every problem in the content, with its place and what to do.

    Exit code 0: clean. 1: problems. 2: the check could not run.
    """
    if not content.is_dir():
        click.echo(f"There is no folder “{content}” here. Run the command in the project's folder, or name the folder with --content.", err=True)
        sys.exit(COULD_NOT_RUN)
    report = run_check(content, docs)
    failed = bool(report.errors or (strict and report.warnings))
    if not (quiet and not report.problems):
        click.echo(FORMATS[form](report) if report.problems or form == "json" else totals(report))
    sys.exit(1 if failed else 0)
