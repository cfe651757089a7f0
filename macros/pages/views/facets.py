"""Facets: the choices by which lists of records can be narrowed, and where each record belongs in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.planning.cases import Case, questions
from macros.model import FOLDERS, Activity, Lesson, Migration, Record, Source, Term
from macros.pages.prose import anchor
from macros.pages.views.registry import view
from macros.pages.wording import Words

Choice = tuple[str, str]  # the value that items hold, and its words
# The ends, in months, of the bands in which the time that a move took is shown. After the last, it took
# longer.
LENGTHS = (12, 24, 48)
LONGER = "longer"


@view
def choices(values: Iterable[str], words: Any) -> list[Choice]:
    """Return a choice for each of `values`, once, with its word in `words`."""
    return [(value, words[value]) for value in dict.fromkeys(values)]


@view
def countries(handbook: Handbook, records: Iterable[Record]) -> list[Choice]:
    """Return every country that `records` are about, by name."""
    names = {name for record in records for name in countries_of(handbook, record)}
    return [(anchor(name), name) for name in sorted(names)]


@view
def country_ids(handbook: Handbook, record: Record) -> list[str]:
    """Return the countries that `record` is about, as values of choices."""
    return [anchor(name) for name in sorted(countries_of(handbook, record))]


def countries_of(handbook: Handbook, record: Record) -> set[str]:
    """Name the countries of the record: its own, its migration's, or else its sources'."""
    own = getattr(record, "country", None)
    if own:
        return {own}
    if not isinstance(record, Lesson):
        return set()
    move = handbook.find(Migration, record.migration) if record.migration else None
    if move:
        return {move.country}
    sources = (handbook.find(Source, evidence.source) for evidence in record.evidence)
    return {source.country for source in sources if source and source.country}


@view
def years(records: Iterable[Record]) -> list[Choice]:
    """Return every year that `records` are dated to, the newest first."""
    return [(year, year) for year in sorted({year_of(record) for record in records} - {""}, reverse=True)]


@view
def year_of(record: Record) -> str:
    """Return the year of a record: of a migration that of its go-live; empty where no source dates it."""
    if isinstance(record, Migration):
        live = (milestone.when for milestone in record.timeline.milestones if milestone.go_live)
        return next(live, "")[:4]
    return (getattr(record, "when", None) or getattr(record, "date", None) or "")[:4]


@view
def lengths(handbook: Handbook) -> list[Choice]:
    """Return the bands of the time that moves took, each with its words."""
    labels = handbook.site.labels
    fill = Words(handbook.site).fill
    first = LENGTHS[0]
    last = LENGTHS[-1]
    between = [
        (str(upper), fill(labels.length_between, low=lower, high=upper)) for lower, upper in pairwise(LENGTHS)
    ]
    return [
        (str(first), fill(labels.length_up_to, n=first)),
        *between,
        (LONGER, fill(labels.length_over, n=last)),
    ]


@view
def lengths_of(handbook: Handbook, move: Migration) -> list[str]:
    """Return the bands in which the time from the decision to the first use may lie: none where no source
    dates both, and more than one where the dates are too vague to tell.
    """
    case = _times_to_live(handbook).get(move.id)
    if case is None or case.least < 0:
        return []
    lowest = bisect_left(LENGTHS, case.least)
    highest = bisect_left(LENGTHS, case.most)
    return [*map(str, LENGTHS), LONGER][lowest : highest + 1]


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def _times_to_live(handbook: Handbook) -> dict[str, Case]:
    """Return the time from the decision to the first use, by migration."""
    return {case.migration.id: case for question in questions(handbook)[:1] for case in question.cases}


@view
def leads(handbook: Handbook, lesson: Lesson) -> list[str]:
    """Return the roles that lead the activities at which `lesson` belongs, by id, each once."""
    activities = (handbook.find(Activity, name) for name in lesson.activities)
    return list(dict.fromkeys(activity.roles.lead for activity in activities if activity))


@view
def search_kinds(handbook: Handbook) -> list[Choice]:
    """Return the kinds of result of a search: every kind with pages, terms, and pages that are no record."""
    labels = handbook.site.labels
    kinds = (*(cls.kind for cls in FOLDERS), Term.kind)
    return [*((kind, labels.kinds_many[kind]) for kind in kinds), ("page", labels.search_pages)]
