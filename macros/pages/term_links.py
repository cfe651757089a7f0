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
        patterns = self._used(html) if self._left else []
        if not patterns:
            return html
        depth = 0
        parts: list[str] = []
        for part in _TAGS.split(html):
            if part.startswith("<"):
                if closed := _CLOSED.match(part):
                    depth += -1 if closed[1] else 1
            elif not depth:
                part = self._with_links(part, patterns)
            parts.append(part)
        return Markup("".join(parts))

    def _with_links(self, text: str, patterns: Sequence[re.Pattern[str]]) -> str:
        """Return a text between tags with links. Where two terms begin at one place, the longer counts."""
        parts: list[str] = []
        end = 0
        while found := [match for pattern in patterns if (match := pattern.search(text, end))]:
            first = min(found, key=re.Match.start)
            parts += text[end : first.start()], self._first(first)
            end = first.end()
        return "".join((*parts, text[end:]))

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

    def _used(self, html: str) -> list[re.Pattern[str]]:
        """Return what matches the terms that a text uses, the longest first."""
        folded = str.casefold(html)
        candidates = (_pattern(word, exact) for word, folding, exact in self._words if folding in folded)
        return [pattern for pattern in candidates if pattern.search(html)]

    @cached_property
    def _words(self) -> list[tuple[str, str, bool]]:
        """Each word for a term, how it is in small letters, and whether it matches only as it is written.

        The longest come first.
        """
        short = {_typed(term.abbreviation) for term in self._left.values() if term.abbreviation}
        words = sorted(self._meaning, key=len, reverse=True)
        return [(word, word.casefold(), word in short) for word in words]


@lru_cache(maxsize=5_000)  # one for each word; pages use the same ones again and again
def _pattern(word: str, exact: bool) -> re.Pattern[str]:
    form = re.escape(word)
    return re.compile(rf"(?<![\w-]){form if exact else f'(?i:{form})'}(?![\w-])")


def _typed(text: str) -> str:
    """Return a text as it is in a page."""
    return str(escape(text))
