"""How often Python looks for garbage during a build. All records live until its end, and to go through them
again and again took a fifth of its time.
"""

from __future__ import annotations

import gc

NEW = 20_000  # objects, after which it looks among the new ones
HARDLY_EVER = 1000  # how much more seldom it looks among the old ones


def wait() -> None:
    """Look for none while the content is read, when nothing is thrown away."""
    gc.disable()


def look_less() -> None:
    """Look for it among what a page leaves behind, and hardly ever among the rest."""
    gc.set_threshold(NEW, 20, HARDLY_EVER)
    gc.enable()
