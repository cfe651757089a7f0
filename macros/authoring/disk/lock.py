"""A lock between processes: a file that one of them holds. The system frees that of a killed process."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from macros.refusal import Refusal

HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)  # what systems answer where another process holds it


@contextlib.contextmanager
def alone(lock: Path, busy: str) -> Iterator[None]:
    """Hold the file `lock` for as long as the block runs.

    Raise Refusal with the sentence `busy` where another process holds it.
    """
    opened = _held(lock, busy)
    try:
        yield
    finally:
        if sys.platform != "win32":  # where a file that is open cannot be deleted
            _delete(lock)
        opened.close()
        if sys.platform == "win32":
            _delete(lock)


def _held(lock: Path, busy: str) -> BinaryIO:
    """Open and lock the file. Begin again where another process has deleted it in between."""
    while True:
        opened = lock.open("ab")
        try:
            _lock(opened.fileno())
            if _is_still_there(lock, opened):
                return opened
        except OSError as error:
            opened.close()
            if error.errno in HELD:
                raise Refusal(busy) from None
            raise
        opened.close()


def _is_still_there(lock: Path, opened: BinaryIO) -> bool:
    try:
        return os.path.samestat(lock.stat(), os.fstat(opened.fileno()))
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _delete(lock: Path) -> None:
    with contextlib.suppress(OSError):
        lock.unlink()
