"""Saving a workbook: what it takes of the disk on the way, and what is said where there is no room."""

from __future__ import annotations

import gc
import io
import sys
import tempfile
import traceback

from openpyxl import Workbook

from macros.refusal import Refusal

NO_ROOM = (
    "The spreadsheet cannot be made: the folder for files in between, “{folder}”, takes no more. Nothing was "
    "written. Make room there, or name another folder in TMPDIR, and run the command again."
)
UNWRITTEN = "SerialisationError"  # the error of a library that need not be there


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file. Each of its sheets goes through a file of the system.

    Raise Refusal where there is no room for it.
    """
    out = io.BytesIO()
    heard = sys.unraisablehook
    sys.unraisablehook = lambda _: None  # a sheet that is left half written complains once more
    try:
        book.save(out)
    except Exception as error:
        if not isinstance(error, OSError) and type(error).__name__ != UNWRITTEN:
            raise
        traceback.clear_frames(error.__traceback__)
        gc.collect()
        raise Refusal(NO_ROOM.format(folder=tempfile.gettempdir())) from None
    finally:
        sys.unraisablehook = heard
    return out.getvalue()
