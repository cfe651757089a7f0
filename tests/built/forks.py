"""A small project of its own: our code with the Welsh framework as its content."""

from __future__ import annotations

import shutil
from pathlib import Path

from builds import ROOT


def make_fork(target: Path) -> Path:
    """Copy code, templates and the Welsh content into `target`, as a team that forks would have them."""
    for name in ("content", "docs"):
        shutil.copytree(ROOT / "tests/frameworks/welsh" / name, target / name)
    shutil.copytree(ROOT / "content/languages", target / "content/languages")
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target
