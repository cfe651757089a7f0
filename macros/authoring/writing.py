"""Writing several files at once: all of them appear, or none."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.authoring.disk.lock import alone
from macros.refusal import Refusal, cannot_write

WAITING = ".import-"  # begins the name of the folder in which files wait until all are complete
LOCK = ".import.lock"
NAMES = "names.json"  # in that folder: where each of them belongs


def write_all(folder: Path, files: Mapping[Path, str]) -> None:
    """Write each text to its file under `folder`, or none of them. Raises Refusal, saying why.

    The files are written into a folder beside their places first, so that a full disk is met before any of
    them appears. What a killed run left behind is put right first. No file that is there is ever replaced.
    """
    waiting: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder / LOCK, _busy(folder)):
            _finish_interrupted(folder)
            waiting = Path(tempfile.mkdtemp(prefix=WAITING, dir=folder))
            names = _wait(waiting, folder, files)
            _place_all(waiting, folder, names)
            shutil.rmtree(waiting, ignore_errors=True)
    except FileExistsError as why:
        there = Path(why.filename2 or why.filename).as_posix()
        raise Refusal(f"{there} exists already, and nothing was written.") from None
    except OSError as why:
        raise cannot_write(_file_of(why, folder), why, "Nothing was written.") from None
    finally:
        if waiting:
            shutil.rmtree(waiting, ignore_errors=True)


def put_right(folder: Path) -> None:
    """Take back what a run that was killed has begun, before another looks at what is there.

    Raise Refusal while another run is writing, or where nothing can be written.
    """
    if not any(folder.glob(f"{WAITING}*")):
        return
    try:
        with alone(folder / LOCK, _busy(folder)):
            _finish_interrupted(folder)
    except OSError as why:
        raise cannot_write(folder.as_posix(), why) from None


def _busy(folder: Path) -> str:
    return (
        f"Another import is writing to {folder.as_posix()}. Run the command again when it has ended. "
        "Nothing was written."
    )


def _finish_interrupted(folder: Path) -> None:
    """Take back what a run that was killed had begun to put into place, so that all of it can be written
    again.
    """
    for waiting in folder.glob(f"{WAITING}*"):
        with contextlib.suppress(OSError, ValueError):
            _take_back(waiting, folder, json.loads((waiting / NAMES).read_text("utf-8")))
        shutil.rmtree(waiting, ignore_errors=True)


def _wait(waiting: Path, folder: Path, files: Mapping[Path, str]) -> list[str]:
    """Write every file under its number into the folder in which they wait, with a list of where each
    belongs.
    """
    names = [path.relative_to(folder).as_posix() for path in sorted(files)]
    for number, path in enumerate(sorted(files)):
        _write(waiting / str(number), files[path])
    _write(waiting / NAMES, json.dumps(names))
    return names


def _place_all(waiting: Path, folder: Path, names: Sequence[str]) -> None:
    """Give each file its place. Where one cannot have it, take all back."""
    folders = _missing({(folder / name).parent for name in names})
    placed: list[str] = []
    try:
        for number, name in enumerate(names):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            _place(waiting / str(number), folder / name)
            placed.append(name)
    except BaseException:
        _take_back(waiting, folder, placed)
        for parent in reversed(folders):
            with contextlib.suppress(OSError):
                parent.rmdir()
        raise


def _take_back(waiting: Path, folder: Path, names: Sequence[str]) -> None:
    """Delete the files that are in place already, which are the same as the ones that wait."""
    for number, name in enumerate(names):
        path = folder / name
        file = waiting / str(number)
        with contextlib.suppress(OSError):
            if path.samefile(file) or path.read_bytes() == file.read_bytes():
                path.unlink()


def _write(file: Path, text: str) -> None:
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())


def _place(file: Path, path: Path) -> None:
    """Give a complete file its place, where no file may be. It keeps its first name until all have theirs."""
    try:
        path.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:  # a disk that cannot give a file two names
        data = file.read_bytes()
        with path.open("xb") as opened:
            opened.write(data)


def _file_of(why: OSError, folder: Path) -> str:
    """Return the file that could not be written, as people see it."""
    name = str(why.filename or "")
    inside = not name or WAITING in name
    return folder.as_posix() if inside else Path(name).as_posix()


def _missing(folders: set[Path]) -> list[Path]:
    """Return the folders that are not there yet, each before those inside it."""
    every = {parent for folder in folders for parent in (folder, *folder.parents)}
    return sorted(folder for folder in every if not folder.exists())
