"""What the commands that make copies share: the site built for folders, its date, and files that appear only when whole."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path


class NotMade(Exception):
    """Why a copy was not made: what to tell the person who asked for it."""


def offline_site(config: Path) -> dict[str, bytes]:
    """Every file of the site that `config` describes, built for folders, by path. Raises NotMade with what MkDocs said, or where a crash is told."""
    if not config.is_file():
        raise NotMade(
            f"There is no file “{config}” here. Run the command in the project's folder, or name the file with --config."
        )
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--quiet",
                "--config-file",
                str(config),
                "--site-dir",
                folder,
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "OFFLINE": "true", "SERVING": "false", "NO_MKDOCS_2_WARNING": "1"},
        )
        if said.returncode:
            raise NotMade(_why((said.stdout + said.stderr).strip()))
        root = Path(folder)
        return {
            file.relative_to(root).as_posix(): file.read_bytes()
            for file in sorted(root.rglob("*"))
            if file.is_file()
        }


def _why(said: str) -> str:
    """What MkDocs said. A crash is no fault of who asks: one sentence says what it was, and a file holds the rest for whoever mends it."""
    if "Traceback (most recent call last):" not in said:
        return f"The site could not be built, so nothing was made. MkDocs said:\n{said}"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="handbook-", suffix=".log", delete=False
    ) as log:
        log.write(f"{said}\n")
    return (
        f"The site could not be built, so nothing was made: a part of the software stopped with “{said.splitlines()[-1]}”. "
        f"Show the file {log.name} to whoever looks after it: it holds all that was said."
    )


def date_of(project: Path) -> datetime:
    """The one date that a copy carries: SOURCE_DATE_EPOCH, or else the last commit, or else the earliest that a zip knows."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(project) or "0"
    if not seconds.isdigit():
        raise NotMade(f"SOURCE_DATE_EPOCH is a number of seconds since 1970, and “{seconds}” is none.")
    return datetime.fromtimestamp(int(seconds), UTC)


def put(target: Path, data: bytes) -> None:
    """Write `data` so that `target` is always whole: the old file stays until the new one is complete. Raises NotMade when it cannot be written."""
    try:
        _put(target, data)
    except OSError as why:
        raise NotMade(
            f"“{target.as_posix()}” could not be written: {why.strerror}. What stood there before is as it was. "
            "Make room, or name another folder with --to, and run the command again."
        ) from None


def _put(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.chmod(part, 0o644)
        os.replace(part, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)


def _last_commit(project: Path) -> str:
    try:
        return subprocess.run(
            ["git", "-C", str(project), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
    except OSError:
        return ""
