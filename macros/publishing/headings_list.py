"""The headings of a finished page, as readers jump to them."""

from __future__ import annotations

import re
from html import unescape

FEWEST = 3  # a page with fewer headings needs no list of them
_HEADING = re.compile(r'<(h2)\b(?=[^<>]*\sid="([^"<>]+)")([^<>]*)>(.*?)</\1>', re.DOTALL)
_UNSEEN = re.compile(r"<(svg)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
UNLISTED = "data-unlisted"  # a heading that nobody jumps to, such as that of a list of problems
FLEETING = "data-fleeting"  # a heading that a script shows while there is something under it
_SHORTER = re.compile(r'data-listed="([^"]*)"')  # what to list in place of a long heading


def headings(html: str) -> list[tuple[str, str, bool]]:
    """Return the anchor and the words of each heading of the second level, and whether only a script shows
    it; nothing where there are few.
    """
    found = [
        (anchor, _plain(_words(attributes, words)), FLEETING in attributes)
        for _, anchor, attributes, words in _HEADING.findall(html)
        if UNLISTED not in attributes
    ]
    return found if len(found) >= FEWEST else []


def _words(attributes: str, words: str) -> str:
    shorter = _SHORTER.search(attributes)
    return shorter[1] if shorter else words


def _plain(markup: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", markup))).split())
