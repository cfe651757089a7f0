"""The check of the macros of a hand-written page: each is called, so that none can fail in a build."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from macros.loading.problem import Problem
from macros.publishing.macro_error import MacroError
from macros.publishing.page_environment import NO_MACRO, Call, PageEnvironment
from macros.publishing.page_text import PageText

LARGEST = 20_000_000  # characters of one page; readers of a larger one would wait for minutes
NO_VALUES = "the macro “{name}” cannot take these values."
SHOWN_AS_TEXT = "To show braces as text, write {% raw %} before them and {% endraw %} after them."
NO_FILTER = "a filter cannot take what is before it, or these values."
Macro = Callable[..., Any]


class PageCalls:
    """Checks and renders the macros of pages, and with `call` calls them for it. Without it, only their names
    and the number of values are looked at, because records with errors cannot be shown.
    """

    def __init__(self, macros: Mapping[str, Macro], *, call: bool) -> None:
        self._macros = macros
        self._call = call
        self.environment = PageEnvironment(macros)
        self.silent = PageEnvironment(dict.fromkeys(macros, _nothing))

    def problems(self, page: PageText) -> Iterator[Problem]:
        """Yield what is wrong with the macros of a page."""
        try:
            calls = self.environment.calls(page.body)
        except TemplateSyntaxError as error:
            yield _problem(page, error.lineno, error.message or NO_MACRO, SHOWN_AS_TEXT)
            return
        wrong = list(self._failing(page, calls))
        yield from wrong
        if not wrong and (failed := self._failed(page)):
            yield _problem(page, *failed)

    def _failing(self, page: PageText, calls: list[Call]) -> Iterator[Problem]:
        """Yield a problem for each call that fails, and for the one that makes the page too large."""
        length = 0
        for call in calls:
            macro = self._macros[call.name]
            try:
                inspect.signature(macro).bind(*call.values, **call.named)
                length += len(str(macro(*call.values, **call.named))) if self._call else 0
            except MacroError as error:
                yield _problem(page, call.line, f"{str(error).rstrip('.')}.", _example(macro))
            except Exception:  # a value of another kind than the macro expects
                message = NO_VALUES.format(name=call.name)
                yield _problem(page, call.line, message, _example(macro))
            if length > LARGEST:
                message = f"with this macro, the page is larger than {LARGEST // 1_000_000} MB."
                yield _problem(page, call.line, message, "Share it among several pages.")
                return

    def _failed(self, page: PageText) -> tuple[int, str] | None:
        """Return the line at which the filters of a page fail, and why."""
        environment = self.environment if self._call else self.silent
        try:
            environment.from_string(page.body).render()
        except MacroError as error:
            return _line(error), f"{error}."
        except Exception as error:  # a value of another kind than the filter expects
            return _line(error), NO_FILTER
        return None


def _line(error: Exception) -> int:
    """Return the line of a page at which an error was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in frames if frame.filename == "<template>"), 1)


def _nothing(*_: Any, **__: Any) -> Markup:
    return Markup()


def _example(macro: Macro) -> str:
    last = (inspect.getdoc(macro) or "").strip().rpartition("\n")[2]
    return f"For example: {last}" if last.endswith(")") else ""


def _problem(page: PageText, line: int, message: str, hint: str = "") -> Problem:
    return Problem(page.at(line), "", message, "macro", hint)
