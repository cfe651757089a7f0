"""Readability: the words of a record as a reader meets them, and the age at which they are read with ease.

The formula is that of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, *Derivation of New
Readability Formulas for Navy Enlisted Personnel*, Research Branch Report 8-75 (1975): 0.39 × words a sentence
+ 11.8 × syllables a word − 15.59. It gives a grade of the schools of the United States, where pupils of grade
n are n + 5 years old as the year begins. The package `textstat` counts the syllables. The formula is made for
English; for another language the figures say little.
"""

from __future__ import annotations

import re
from importlib.util import find_spec

from macros.model import Record
from macros.model.references import prose
from macros.pages.prose import blocks

YEARS_BEFORE_GRADES = 5
NEEDED = "Needs more tools: run `make reading-tools`, or `python -m macros reading-tools`"
NOTES = {"evidence", "seen_again", "used"}

_END_OF_SENTENCE = re.compile(r"""(?:(?<=[.!?])|(?<=[.!?]["”’)]))\s+(?=["“‘(]*[A-Z0-9£€$])""")
_MARK_IN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")


def sentences(record: Record) -> list[str]:
    """Return every sentence of the prose of `record`, in order, with figures and names, and without ids and
    marks.

    A heading or a point of a list counts as a sentence, because the eye stops there.
    """
    return [
        sentence
        for _, text in prose(record)
        for block in blocks(text)
        for sentence in _END_OF_SENTENCE.split(block)
        if sentence
    ]


def words(text: str) -> list[str]:
    """Return what is between spaces in `text`, if it holds a letter or a digit."""
    return [word for word in text.split() if any(character.isalnum() for character in word)]


def length(record: Record) -> int:
    """Return how many words `record` itself has. Its evidence is a note under it, and is not counted."""
    return sum(
        len(words(block)) for path, text in prose(record) if not NOTES & set(path) for block in blocks(text)
    )


def measurable() -> bool:
    """Return whether the extra that counts syllables is installed. Without it there are no reading ages."""
    return find_spec("textstat") is not None


def reading_age(record: Record) -> float:
    """Return the age at which the prose of `record` is read with ease, in years to one decimal; 0.0 where
    there is none.
    """
    # Imported here, because no other command should wait for its dictionary of sounds.
    from textstat import flesch_kincaid_grade

    text = " ".join(map(_with_one_stop, sentences(record)))
    return round(flesch_kincaid_grade(text) + YEARS_BEFORE_GRADES, 1) if text else 0.0


def _with_one_stop(sentence: str) -> str:
    """Return `sentence` so that it ends with a full stop, and no point inside a number seems to end it."""
    return _MARK_IN_NUMBER.sub("", sentence).rstrip(".") + "."
