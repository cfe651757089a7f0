"""The words of a heading: its numbers, and what a long question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from macros.sheets.cells.leaves import NUMBER
from macros.sheets.cells.likeness import plain
from macros.similarity import HEADING

LONGEST = 60  # of a heading that may be misspelt; what is longer is prose


def numbered(heading: str) -> str:
    """Return the words of a heading with a sign in place of each number."""
    words = plain(heading.replace(NUMBER, " 0 ")).split()
    return " ".join(NUMBER if word.isdigit() else word for word in words)


def questions_of(sides: Mapping[str, str]) -> dict[str, str]:
    """Return the side of each question that asks for one: “what went well”. `sides` has words for each."""
    several = {text: side for text, side in sides.items() if " " in text}
    return {f" what {plain(text).removeprefix('what ')} ": side for text, side in several.items()}


def side_asked_for(heading: str, questions: Mapping[str, str]) -> str:
    """Return the side that a long question asks for: “please tell us what went well during the move”."""
    asked = f" {heading} "
    told = {side for question, side in questions.items() if question in asked} if " what " in asked else set()
    return told.pop() if len(told) == 1 else ""


def choice_pattern(between: str, fillers: Iterable[str]) -> re.Pattern[str]:
    """Return what is between the words of a heading that names several: a sign, or a filling word."""
    words = "|".join(map(re.escape, sorted(fillers)))
    return re.compile(rf"{between}|\s(?:{words})\s" if words else between, re.IGNORECASE)


def nearest(typed: str, known: Sequence[str]) -> tuple[str, float]:
    """Return the known heading that a misspelt one is nearest to, and how near; an empty text for none."""
    if not 3 < len(typed) <= LONGEST:
        return "", 0.0
    near = process.extractOne(typed, known, scorer=fuzz.ratio, score_cutoff=HEADING)
    return (near[0], near[1]) if near else ("", 0.0)


def lacks_a_word(typed: str, known: str) -> bool:
    """Return whether a heading is a known one less a word: “Last modified” says when, and not by whom."""
    return set(typed.split()) < set(known.split())
