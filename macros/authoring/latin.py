"""Latin: titles of every script in letters from a to z, of which ids are made."""

from __future__ import annotations

import unicodedata

from anyascii import anyascii


def latin(text: str) -> str:
    """Return the text in plain Latin letters: accents fall away, and other scripts are written as they sound.

    A character of Chinese becomes a word of its own. What is no letter and no digit stays as it is.
    """
    return "".join(map(_written, text))


def _written(sign: str) -> str:
    if sign.isascii():
        return sign
    bare = "".join(part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part))
    if bare.isascii():
        return bare
    if not sign.isalnum():
        return sign
    sounds = anyascii(sign)
    return f" {sounds} " if "\u4e00" <= sign <= "\u9fff" or "\u3400" <= sign <= "\u4dbf" else sounds
