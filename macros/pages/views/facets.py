"""Facets: the choices by which lists of records can be narrowed, and where each record belongs in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import FOLDERS, Activity, Lesson, Migration, Record, Source, Term
from macros.pages.prose import anchor
from macros.pages.views.registry import view

Choice = tuple[str, str]  # the value that items hold, and its words


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
def leads(handbook: Handbook, lesson: Lesson) -> list[str]:
    """Return the roles that lead the activities at which `lesson` belongs, by id, each once."""
    activities = (handbook.find(Activity, pointer.partition("#")[0]) for pointer in lesson.at)
    return list(dict.fromkeys(activity.roles.lead for activity in activities if activity))


@view
def search_kinds(handbook: Handbook) -> list[Choice]:
    """Return the kinds of result of a search: every kind with pages, terms, and pages that are no record."""
    labels = handbook.site.labels
    kinds = (*(cls.kind for cls in FOLDERS), Term.kind)
    return [*((kind, labels.kinds_many[kind]) for kind in kinds), ("page", labels.search_pages)]
