"""The commands that build: the site, the site while people edit, the copies of a release."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click

from macros.commands.options import content_option, require, telling
from macros.generator import running

RELEASE = Path("dist/release")
COPIES = (("bundle",), ("bundle", "--single"), ("pdf",))


@click.command()
@content_option
@click.option("--offline", is_flag=True, help="A site that opens from a folder, without a server.")
def site(content: Path, offline: bool) -> None:
    """Check all content, and build the site into `site/` if it has no errors.

    Exit code 0: built. 1: not built, and why; the site that was there is as it was.
    """
    require(content)
    sys.exit(running.build(offline))


@click.command()
@click.option("--port", type=click.IntRange(1, 65_534), default=8000, show_default=True)
@content_option
def serve(port: int, content: Path) -> None:
    """Serve the site on this machine, and follow every save. Control and C ends it."""
    require(content)
    with telling():
        sys.exit(running.serve(port))


@click.command()
def release() -> None:
    """Make the copies that a release hands out, in `dist/release/`: one zip, one file, one PDF."""
    shutil.rmtree(RELEASE, ignore_errors=True)
    for copy in COPIES:
        done = subprocess.run([sys.executable, "-m", "macros", *copy, "--to", str(RELEASE)], check=False)
        if done.returncode:
            sys.exit(done.returncode)
