"""Whether a text reads as one of the languages that encodings are recognised by."""

from __future__ import annotations

import re

# Letters and signs that people in Western Europe type, and that Windows-1252 keeps in one byte.
_WESTERN_SIGNS = set(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüÿßŒœ€‚„…‘’“”•–—™¡«»°·£§©®½¼¾²³ºª±×÷ "
)


def is_western(text: str) -> bool:
    """Return whether the text reads as a language of Western Europe: known signs, and not many of them."""
    foreign = [sign for sign in text if not sign.isascii()]
    letters = sum(sign.isalpha() for sign in text)
    accents = sum(sign.isalpha() for sign in foreign)
    return set(foreign) <= _WESTERN_SIGNS and accents * 3 <= letters and not _odd_capitals(text)


def is_japanese(text: str) -> bool:
    """Return whether many signs of a text are the syllables that no other language writes."""
    foreign = [sign for sign in text if not sign.isascii()]
    return sum("\u3041" <= sign <= "\u30ff" for sign in foreign) * 5 > len(foreign)


def _odd_capitals(text: str) -> bool:
    """Return whether a capital with an accent comes after a small letter, which no word has."""
    return re.search(r"[a-zà-öø-ÿ][À-ÖØ-Þ]", text) is not None
