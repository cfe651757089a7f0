"""The project's own Python: `.venv`, made and filled with nothing but the Python of the machine.

Old versions of Python read this file too, to say which one is needed. So it uses nothing that is new.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata, util
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".venv"
NEEDED_VERSION = (3, 11)
# What is installed, in this order: the name of the part, and the list of its packages.
PARTS = {"site": "requirements.txt", "test": "requirements-test.txt"}
NEED_TESTS = ("quick", "test", "style", "types", "unit", "built", "browser", "bench", "mutate", "release")
NO_VENV = (
    "This Python cannot make a virtual environment, because a part of it is missing. On Debian and Ubuntu, "
    "install it: sudo apt-get install python3-venv. Then run the command again."
)
NO_FOLDER = (
    "The folder .venv of this project is a link, and there is no Python where it leads. Remove the link. "
    "Then run the command again."
)
NOT_INSTALLED = (
    "Not everything that is needed could be installed: see above. This needs a network connection. "
    "Run the command again: it goes on where it stopped."
)


def run(arguments: list[str]) -> int | None:
    """Run a command of the project in its own Python, which is made first if need be. Return its exit code.

    Return None where the Python that runs now will do. End the program, saying why, where none can be made.
    """
    if not (PROJECT / PARTS["site"]).is_file() or _is_own():
        return None
    if arguments[:1] == ["clean"]:
        return _clean()
    if sys.prefix != sys.base_prefix and _has_all():
        return None
    if sys.version_info < NEEDED_VERSION:
        sys.exit(f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}.")
    _make()
    for part in PARTS:
        if part == "site" or (arguments[:1] and arguments[0] in NEED_TESTS):
            _install(part)
    return subprocess.run([str(python()), "-m", "macros", *arguments], check=False).returncode


def python() -> Path:
    """Return the program in `.venv`."""
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip(*arguments: str) -> int:
    """Let pip of the Python in `.venv`, or of the one that runs now, do something; return its exit code."""
    program = sys.executable if _is_own() or not python().exists() else str(python())
    quiet = ("install", "--quiet", "--disable-pip-version-check")
    return subprocess.run([program, "-m", "pip", *quiet, *arguments], cwd=PROJECT, check=False).returncode


def _is_own() -> bool:
    return Path(sys.prefix).resolve() == FOLDER.resolve()


def _has_all() -> bool:
    """Return whether the Python that runs now has every package that the project names."""
    text = (PROJECT / "requirements.in").read_text("utf-8")
    names = re.findall(r"^[A-Za-z0-9._-]+", text, re.MULTILINE)
    return all(map(_is_installed, names))


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _make() -> None:
    """Make `.venv`, also in place of one that is half made or whose Python is gone. One that somebody else
    made is used as it is.
    """
    made = FOLDER / "made"
    if python().exists() and (made.exists() or (FOLDER / "site").exists() or _can_install()):
        return
    if FOLDER.is_symlink():
        sys.exit(NO_FOLDER)
    if util.find_spec("venv") is None or util.find_spec("ensurepip") is None:
        sys.exit(NO_VENV)
    print("Making .venv, once ...", file=sys.stderr)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=False).returncode:
        shutil.rmtree(FOLDER, ignore_errors=True)
        sys.exit(NO_VENV)
    made.write_text("", "utf-8")


def _can_install() -> bool:
    """Return whether `.venv` is whole: nobody knows what else is in it, so it must not be made anew."""
    command = [str(python()), "-m", "pip", "--version"]
    return (FOLDER / "pyvenv.cfg").is_file() and not subprocess.run(
        command, check=False, capture_output=True
    ).returncode


def _install(part: str) -> None:
    """Install the packages of a part, unless that has been done with the same list in the same folder."""
    stamp = FOLDER / part
    wanted = _state(part)
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    print(f"Installing what the {part} needs ...", file=sys.stderr)
    code = pip("--require-hashes", "-r", PARTS[part])
    if not code and part == "site":
        code = pip("--no-deps", "--no-build-isolation", "-e", ".")
    if code:
        sys.exit(NOT_INSTALLED)
    stamp.write_text(wanted, "utf-8")


def _state(part: str) -> str:
    """Return what an installation depends on, as one number: the lists, and where the project is."""
    files = [PARTS["site"], PARTS[part], "pyproject.toml"]
    known = hashlib.sha256(str(PROJECT).encode())
    for name in files:
        known.update((PROJECT / name).read_bytes())
    return known.hexdigest()


def _clean() -> int:
    for name in (".venv", "site", "build", "dist"):
        shutil.rmtree(PROJECT / name, ignore_errors=True)
    for folder in (*PROJECT.glob("*.egg-info"), *PROJECT.glob(".site.*")):
        shutil.rmtree(folder, ignore_errors=True)
    return 0
