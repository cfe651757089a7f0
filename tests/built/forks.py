"""A small project of its own: our code with another framework as its content."""

from __future__ import annotations

import shutil
from pathlib import Path

from builds import ROOT


def make_fork(target: Path, framework: str = "welsh") -> Path:
    """Copy code, templates and the content of `tests/frameworks/<framework>` into `target`, as a team that forks would have them."""
    for name in ("content", "docs"):
        shutil.copytree(ROOT / "tests/frameworks" / framework / name, target / name)
    shutil.copytree(ROOT / "content/languages", target / "content/languages")
    for name in ("macros", "overrides"):  # and what is compiled, but no file that is being written
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target
