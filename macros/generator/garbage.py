"""How often Python looks for garbage. All records live until a build or a command ends, and to go through
them again and again took a fifth of its time. To go through them once more at the end took a tenth.
"""

from __future__ import annotations

import atexit
import gc

NEW = 20_000  # objects, after which it looks among the new ones
HARDLY_EVER = 1000  # how much more seldom it looks among the old ones


def look_less() -> None:
    """Look for it among what a page leaves behind, hardly ever among the rest, and no more at the end."""
    gc.set_threshold(NEW, 20, HARDLY_EVER)
    atexit.register(gc.freeze)
