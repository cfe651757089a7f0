"""The commands about what is installed: tools for more commands, exact versions, and nothing at all."""

from __future__ import annotations

import subprocess
import sys

import click

from macros.commands.options import telling
from macros.commands.own_python import PROJECT, pip
from macros.copies.pdf import printer

UV = "uv>=0.8,<1"
LISTS = ("requirements", "requirements-test")
# Exact versions with their hashes, for every platform.
COMPILE = (
    *("-m", "uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"),
)


@click.command("pdf-tools")
def pdf_tools() -> None:
    """Install what `handbook pdf` needs of Python. It also needs Pango from the system."""
    _add("pdf")
    with telling():
        printer()


@click.command("reading-tools")
def reading_tools() -> None:
    """Install what `handbook stats` needs to measure reading ages."""
    _add("reading")


@click.command()
def lock() -> None:
    """Write the exact versions of all packages, with the newest that requirements*.in allow."""
    code = pip(UV)
    for name in LISTS:
        compiling = [sys.executable, *COMPILE, "-o", f"{name}.txt", f"{name}.in"]
        code = code or subprocess.run(compiling, cwd=PROJECT, check=False).returncode
    sys.exit(code)


@click.command()
def clean() -> None:
    """Remove `.venv`, the site and the copies. Everything can be made again."""
    click.echo(
        "This Python is in .venv itself. Run `make clean`, or `python -m macros clean` with the Python of "
        "the machine.",
        err=True,
    )
    sys.exit(1)


def _add(extra: str) -> None:
    """Install an optional part, and leave the project where it is: a copy of it would not follow any edit."""
    if code := pip("-e", f".[{extra}]"):
        sys.exit(code)
