"""What readers see of a text: whether anything at all, and what they would take it for."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from confusable_homoglyphs import confusables

# Letters and signs that nobody can see, although Unicode does not put them in a category of invisible ones.
BLANK = {"\u115f", "\u1160", "\u17b4", "\u17b5", "\u2800", "\u3164", "\uffa0", "\u00ad", "\u034f"}
SELECTORS = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
UNDRAWN = "CZ"  # the first letters of the categories of controls, of what has no sign, and of spaces
MARKS = "M"


def is_drawn(sign: str) -> bool:
    """Return whether a sign can be seen on its own."""
    return unicodedata.category(sign)[0] not in UNDRAWN + MARKS and sign not in BLANK


def hidden_sign(text: str) -> str:
    """Return the first sign of `text` that shows nothing and has no use in a title, by name; or else an empty
    text.

    Joiners and selectors have their use between and behind signs that are drawn, as in some scripts and
    pictures.
    """
    if text.isascii() and text.isprintable():  # as most titles are
        return ""
    for position, sign in enumerate(text):
        if not _is_hidden(sign):
            continue
        before = text[position - 1] if position else ""
        if sign in "\u200c\u200d" and before and not before.isascii() and position + 1 < len(text):
            continue
        if ord(sign) in SELECTORS[1] and before and not before.isspace():
            continue
        return name_of_sign(sign)
    return ""


def shows_nothing(text: str) -> bool:
    """Return whether readers see nothing of `text`."""
    return not any(map(is_drawn, text))


def name_of_sign(sign: str) -> str:
    """Return how people call a sign: its name, if it has one, and its number."""
    name = unicodedata.name(sign, "a sign without a name")
    return f"{name} (U+{ord(sign):04X})"


def skeleton(text: str) -> str:
    """Return what `text` looks like: texts that readers take for the same have the same skeleton."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    drawn = (sign for sign in unicodedata.normalize("NFD", folded) if not _is_hidden(sign))
    plain = "".join(map(_plainest, drawn))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def odd_sign(text: str, other: str) -> str:
    """Return the first sign in which two texts that look the same differ, by name."""
    for one, two in zip(text, other, strict=False):
        if one != two and one.casefold() != two.casefold():
            odd = max(one, two, key=lambda sign: (not sign.isascii(), sign.isspace(), sign == two))
            return f"“{odd}” is {name_of_sign(odd)}"
    return ""


@cache
def _plainest(sign: str) -> str:
    """Return the letter of Latin that a sign is taken for, or else the sign."""
    if sign.isascii():
        return sign
    alike = (entry["c"] for entry in confusables.confusables_data.get(sign, ()))
    return next((each for each in alike if len(each) == 1 and each.isascii() and each.isalnum()), sign)


@lru_cache(maxsize=10_000)  # signs: a handbook has some hundreds
def _is_hidden(sign: str) -> bool:
    if sign in BLANK or any(ord(sign) in span for span in SELECTORS):
        return True
    return not sign.isspace() and unicodedata.category(sign)[0] in UNDRAWN
