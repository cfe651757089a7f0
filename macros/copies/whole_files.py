"""Files that are whole or not there: a copy replaces an older one only when it is complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

READABLE_BY_ALL = 0o644


class NotMade(Exception):
    """Why a copy was not made, in words for the person who asked for it."""


def put(target: Path, data: bytes) -> None:
    """Write `data` to `target`, so that the old file stays until the new one is complete.

    Raise NotMade when it cannot be written.
    """
    try:
        _put(target, data)
    except OSError as error:
        raise NotMade(
            f"“{target.as_posix()}” could not be written: {error.strerror}. "
            "What stood there before is as it was. "
            "Make room, or name another folder with --to, and run the command again."
        ) from None


def _put(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        unfinished.chmod(READABLE_BY_ALL)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
