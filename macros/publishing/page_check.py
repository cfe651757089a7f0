"""The check of hand-written pages: all that would stop their build or spoil it, found without building."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Any

from macros.loading.problem import Problem
from macros.publishing.page_calls import Macro, PageCalls
from macros.publishing.page_environment import PageEnvironment
from macros.publishing.page_heading import typed_heading
from macros.publishing.page_markdown import PageMarkdown
from macros.publishing.page_marks import MOST_MARKS, crowded, is_too_open
from macros.publishing.page_parts import ACTIVE_HINT, MarkLinks, Parts, parts
from macros.publishing.page_slips import slips
from macros.publishing.page_targets import UNUSED, Targets
from macros.publishing.page_text import PageText

DEEPEST = 50  # blocks in each other; at about twice as many, the build gives up
_ID = re.compile(r"\bid=\"([^\"]+)\"")  # as our templates write it


class PageCheck:
    """Checks pages one by one. `macros` are the ones that pages call, and `markdown` is how pages are read.

    With `call`, macros are called; without it, only their names and the number of values are looked at,
    because records with errors cannot be shown.
    """

    def __init__(self, macros: Mapping[str, Macro], markdown: PageMarkdown, *, call: bool) -> None:
        self._calls = PageCalls(macros, call=call)
        self._markdown = PageMarkdown(
            [*markdown.with_ours.extensions, MarkLinks()], markdown.with_ours.settings
        )
        self._call = call

    @cached_property
    def _reader(self) -> Any:
        return self._markdown.reader()

    def typed(self, page: PageText) -> Parts:
        """Return the parts of a page that its author typed."""
        return self._parts(page, self._calls.silent)

    def anchors(self, page: PageText) -> set[str] | None:
        """Return the anchors of a finished page; None where its macros cannot be called."""
        if not page.calls_macros:
            return self.typed(page).anchors
        try:
            return self._parts(page, self._calls.environment).anchors if self._call else None
        except Exception:  # what is wrong with the call is a problem of its own
            return None

    def anchors_of_call(self, call: str) -> set[str] | None:
        """Return the anchors of a generated page by its call of a macro."""
        html = self._calls.environment.from_string(f"{{{{ {call} }}}}").render()
        return set(_ID.findall(html))

    def _parts(self, page: PageText, environment: PageEnvironment) -> Parts:
        body = page.body
        if line := crowded(body):
            return Parts(crowded=line)
        if page.calls_macros:
            with suppress(Exception):  # a problem of its own
                body = environment.from_string(body).render()
        if is_too_open(body):
            return Parts(depth=sys.getrecursionlimit())
        try:
            html = self._reader.reset().convert(body)
        except RecursionError:
            return Parts(depth=sys.getrecursionlimit())
        except Exception as error:  # of an extension that the settings name, which may hold any code
            return Parts(unread=f"{type(error).__name__}: {error}")
        return parts(html)

    def problems(self, page: PageText, targets: Targets, *, trusted: bool) -> Iterator[Problem]:
        """Yield what is wrong with a page. `trusted` pages may hold scripts."""
        yield from page.problems
        if page.calls_macros:
            yield from self._calls.problems(page)
        typed = self.typed(page)
        if typed.unread:
            message = f"an extension of Markdown in mkdocs.yml stops at this page with “{typed.unread}”."
            hint = "Change the page, or the settings of the extension."
            yield Problem(page.at(1), "", message, "markdown", hint)
        if typed.crowded:
            message = f"this paragraph holds more than {MOST_MARKS} marks such as * and [."
            place = page.at(typed.crowded)
            yield Problem(place, "", message, "too-crowded", "Divide it into several paragraphs.")
        if typed.depth > DEEPEST:
            message = (
                f"this page puts lists, quotations or brackets more than {DEEPEST} deep into each other."
            )
            yield Problem(page.at(1), "", message, "too-deep", "Take out some of the levels.")
        yield from _unclosed(page, typed.unclosed)
        if not trusted:
            yield from _active(page, typed.active)
        yield from slips(page, typed, headed=self._is_headed(page, typed))
        yield from _links(page, typed, targets)

    def _is_headed(self, page: PageText, typed: Parts) -> bool:
        """Return whether menus and readers see a heading of the first level, as far as anybody can tell."""
        is_unread = bool(typed.crowded or typed.unread) or typed.depth > DEEPEST
        if typed.heading:
            return bool(typed_heading(page.body)[0])
        if is_unread or (page.calls_macros and not self._call):
            return True
        return page.calls_macros and self._parts(page, self._calls.environment).heading


def _unclosed(page: PageText, unclosed: list[str]) -> Iterator[Problem]:
    """Yield a problem for each tag that would spoil the page around it."""
    for words in dict.fromkeys(unclosed):
        place = page.place_of(words)
        if words == "<!--":
            message = "a comment begins here and never ends, so readers would not see the rest of the page."
            yield Problem(place, "", message, "unclosed", "End it with -->.")
        elif words.startswith("</"):
            message = f"“{words}>” closes what was never opened on this page."
            yield Problem(place, "", message, "unclosed", "Take it out.")
        else:
            message = f"“{words}>” is opened and never closed, so what comes after it would go wrong."
            hint = f"Close it with </{words[1:]}>. If it is no HTML, write it between backticks."
            yield Problem(place, "", message, "unclosed", hint)


def _active(page: PageText, active: list[str]) -> Iterator[Problem]:
    for words, times in Counter(active).items():
        for nth in range(times):
            message = f"“{words.lstrip('<')}” can run code in the browsers of readers."
            yield Problem(page.place_of(words, nth), "", message, "script", ACTIVE_HINT)


def _links(page: PageText, typed: Parts, targets: Targets) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for link in typed.links:
        if wrong := targets.wrong(page.source, link):
            place = page.place_of(_written(link.target), seen[link.target])
            yield Problem(place, "", wrong[0], "dead-link", wrong[1])
        seen[link.target] += 1


def _written(target: str) -> str:
    """Return by which words of a page a link is found."""
    if target.startswith(f"#{UNUSED}"):
        return f"[^{target.removeprefix(f'#{UNUSED}')}]:"
    return target or "]()"
