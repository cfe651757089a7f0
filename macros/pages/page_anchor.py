"""The anchors of headings in hand-written pages, in every script."""

from __future__ import annotations

import re
import unicodedata

KEPT = ("L", "M", "N")  # letters, the signs that belong to them, and digits


def page_anchor(words: str, separator: str) -> str:
    """Return the anchor of a heading: as Python-Markdown makes it where all letters are Latin, so that no
    address changes, and of the words themselves in any other script.
    """
    if is_latin(words):
        text = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
        text = re.sub(r"[^\w\s-]", "", text).strip().lower()
    else:
        text = own_letters(words, "-_", "")
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, text)


def own_letters(words: str, also: str = "", gap: str = " ") -> str:
    """Return the letters and digits of `words` in small letters, the signs in `also`, and single spaces.

    Any other sign becomes `gap`.
    """
    kept = (
        sign if sign.isspace() or sign in also or unicodedata.category(sign)[0] in KEPT else gap
        for sign in unicodedata.normalize("NFC", words)
    )
    return " ".join("".join(kept).lower().split())


def is_latin(words: str) -> bool:
    """Return whether every letter and digit of `words` is Latin, or becomes so without its accents."""
    return all(map(_is_latin, words))


def _is_latin(sign: str) -> bool:
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    named = sign < "\u0250" or unicodedata.name(sign, "").startswith("LATIN")
    return not sign.isalnum() or bool(bare) or named
