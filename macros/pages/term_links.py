"""Links from running text to the glossary: the first use of each term on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from markupsafe import Markup, escape

from macros.model import Term

_TAGS = re.compile(r"(<[^<>]*>)")
_CLOSED = re.compile(r"<(/?)(?:a|code|pre|h[1-6])\b")  # in these, nothing becomes a link


class TermLinks:
    """Makes the links of one page.

    `terms` are the ones that the page uses, and `link` returns a word as a link to a term.
    """

    def __init__(self, terms: Sequence[Term], link: Callable[[Term, str], str]) -> None:
        self._left = {term.id: term for term in terms}
        self._link = link

    def linked(self, html: Markup) -> Markup:
        """Return a text of the page with a link at the first use of each term that has none yet."""
        pattern = self._pattern(html) if self._left else None
        if pattern is None or not pattern.search(html):
            return html
        depth = 0
        parts: list[str] = []
        for part in _TAGS.split(html):
            if part.startswith("<"):
                if closed := _CLOSED.match(part):
                    depth += -1 if closed[1] else 1
            elif not depth:
                part = pattern.sub(self._first, part)
            parts.append(part)
        return Markup("".join(parts))

    def _first(self, match: re.Match[str]) -> str:
        word = match[0]
        term = self._meaning.get(word) or self._meaning[word.casefold()]
        return self._link(self._left.pop(term.id), word) if term.id in self._left else word

    @cached_property
    def _meaning(self) -> Mapping[str, Term]:
        """Each term by its abbreviation as it is written, and by its other forms in small letters."""
        terms = tuple(self._left.values())
        spelt = {_typed(form).casefold(): term for term in terms for form in (*term.forms, term.title)}
        short = {_typed(term.abbreviation): term for term in terms if term.abbreviation}
        return spelt | short

    def _pattern(self, html: str) -> re.Pattern[str] | None:
        """Return what matches any term that a text may use, or None where it uses none."""
        folded = html.casefold()
        either = tuple(pattern for word, pattern in self._patterns if word in folded)
        return _matching(either) if either else None

    @cached_property
    def _patterns(self) -> list[tuple[str, str]]:
        """Each word for a term in small letters, with the pattern that matches it, the longest first."""
        short = {_typed(term.abbreviation) for term in self._left.values() if term.abbreviation}
        words = sorted(self._meaning, key=len, reverse=True)
        exact = ((word, re.escape(word)) for word in words)
        return [(word.casefold(), form if word in short else f"(?i:{form})") for word, form in exact]


@lru_cache(maxsize=2_000)  # texts use the same few terms again and again
def _matching(either: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?![\w-])")


def _typed(text: str) -> str:
    """Return a text as it is in a page."""
    return str(escape(text))
