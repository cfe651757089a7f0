"""The site built for folders: what every copy is made from, and the one date that a copy carries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from macros.generator.given_date import given_date, moment
from macros.refusal import Refusal

# Never --quiet: it keeps warnings from the strict build, which then counts none.
BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict")
SETTINGS = {
    "OFFLINE": "true",
    "SERVING": "false",
    "ON_ERROR_FAIL": "true",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONIOENCODING": "utf-8",
}
CHATTER = ("INFO ", "DEBUG ")  # how lines begin that say only what goes well
# What mkdocs-macros says of a page that calls what is not there, or calls it wrongly.
PAGE_ERROR = re.compile(r"_File_: `(?P<page>[^`]+)`\s+_\w+_: (?P<why>.+)")
CRASH = "Traceback (most recent call last):"


def offline_site(config: Path, *, print_page: str = "") -> dict[str, bytes]:
    """Build the site that the file `config` describes for folders, and return every file of it by path.

    With `print_page`, the path under docs/ of a page that gathers everything about a record, it has no other
    page.

    Raise Refusal, with what MkDocs said, when it cannot be built.
    """
    require_settings(config)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        run = subprocess.run(
            [*BUILD, "--config-file", str(config), "--site-dir", str(root)],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            env={**os.environ, **SETTINGS, "PRINT_PAGES": print_page or "false"},
        )
        if run.returncode:
            raise Refusal(_why(_without_chatter(run.stdout + run.stderr)))
        files = (file for file in sorted(root.rglob("*")) if file.is_file())
        return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def require_settings(config: Path) -> None:
    """Raise Refusal where the settings of the site are not there."""
    if not config.is_file():
        raise Refusal(
            f"There is no file “{config}” here. Run the command in the project's folder, "
            "or name the file with --config."
        )


def date_of(project: Path) -> datetime:
    """Return the date of a copy: SOURCE_DATE_EPOCH, or else the last commit, or else the earliest that a zip
    knows.
    """
    return given_date() or moment(_last_commit(project) or "0")


def _without_chatter(output: str) -> str:
    return "\n".join(line for line in output.splitlines() if not line.startswith(CHATTER)).strip()


def _why(output: str) -> str:
    """Return what MkDocs said. One sentence is enough where the hooks have explained a crash.

    A crash is no fault of the person who asks: one sentence says what it was, and a file keeps the rest for
    the person who looks after the software.
    """
    from macros.generator.site_folder import STOPPED  # which loads what only a build needs

    if STOPPED in output:
        return output[output.index(STOPPED) :]
    if wrong := PAGE_ERROR.search(output):
        return f"The page {wrong['page']} cannot be built, so nothing was made: {wrong['why']}"
    if CRASH not in output:
        return f"The site could not be built, so nothing was made. MkDocs said:\n{output}"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="handbook-", suffix=".log", delete=False
    ) as log:
        log.write(f"{output}\n")
    return (
        f"{STOPPED} “{output.splitlines()[-1]}”. Show the file {log.name} to the person who looks "
        "after it: it holds the whole message."
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
