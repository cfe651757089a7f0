"""Terms: which abbreviations a record uses, and which records use a term."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Record, Term
from macros.model.references import texts
from macros.pages.views.registry import view

Key = tuple[str, str]


@dataclass
class Usage:
    """The terms whose abbreviation a record uses, and all terms that it uses in any form, by its kind and id;
    and the records that use a term, by its id.
    """

    terms: dict[Key, list[Term]] = field(default_factory=dict)
    every: dict[Key, list[Term]] = field(default_factory=dict)
    records: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))


@view
def abbreviations(handbook: Handbook, record: Record) -> list[Term]:
    """Return the terms whose abbreviation `record` uses, by abbreviation."""
    return _usage(handbook).terms.get((record.kind, record.id), [])


def used_terms(handbook: Handbook, record: Record) -> list[Term]:
    """Return the terms that `record` uses in any form, without the ones that have its own title."""
    found = _usage(handbook).every.get((record.kind, record.id), [])
    return [term for term in found if term.title.casefold() != record.title.casefold()]


@view
def uses(handbook: Handbook, term: Term) -> list[Record]:
    """Return the records that use `term`, spelt out or abbreviated."""
    return _usage(handbook).records.get(term.id, [])


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def _usage(handbook: Handbook) -> Usage:
    """Find the terms in all records. Abbreviations match as they are written, terms in any case."""
    terms = handbook.all(Term)
    short = {term.abbreviation: term for term in terms if term.abbreviation}
    spelt_out = {form.casefold(): term for term in terms for form in (*term.forms, term.title)}
    abbreviation = _pattern(short)
    title = _pattern(spelt_out)
    usage = Usage()
    for record in (record for cls in FOLDERS for record in handbook.all(cls)):
        text = _text(record)
        abbreviated = {word: short[word] for word in abbreviation.findall(text)}
        usage.terms[record.kind, record.id] = [abbreviated[word] for word in sorted(abbreviated)]
        # A pattern that ignores case takes five times as long.
        found = [*abbreviated.values(), *(spelt_out[word] for word in title.findall(text.casefold()))]
        once = {term.id: term for term in found}
        usage.every[record.kind, record.id] = list(once.values())
        for term in once:
            usage.records[term].append(record)
    return usage


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
