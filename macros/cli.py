"""The command line: `handbook`, or `python -m macros`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import check as run_check


@click.group()
def main() -> None:
    """Check and build the handbook."""


@main.command()
def check() -> None:
    """Check all content and name every problem."""
    report = run_check(Path("content"), Path("docs"))
    for problem in report.problems:
        click.echo(f"{'warning: ' if problem.severity == 'warning' else ''}{problem}")
    click.echo(f"{len(report.errors)} errors, {len(report.warnings)} warnings.")
    sys.exit(1 if report.errors else 0)
