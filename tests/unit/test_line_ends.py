"""The same bytes on every machine, whatever git is told there about line ends."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from needed import NEEDS_GIT
from world import ROOT

pytestmark = NEEDS_GIT
FILES = {
    "overrides/assets/a.js": b"let a = 1;\n",
    "overrides/assets/a.css": b"a {}\n",
    "content/lessons/a.yml": b"title: A\n",
    "docs/a.md": b"# A\n",
    "Makefile": b"a:\n\ttrue\n",
    "tests/log.xlsx": b"PK\x03\x04\n\r\n\n",
    "docs/a.png": b"\x89PNG\r\n\x1a\n\n",
    "docs/a.gz": b"\x1f\x8b\n\n",
}


def git(folder: Path, *command: str) -> None:
    subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_a_clone_has_the_same_bytes(tmp_path: Path, autocrlf: str) -> None:
    here = tmp_path / "here"
    for path, data in FILES.items():
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_bytes(data)
    shutil.copy(ROOT / ".gitattributes", here)
    git(here, "init", "--quiet")
    git(here, "add", ".")
    git(here, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "x")
    git(tmp_path, "-c", f"core.autocrlf={autocrlf}", "clone", "--quiet", "here", "there")
    assert {path: (tmp_path / "there" / path).read_bytes() for path in FILES} == FILES
