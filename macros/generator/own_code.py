"""Code of the project's own, such as a hook: what it stopped with, and where, in one sentence."""

from __future__ import annotations

import traceback
from pathlib import Path

from macros.loading.problem import one_line

LONGEST = 300  # characters of what an error says
OTHERS = {"macros", "site-packages", "dist-packages"}  # folders of code that is not a project's own


def said_by(error: BaseException) -> str:
    """Return what an error says, on one line and not endless."""
    said = one_line(f"{type(error).__name__}: {error}")
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def own_place(error: BaseException, root: Path) -> tuple[str, int] | None:
    """Return the file under `root` and the line in which code of the project itself stopped, if it did."""
    frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append((error.filename, error.lineno or 1))
    for name, line in reversed(frames):
        file = Path(name)
        if file.is_relative_to(root) and not OTHERS.intersection(file.relative_to(root).parts):
            return file.relative_to(root).as_posix(), line
    return None
