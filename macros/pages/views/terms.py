"""Terms: which abbreviations a record uses, and which records use a term."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Term
from macros.model.references import texts


@lru_cache(maxsize=4)
def _index(handbook: Handbook) -> tuple[dict[tuple[str, str], list[Any]], dict[str, list[Any]]]:
    """Terms by record, and records by term. Abbreviations match as they are written, terms in any case."""
    terms = handbook.all(Term)
    names: dict[str, Any] = {}
    for term in terms:
        if term.abbreviation:
            names[term.abbreviation] = term
        names[_spelt(term.title)] = term
    if not names:
        return {}, {}
    exact = _pattern(t.abbreviation for t in terms if t.abbreviation)
    loose = _pattern((t.title for t in terms), re.IGNORECASE)
    used: dict[tuple[str, str], list[Any]] = {}
    where: dict[str, list[Any]] = defaultdict(list)
    for cls in FOLDERS:
        for record in handbook.all(cls.kind):
            text = " ".join(" ".join(said for path, said in texts(record) if path[-1] != "url").split())
            short = {names[word].id: names[word] for word in exact.findall(text)} if exact else {}
            spelt = (
                {names[key].id: names[key] for key in map(_spelt, loose.findall(text)) if key in names}
                if loose
                else {}
            )
            used[record.kind, record.id] = sorted(short.values(), key=lambda t: t.abbreviation)
            for id in short | spelt:
                where[id].append(record)
    return used, where


def abbreviations(handbook: Handbook, record: Any) -> list[Any]:
    """The terms whose abbreviation `record` uses, by abbreviation."""
    return _index(handbook)[0].get((record.kind, record.id), [])


def uses(handbook: Handbook, term: Any) -> list[Any]:
    """The records that use `term`, spelt out or abbreviated."""
    return _index(handbook)[1].get(term.id, [])


def _spelt(words: str) -> str:
    return words.casefold()


def _pattern(words: Any, flags: int = 0) -> re.Pattern[str] | None:
    ordered = sorted(words, key=len, reverse=True)
    return (
        re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", flags) if ordered else None
    )
