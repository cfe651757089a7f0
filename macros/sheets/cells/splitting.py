"""Splitting: several lessons in one cell, told apart by numbers, by bullets or by empty lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERED = re.compile(r"^[ \t]*[(\[]?(\d{1,2})[.)\]:][ \t]*(?=\S)", re.MULTILINE)
_LETTERED = re.compile(r"^[ \t]*[(\[]?([a-z])[.)\]][ \t]+(?=\S)", re.MULTILINE)
_IN_LINE = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)][ \t]+(?=\S)")
_BULLET = re.compile(r"^[ \t]*[•●▪◦‣·*\-–—o\uf0b7][ \t]+(?=\S)", re.MULTILINE)
_NUMBER_FIRST = re.compile(r"^[(\[]?\d{1,2}[.)\]:] +(?=\S)")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Parts:
    """The parts of a cell, what comes before the first, and how they were told apart."""

    parts: tuple[str, ...]
    before: str = ""
    by: str = ""


def split(text: str) -> Parts:
    """Return the parts of the text: one when nothing tells several apart."""
    for pattern, by, counted in (
        (_NUMBERED, "by numbers", _numbers),
        (_LETTERED, "by letters", _letters),
        (_BULLET, "by bullets", None),
        (_IN_LINE, "by numbers", _numbers),
    ):
        marks = list(pattern.finditer(text))
        if len(marks) > 1 and (not counted or counted([mark[1] for mark in marks])):
            ends = [*(mark.start() for mark in marks[1:]), len(text)]
            parts = tuple(text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True))
            return Parts(parts, text[: marks[0].start()].strip(), by)
    paragraphs = tuple(part.strip() for part in _EMPTY_LINE.split(text) if part.strip())
    return Parts(paragraphs, by="by empty lines") if len(paragraphs) > 1 else Parts((text.strip(),))


def first_sentence(text: str, longest: int) -> str:
    """Return the first sentence, on one line, cut between words when it is longer."""
    line = _NUMBER_FIRST.sub("", " ".join(text.split()))
    sentence = re.split(r"(?<=[.!?])\s+(?=[^\W\d_a-z])", line, maxsplit=1)[0]
    if len(sentence) > longest:
        sentence = sentence[: longest + 1].rsplit(" ", 1)[0][:longest]
    return sentence.strip().rstrip(".,;:")


def _numbers(found: list[str]) -> bool:
    return [int(number) for number in found] == list(range(1, len(found) + 1))


def _letters(found: list[str]) -> bool:
    return found == [chr(ord("a") + step) for step in range(len(found))]
