"""Writing several files at once: all of them appear, or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.refusal import Refusal

WAITING = ".import-"  # begins the name of the folder in which files wait until all are complete


def write_all(folder: Path, files: Mapping[Path, str]) -> None:
    """Write each text to its file under `folder`. Where one cannot be written, none stays. Raises Refusal,
    saying why.

    The files are written beside their places first, so that a full disk is met before any of them appears. A
    file that somebody else wrote in the meantime is never replaced.
    """
    folders = _missing({path.parent for path in files})
    placed: list[Path] = []
    waiting: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        waiting = Path(tempfile.mkdtemp(prefix=WAITING, dir=folder))
        complete = {
            path: _written(waiting / str(number), text)
            for number, (path, text) in enumerate(sorted(files.items()))
        }
        for path, file in complete.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _place(file, path)
            placed.append(path)
    except BaseException as why:
        for path in placed:
            path.unlink(missing_ok=True)
        for parent in reversed(folders):
            with contextlib.suppress(OSError):
                parent.rmdir()
        if isinstance(why, FileExistsError):
            raise Refusal(
                f"{why.filename2 or why.filename} exists already, and nothing was written."
            ) from None
        if isinstance(why, OSError):
            raise Refusal(
                f"{why.filename2 or why.filename or folder.as_posix()} cannot be written: {why.strerror}. "
                "Nothing was written."
            ) from None
        raise
    finally:
        if waiting:
            shutil.rmtree(waiting, ignore_errors=True)


def _written(file: Path, text: str) -> Path:
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    return file


def _place(file: Path, path: Path) -> None:
    """Give a complete file its place, where none may be."""
    try:
        os.link(file, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        with path.open("x", encoding="utf-8"):
            pass
        file.replace(path)


def _missing(folders: set[Path]) -> list[Path]:
    """Return the folders that are not there yet, each before those inside it."""
    every = {parent for folder in folders for parent in (folder, *folder.parents)}
    return sorted(folder for folder in every if not folder.exists())
