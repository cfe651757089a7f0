"""The heading of a hand-written page as menus, the search and browsers show it: its words, without marks."""

from __future__ import annotations

import re
from html import unescape

from markdown import Markdown

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"#(?!#)[ \t]*([^\s#].*)")
_UNDERLINE = re.compile(r"=+\s*")
_END = re.compile(r"\s+#+\s*$|\s*\{:?\s*[#.][^{}]*\}\s*$")  # hashes that close a heading, or its anchor
_MARKS = re.compile(r"[\\`*_\[<&]")
_TAG = re.compile(r"<[^<>]*>")


def typed_heading(body: str) -> tuple[int, str]:
    """Return the line, from 1, of the first heading of the first level, and what is typed there; 0 and an
    empty text where there is none.
    """
    fence = ""
    above = ""
    for number, line in enumerate(body.split("\n"), 1):
        if opened := _FENCE.match(line):
            mark = opened[1]
            fence = "" if fence and mark.startswith(fence) else fence or mark
        elif not fence and (heading := _HEADING.match(line)):
            return number, heading[1].rstrip()
        elif not fence and above.strip() and _UNDERLINE.fullmatch(line):
            return number - 1, above.strip()
        above = line
    return 0, ""


def heading_of(body: str) -> str:
    """Return the words of the first heading of the first level; an empty text where there is none."""
    typed = _END.sub("", typed_heading(body)[1])
    if not _MARKS.search(typed):
        return typed
    return " ".join(unescape(_TAG.sub("", Markdown().convert(typed))).split())
