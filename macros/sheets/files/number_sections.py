"""Sections of number formats: the signs and words that a cell shows around its number, such as £ or “days”.

Excel keeps them in the format, so that they are lost where only the number is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import eq, ge, gt, le, lt, ne

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|(General|E[+-]|[0#?.,/@]+)|(.)')
_PARTS = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*);?')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")  # such as [>=1]
_HOLDS: dict[str, Callable[[float, float], bool]] = {"<": lt, ">": gt, "=": eq, "<=": le, ">=": ge, "<>": ne}
_NOTHING = re.compile(r"(?:\[[^\]]*\])*;[;]+")


@dataclass(frozen=True)
class Section:
    """One part of a format: what is before the number, how the number is shown, and what is behind it."""

    before: str = ""
    number: str = ""
    behind: str = ""
    sign: str = ""  # of the condition on which it is used, if it has one
    limit: float = 0.0

    @property
    def times(self) -> float:
        """By what the number is multiplied: per cent by a hundred, thousands and millions by less than 1."""
        scale = len(self.number) - len(self.number.rstrip(","))
        percent = 100.0 if "%" in self.before + self.behind else 1.0
        return percent / float(1000**scale)

    @property
    def digits(self) -> int:
        """How many digits are before the point at least."""
        return self.number.partition(".")[0].count("0")


def hides_everything(form: str) -> bool:
    """Return whether a format shows nothing, whatever is in the cell."""
    return _NOTHING.fullmatch(form) is not None


def dressed(number: float, form: str) -> str:
    """Return a finite number with the signs and words that its format shows around it."""
    section, is_own = _section(number, form)
    if not section.number and any(map(str.isalpha, section.before)):
        return section.before.strip()  # such as “Yes” in place of 1
    if not section.number:
        return _plain(number, 0)
    whole = _plain(abs(number) * section.times, section.digits)
    text = f"{section.before}{whole}{section.behind}".strip()
    minus = "" if number >= 0 or (is_own and set(section.before) & set("-−(")) else "-"
    return f"{minus}{text}"


def _plain(number: float, digits: int) -> str:
    """Return the digits of a number, as exact as it is, with zeros in front."""
    whole = number == int(number) and abs(number) < 1e15
    text = str(int(number)) if whole else f"{number:.15g}"
    before, point, behind = text.partition(".")
    return f"{before.zfill(digits)}{point}{behind}"


@cache
def _sections(form: str) -> tuple[Section, ...]:
    return tuple(map(_read, _PARTS.findall(form)[:-1])) or (Section(number="General"),)


def _section(number: float, form: str) -> tuple[Section, bool]:
    """Return the section for a number, and whether it is one for negative numbers alone.

    A section that draws a dash for nothing is passed over.
    """
    sections = _sections(form)
    if any(section.sign for section in sections):
        return _meant(number, sections)
    place = 2 if number == 0 else int(number < 0)
    dash = place == 2 and len(sections) > 2 and "?" in sections[2].number and not sections[2].digits
    return (sections[0], False) if dash or place >= len(sections) else (sections[place], place == 1)


def _meant(number: float, sections: tuple[Section, ...]) -> tuple[Section, bool]:
    """Return the first section whose condition a number meets, or else the one without any."""
    good = (it for it in sections if not it.sign or _HOLDS[it.sign](number, it.limit))
    return next(good, Section(number="General")), False


def _read(text: str) -> Section:
    condition = _CONDITION.search(text)
    before = ""
    number = ""
    behind = ""
    for quoted, escaped, currency, digits, sign in _TOKEN.findall(text):
        if digits:
            number += behind + digits if number else digits
            behind = ""
        elif number:
            behind += quoted + escaped + currency + sign
        else:
            before += quoted + escaped + currency + sign
    if condition:
        return Section(before, number, behind, condition[1], float(condition[2]))
    return Section(before, number, behind)
