"""Texts as files hold them: UTF-8, of a sensible length, and with nothing that a reader cannot see."""

from __future__ import annotations

import codecs

from macros.loading.unreadable import UNSEEN, Unreadable, too_large, unseen

# The marks with which other encodings begin, the longer first.
MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
HINT = "Save it again with the encoding UTF-8."


def decoded(raw: bytes, most: int) -> str:
    """Return the text of a file of at most `most` bytes, its lines ended by line feeds.

    Raises Unreadable, with the place, for another encoding and for what cannot be seen.
    """
    if len(raw) > most:
        raise too_large(most)
    for mark, name in MARKS:
        if raw.startswith(mark):
            raise Unreadable("encoding", f"this file is saved as {name}, not as UTF-8.", hint=HINT)
    if _is_utf16(raw):
        raise Unreadable("encoding", "this file is saved as UTF-16, not as UTF-8.", hint=HINT)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        message = "this file is not saved as UTF-8."
        raise Unreadable("encoding", message, line, column, HINT) from None
    text = text.replace("\r\n", "\n")
    if match := UNSEEN.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise unseen(match[0], line, match.start() - text.rfind("\n", 0, match.start()))
    return text


def _is_utf16(raw: bytes) -> bool:
    """Return whether every other byte is zero, as in UTF-16 without a mark, and not many of the others."""
    if len(raw) % 2:
        return False
    few, many = sorted((raw[0::2].count(0), raw[1::2].count(0)))
    return many * 3 > len(raw) and few * 20 < len(raw)
