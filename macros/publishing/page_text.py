"""The text of a hand-written page, in its two parts: the settings on top, and the page itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from macros.loading.document import Document
from macros.loading.problem import Place, Problem
from macros.loading.yaml_file import parse
from macros.similarity import suggest

FENCE = "---"
SETTINGS: dict[str, type] = {"title": str, "description": str, "render_macros": bool, "folds": bool}
WORDS = {str: "a text", bool: "true or false"}
# MkDocs takes such a first line for a setting, and does not show it.
_DASHES = re.compile("-{3,}")
_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:")


@dataclass(frozen=True)
class PageText:
    """One page: its path under docs/ as an address, its file as people see it, and its two parts.

    `above` is the number of lines above the body, and `folder` where the file is under docs/.
    """

    source: str
    shown: str
    text: str
    body: str
    above: int = 0
    settings: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def calls_macros(self) -> bool:
        """Whether macros are turned on."""
        return self.settings.get("render_macros") is True

    def at(self, line: int) -> Place:
        """Return the place of a line of the body, counted from 1."""
        return Place(self.shown, line + self.above)

    def place_of(self, words: str, nth: int = 0) -> Place:
        """Return where `words` are in the page for the time `nth`, or its first line where they are not."""
        starts = self._starts(words)
        if not starts:
            return self.at(1)
        start = starts[min(nth, len(starts) - 1)]
        line = bisect_right(self._lines, start)
        return Place(self.shown, line + self.above, start - self._lines[line - 1] + 1)

    def _starts(self, words: str) -> list[int]:
        """Return where `words` begin in the body, in capitals or not. Kept, for they may be there often."""
        if words not in self._known:
            small = _small(words)
            found = (match.start() for match in re.finditer(re.escape(small), self._small_body))
            self._known[words] = list(found)
        return self._known[words]

    @cached_property
    def _known(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _small_body(self) -> str:
        return _small(self.body)

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line of the body begins."""
        return [0, *(match.end() for match in re.finditer("\n", self.body))]


def _small(text: str) -> str:
    """Return `text` in small letters, and as long as it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[0] for letter in text)


def page_text(source: str, shown: str, text: str) -> PageText:
    """Return the two parts of the page with this text, and what is wrong with its settings."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        wrong = (*_swallowed(shown, lines[0]), *_displaced(shown, lines))
        return PageText(source, shown, text, text, 0, {}, wrong)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in (FENCE, "...")), 0)
    if not end or ("\n".join(lines[end:]).rstrip() == FENCE and not text.endswith("\n")):
        message = f"the settings of this page begin here and never end with {FENCE}."
        problem = Problem(Place(shown), "", message, "page-settings", f"Add a line {FENCE} below them.")
        return PageText(source, shown, text, text, 0, {}, (problem,))
    settings, problems = _settings(shown, "\n".join(lines[1:end]))
    return PageText(source, shown, text, "\n".join(lines[end + 1 :]), end + 1, settings, tuple(problems))


def page_shown(docs: Path, file: Path) -> str:
    """Return the path of the file of a page as people see it."""
    return f"{docs.name}/{file.relative_to(docs).as_posix()}"


def _swallowed(shown: str, line: str) -> Iterator[Problem]:
    if _SETTING.match(line):
        message = "this line is taken for a setting of the page, and is not shown."
        yield Problem(
            Place(shown), "", message, "page-settings", "Begin the page with its heading, or a space."
        )


def _displaced(shown: str, lines: list[str]) -> Iterator[Problem]:
    """Yield a problem where settings are not at the very top, so that readers would see them."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _DASHES.fullmatch(lines[first].strip()):
        inside = takewhile(lambda line: not _DASHES.fullmatch(line.strip()), lines[first + 1 :])
        if any(line.partition(":")[0].strip() in SETTINGS for line in inside):
            message = "readers would see these settings as text."
            hint = f"The first line of the page must be {FENCE} and nothing else."
            yield Problem(Place(shown, first + 1), "", message, "page-settings", hint)


def _settings(shown: str, text: str) -> tuple[dict[str, Any], list[Problem]]:
    document, wrong = parse(text.encode(), shown)
    if wrong:
        return {}, [_as_setting(problem) for problem in wrong]
    try:
        settings = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):  # a date that does not exist, or a number that is too long
        message = "the settings of this page cannot be read as YAML."
        hint = "Put the values in quotes."
        if "\t" in text:  # libyaml takes one after a colon, and MkDocs does not
            message = "there is a tab in the settings of this page."
            hint = "Use spaces."
        return {}, [Problem(Place(shown, 2), "", message, "page-settings", hint)]
    if not isinstance(settings, dict):
        message = "the settings of this page are no settings."
        hint = f"The settings are: {', '.join(SETTINGS)}."
        return {}, [Problem(Place(shown, 2), "", message, "page-settings", hint)]
    return settings, list(_unknown(document, settings))


def _as_setting(problem: Problem) -> Problem:
    """Return what is wrong in the settings of a page, at its place in the page."""
    return replace(problem, place=_in_page(problem.place), code="page-settings")


def _in_page(place: Place) -> Place:
    return replace(place, line=place.line + 1)  # below the dashes


def _unknown(document: Document, settings: Mapping[Any, Any]) -> Iterator[Problem]:
    for name in document.data or ():
        place = _in_page(document.place((name,), key=True))
        kind = SETTINGS.get(name)
        if kind is None:
            hint = suggest(name, SETTINGS) or f"The settings are: {', '.join(SETTINGS)}."
            yield Problem(place, name, "a page has no such setting.", "page-settings", hint)
        elif not isinstance(settings[name], kind):
            hint = "Put it in quotes." if kind is str else ""
            yield Problem(place, name, f"{WORDS[kind]} belongs here.", "page-settings", hint)
