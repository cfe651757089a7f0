"""Files that are whole or not there: a new one takes the place of an older one only when it is complete."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.refusal import Refusal, cannot_write

READABLE_BY_ALL = 0o644
UNCHANGED = (
    "What was there before has not changed. Make room, or name another place, and run the command again."
)


def put(target: Path, data: bytes) -> None:
    """Write `data` to `target`, so that the old file stays until the new one is complete.

    Raise Refusal when it cannot be written, and when `target` is a folder, a device or a pipe.
    """
    put_all({target: data})


def put_all(files: Mapping[Path, bytes]) -> None:
    """Write each text to its file, or none of them, in place of what is there.

    All are complete before the first takes its place. Raise Refusal as `put` does.
    """
    waiting: dict[Path, Path] = {}
    try:
        for target, data in files.items():
            place = _place_of(target)
            waiting[place] = _complete(place, data)
        _replace_all(waiting)
    except OSError as error:
        target = next(iter(files)) if len(files) == 1 else _folder(files)
        raise cannot_write(f"“{target.as_posix()}”", error, UNCHANGED) from None
    finally:
        _discard(waiting.values())


def put_new(target: Path, data: bytes) -> None:
    """Write `data` to `target`, where no file may be. It appears when it is complete.

    Raise FileExistsError where there is one, and any other OSError when it cannot be written.
    """
    unfinished = _complete(target, data)
    try:
        _take_empty_place(unfinished, target)
    finally:
        _discard([unfinished])


def _place_of(target: Path) -> Path:
    """Return the file that `target` is or leads to. Raise Refusal when it is there, but is no file."""
    place = target.resolve()
    if place.exists() and not place.is_file():
        kind = "a folder" if place.is_dir() else "a device or a pipe, not a file"
        raise Refusal(f"“{target.as_posix()}” is {kind}, so nothing was written. Name a file.")
    return place


def _complete(place: Path, data: bytes) -> Path:
    """Write `data` to a new file beside `place`, down to the disk, and return its path."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", dir=place.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        unfinished.chmod(READABLE_BY_ALL)
    except BaseException:
        _discard([unfinished])
        raise
    return unfinished


def _replace_all(waiting: Mapping[Path, Path]) -> None:
    """Give each complete file its place. Where one cannot have it, put everything back as it was."""
    if len(waiting) == 1:
        ((place, file),) = waiting.items()
        file.replace(place)
        return
    older: dict[Path, Path | None] = {}
    try:
        for place, file in waiting.items():
            older[place] = _second_name(place)
            file.replace(place)
    except BaseException:
        for place, old in older.items():
            if old:
                old.replace(place)
            elif not waiting[place].exists():  # it has its place already, where nothing was
                place.unlink(missing_ok=True)
        raise
    finally:
        _discard(old for old in older.values() if old)


def _second_name(place: Path) -> Path | None:
    """Return another name of the file at `place`, if there is one, by which it can come back."""
    if not place.exists():
        return None
    old = place.with_name(f".{place.name[:40]}.{os.getpid()}.older")
    try:
        old.hardlink_to(place)
    except OSError:  # a disk that cannot give a file two names
        shutil.copy2(place, old)
    return old


def _take_empty_place(file: Path, place: Path) -> None:
    try:
        place.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:  # a disk that cannot give a file two names
        if place.exists():
            raise FileExistsError(place) from None
        file.rename(place)


def _discard(files: Iterable[Path]) -> None:
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _folder(files: Mapping[Path, bytes]) -> Path:
    return Path(os.path.commonpath([file.parent for file in files]))
