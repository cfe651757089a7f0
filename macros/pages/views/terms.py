"""Terms: which abbreviations a record uses, and which records use a term."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Record, Term
from macros.model.references import texts
from macros.pages.views.registry import view

MOST_USES = 12  # records that the glossary names under a term

Key = tuple[str, str]


@dataclass(frozen=True)
class Used:
    """The terms that a record uses: those whose abbreviation it uses, and all of them in any form."""

    abbreviated: list[Term]
    every: list[Term]


class Usage:
    """Finds the terms in records. Abbreviations match as they are written, terms in any case."""

    def __init__(self, handbook: Handbook) -> None:
        terms = handbook.all(Term)
        self._handbook = handbook
        self._short = {term.abbreviation: term for term in terms if term.abbreviation}
        self._spelt_out = {form.casefold(): term for term in terms for form in (*term.forms, term.title)}
        self._abbreviation = _pattern(self._short)
        self._title = _pattern(self._spelt_out)
        self._known: dict[Key, Used] = {}

    def of(self, record: Record) -> Used:
        """Return the terms that `record` uses."""
        key = (record.kind, record.id)
        if key not in self._known:
            self._known[key] = self._found(_text(record))
        return self._known[key]

    def _found(self, text: str) -> Used:
        abbreviated = {word: self._short[word] for word in self._abbreviation.findall(text)}
        # A pattern that ignores case takes five times as long.
        spelt_out = [self._spelt_out[word] for word in self._title.findall(text.casefold())]
        every = {term.id: term for term in (*abbreviated.values(), *spelt_out)}
        return Used([abbreviated[word] for word in sorted(abbreviated)], list(every.values()))

    @cached_property
    def records(self) -> dict[str, list[Record]]:
        """The records that use a term, by its id."""
        users: dict[str, list[Record]] = defaultdict(list)
        for record in (record for cls in FOLDERS for record in self._handbook.all(cls)):
            for term in self.of(record).every:
                users[term.id].append(record)
        return users


@view
def abbreviations(handbook: Handbook, record: Record) -> list[Term]:
    """Return the terms whose abbreviation `record` uses, by abbreviation."""
    return _usage(handbook).of(record).abbreviated


def used_terms(handbook: Handbook, record: Record) -> list[Term]:
    """Return the terms that `record` uses in any form, without the ones that have its own title."""
    found = _usage(handbook).of(record).every
    return [term for term in found if term.title.casefold() != record.title.casefold()]


@view
def uses(handbook: Handbook, term: Term) -> list[Record]:
    """Return the records that use `term`, spelt out or abbreviated."""
    return _usage(handbook).records.get(term.id, [])


@view
def first_uses(handbook: Handbook, term: Term) -> list[Record]:
    """Return the records that the glossary names under `term`. The search finds all that use it."""
    return uses(handbook, term)[:MOST_USES]


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def _usage(handbook: Handbook) -> Usage:
    return Usage(handbook)


def _text(record: Record) -> str:
    """Return every text of a record but its addresses, on one line."""
    return " ".join(" ".join(text for path, text in texts(record) if path[-1] != "url").split())


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches each of `words` as a word, the longest first; without words, it matches
    nothing.

    Words are grouped by their first letter, so that at each place few of them are tried.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        groups[word[0]].append(re.escape(word[1:]))
    if not groups:
        return re.compile(r"(?!)")
    either = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
