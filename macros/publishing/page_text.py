"""The text of a hand-written page, in its two parts: the settings on top, and the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.loading.problem import Place, Problem
from macros.similarity import suggest

FENCE = "---"
SETTINGS: dict[str, type] = {"title": str, "description": str, "render_macros": bool, "folds": bool}
WORDS = {str: "a text", bool: "true or false"}
# MkDocs takes such a first line for a setting, and does not show it.
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
        starts = [match.start() for match in re.finditer(re.escape(words), self.body, re.IGNORECASE)]
        if not starts:
            return self.at(1)
        start = starts[min(nth, len(starts) - 1)]
        line = self.body.count("\n", 0, start) + 1
        return Place(self.shown, line + self.above, start - self.body.rfind("\n", 0, start))


def page_text(source: str, shown: str, text: str) -> PageText:
    """Return the two parts of the page with this text, and what is wrong with its settings."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        wrong = tuple(_swallowed(shown, lines[0]))
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


def _settings(shown: str, text: str) -> tuple[dict[str, Any], list[Problem]]:
    try:
        settings = yaml.safe_load(text) or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        message = "the settings of this page cannot be read as YAML."
        hint = (
            "Write one setting on each line: its name, a colon and its value. "
            "Put a text with a colon in quotes."
        )
        return {}, [Problem(Place(shown, line + 2), "", message, "page-settings", hint)]
    except (yaml.YAMLError, ValueError):  # a character or a date that does not exist
        message = "the settings of this page cannot be read as YAML."
        return {}, [Problem(Place(shown, 2), "", message, "page-settings", "Put the values in quotes.")]
    if not isinstance(settings, dict):
        message = "the settings of this page are no settings."
        hint = f"The settings are: {', '.join(SETTINGS)}."
        return {}, [Problem(Place(shown, 2), "", message, "page-settings", hint)]
    return settings, list(_unknown(shown, text, settings))


def _unknown(shown: str, text: str, settings: dict[Any, Any]) -> Iterator[Problem]:
    lines = text.split("\n")
    for name, value in settings.items():
        line = next((n for n, each in enumerate(lines) if each.startswith(str(name))), 0)
        place = Place(shown, line + 2)
        kind = SETTINGS.get(str(name))
        if kind is None:
            hint = suggest(str(name), SETTINGS) or f"The settings are: {', '.join(SETTINGS)}."
            yield Problem(place, str(name), "a page has no such setting.", "page-settings", hint)
        elif not isinstance(value, kind):
            hint = "Put it in quotes." if kind is str else ""
            yield Problem(place, str(name), f"{WORDS[kind]} belongs here.", "page-settings", hint)
