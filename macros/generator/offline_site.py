"""The site built for folders: what every copy is made from, and the one date that a copy carries."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from macros.copies.whole_files import NotMade

BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
SETTINGS = {"OFFLINE": "true", "SERVING": "false", "NO_MKDOCS_2_WARNING": "1"}
CRASH = "Traceback (most recent call last):"


def offline_site(config: Path) -> dict[str, bytes]:
    """Build the site that the file `config` describes for folders, and return every file of it by path.

    Raise NotMade, with what MkDocs said, when it cannot be built.
    """
    if not config.is_file():
        raise NotMade(
            f"There is no file “{config}” here. Run the command in the project's folder, "
            "or name the file with --config."
        )
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [*BUILD, "--config-file", str(config), "--site-dir", folder],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **SETTINGS},
        )
        if run.returncode:
            raise NotMade(_why((run.stdout + run.stderr).strip()))
        root = Path(folder)
        files = (file for file in sorted(root.rglob("*")) if file.is_file())
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def date_of(project: Path) -> datetime:
    """Return the date of a copy: SOURCE_DATE_EPOCH, or else the last commit, or else the earliest that a zip
    knows.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(project) or "0"
    if not seconds.isdigit():
        raise NotMade(f"SOURCE_DATE_EPOCH is a number of seconds since 1970, and “{seconds}” is none.")
    return datetime.fromtimestamp(int(seconds), UTC)


def _why(output: str) -> str:
    """Return what MkDocs said.

    A crash is no fault of the person who asks: one sentence says what it was, and a file keeps the rest for
    whoever looks after the software.
    """
    if CRASH not in output:
        return f"The site could not be built, so nothing was made. MkDocs said:\n{output}"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="handbook-", suffix=".log", delete=False
    ) as log:
        log.write(f"{output}\n")
    return (
        "The site could not be built, so nothing was made: a part of the software stopped with "
        f"“{output.splitlines()[-1]}”. Show the file {log.name} to whoever looks after it: "
        "it holds all that was said."
    )


def _last_commit(project: Path) -> str:
    """Return the time of the last commit in `project`, in seconds since 1970, or an empty text without
    git.
    """
    try:
        return subprocess.run(
            ["git", "-C", str(project), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
    except OSError:
        return ""
