"""Builds a site with the real command, as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "content" / "local"  # there in a handbook that follows this one
NOT_OURS = "Speaks of the handbook that you follow. Here content/local/ lies over it, so it may hold other records and other words."


def build(
    target: Path, *, config: Path = ROOT / "mkdocs.yml", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Build a site with the real command, strictly."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(target)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def built(target: Path, **how: Any) -> Path:
    """The folder of a site that must build."""
    done = build(target, **how)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return target


def bundle(project: Path, *options: str, **environment: str) -> Path:
    """The copy that the real command makes of a project, in its own folder."""
    return copied(project / "dist", *options, project=project, **environment)


def copied(to: Path, *options: str, project: Path = ROOT, **environment: str) -> Path:
    """The copy that the real command makes of a project, in the folder `to`."""
    done = subprocess.run(
        [sys.executable, "-m", "macros", "bundle", "--to", str(to), *options],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return next(file for file in to.iterdir() if file.name in done.stdout)
