"""Installs the engines that could take the place of MkDocs, each in a virtual environment of its own.

`python tests/engines.py FOLDER` makes FOLDER/mkdocs-ng, FOLDER/properdocs and FOLDER/zensical. With ENGINES=FOLDER
in the environment, tests/built/test_engines.py builds with each.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What each needs beside or in place of our own packages.
PACKAGES = {
    "mkdocs-ng": ("mkdocs-ng==1.8.0",),
    "properdocs": ("properdocs==1.6.7", "mkdocs-materialx==10.2.2"),
    "zensical": ("zensical==0.1.3",),
}


def python(folder: Path, engine: str) -> Path:
    """The Python of the environment of an engine."""
    programs = folder / engine / ("Scripts" if sys.platform == "win32" else "bin")
    return programs / ("python.exe" if sys.platform == "win32" else "python")


def install(folder: Path, engine: str) -> None:
    """Make the environment of an engine anew."""
    venv.create(folder / engine, with_pip=True, clear=True)
    pip = [str(python(folder, engine)), "-m", "pip"]
    if engine != "zensical":  # which reads finished pages, and needs nothing of ours
        subprocess.run([*pip, "install", "-q", "-r", str(ROOT / "requirements.txt")], check=True)
    if engine == "mkdocs-ng":  # it has the same name in Python
        subprocess.run([*pip, "uninstall", "-q", "-y", "mkdocs"], check=True)
    subprocess.run([*pip, "install", "-q", *PACKAGES[engine]], check=True)


if __name__ == "__main__":
    for name in PACKAGES:
        install(Path(sys.argv[1]), name)
