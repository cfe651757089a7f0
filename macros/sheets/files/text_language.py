"""Whether a text reads as one of the languages that encodings are recognised by."""

from __future__ import annotations

import re

# Letters and signs that people in Western Europe type, and that Windows-1252 keeps in one byte.
_WESTERN_SIGNS = set(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüÿßŒœ€‚„…‘’“”•–—™¡¿«»°·£§©®½¼¾²³ºª±×÷†‡¢ "
)
# What no text in these languages has.
_ODD = re.compile(
    "|".join(
        (
            r"[^\W\d_][‚„¡¿]",  # a sign that opens something, behind a letter
            r"[^\W\d_][“”•£¢€§†‡°»«³²½](?=[^\W\d_])",  # another sign inside a word
            r"[A-Z][À-ÖØ-Þ](?=[a-zß-ÿ])",  # a second capital, before small letters
            r"[œŒÛ]\s?\d|\d\s?[øõœŒú](?!\w)",  # a letter for a sum of money or a degree
            r"(?<!\w)[ÂÄÑÔÛâãçëîïñôõøùûüÿßœŒ](?!\w)",  # a letter on its own that is no word
        )
    )
)


def is_western(text: str) -> bool:
    """Return whether the text reads as a language of Western Europe: known signs, and not many of them."""
    foreign = [sign for sign in text if not sign.isascii()]
    letters = sum(sign.isalpha() for sign in text)
    accents = sum(sign.isalpha() for sign in foreign)
    return set(foreign) <= _WESTERN_SIGNS and accents * 3 <= letters and not _odd_capitals(text)


def odd_places(text: str) -> int:
    """Return how many places of a text no language of Western Europe has. Other letters were meant there."""
    return len(_ODD.findall(text))


def is_japanese(text: str) -> bool:
    """Return whether many signs of a text are the syllables that no other language writes."""
    foreign = [sign for sign in text if not sign.isascii()]
    return sum("\u3041" <= sign <= "\u30ff" for sign in foreign) * 5 > len(foreign)


def _odd_capitals(text: str) -> bool:
    """Return whether a capital with an accent comes after a small letter, which no word has."""
    return re.search(r"[a-zà-öø-ÿ][À-ÖØ-Þ]", text) is not None
