"""Output that any code page can show: what it lacks is replaced by plain letters, and no message stops a
command.
"""

from __future__ import annotations

import codecs
import io
import sys

PLAIN = {
    "→": "->",
    "–": "-",
    "—": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "•": "*",
    "✓": "+",
    "\xa0": " ",
    "£": "GBP ",
    "×": "x",
    "·": "-",
    "°": " degrees",
}


def show_everywhere() -> None:
    """Let both outputs write any text, whatever their encoding is."""
    codecs.register_error("handbook", _replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="handbook")


def _replaced(error: UnicodeError) -> tuple[str, int]:
    r"""Return plain letters for signs that are known, and an escape such as `\u0416` for every other."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    text = "".join(PLAIN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in signs)
    return text, error.end
