"""A spool: where finished pages wait to be written.

MkDocs makes every article before it writes the first page, so at 5,000 lessons they would take 200 MB.
"""

from __future__ import annotations

import os
from tempfile import SpooledTemporaryFile
from typing import NamedTuple

IN_MEMORY = 32_000_000  # bytes; what is more goes into a temporary file, which ends with the build
ANY_TEXT = "surrogatepass"  # what cannot be written is refused elsewhere


class Spooled(NamedTuple):
    """Where a text is in a spool, in bytes."""

    start: int
    length: int


class Spool:
    """Texts of one build."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed with the build)
        self._last = Spooled(0, 0), ""  # a template asks for one text again and again

    def keep(self, text: str) -> Spooled:
        """Put a text in, and return where it is. Raises OSError where the disk is full."""
        data = text.encode(errors=ANY_TEXT)
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(data)
        return Spooled(start, len(data))

    def text(self, at: Spooled) -> str:
        """Return the text that is there."""
        if self._last[0] != at:
            self._file.seek(at.start)
            self._last = at, self._file.read(at.length).decode(errors=ANY_TEXT)
        return self._last[1]
