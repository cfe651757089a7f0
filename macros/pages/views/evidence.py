"""How strong the evidence is, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.loading.handbook import Handbook
from macros.model import Evidence, Lesson, Record, Source
from macros.pages.views.registry import view

FEW = 10  # lessons that a page shows of many


@dataclass(frozen=True)
class Cited:
    """One piece of evidence with its source, and how it was read (`whole`, `part` or `secondary`)."""

    evidence: Evidence
    source: Source
    read: str


@view
def cited(handbook: Handbook, evidence: Evidence) -> Cited:
    """Return the evidence with its source. How it was read comes from the source unless the evidence says
    otherwise.
    """
    source = handbook.get(Source, evidence.source)
    return Cited(evidence, source, evidence.read or source.read)


@view
def strength(handbook: Handbook, lesson: Lesson) -> str:
    """Return `verified` when at least one fact was read in the source itself, or else `secondary`."""
    return "verified" if lesson.id in _verified(handbook) else "secondary"


@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def _verified(handbook: Handbook) -> set[str]:
    """Return the ids of the lessons of which a fact was read in its source."""
    return {
        lesson.id
        for lesson in handbook.all(Lesson)
        if any(cited(handbook, evidence).read != "secondary" for evidence in lesson.evidence)
    }


def strength_in_words(handbook: Handbook, lesson: Lesson) -> str:
    """Return the label for how well a lesson is known."""
    labels = handbook.site.labels
    return labels.verified if strength(handbook, lesson) == "verified" else labels.as_reported


@view
def strongest(handbook: Handbook, lessons: Sequence[Lesson]) -> list[Lesson]:
    """Return the few of `lessons` that happened to most bodies, verified ones first, in their old order."""
    ranked = sorted(
        lessons,
        key=lambda lesson: (-len(lesson.bodies), strength(handbook, lesson) != "verified"),
    )
    first = {lesson.id for lesson in ranked[:FEW]}
    return [lesson for lesson in lessons if lesson.id in first]


@view
def citing(handbook: Handbook, source: Source) -> list[tuple[str, list[Record]]]:
    """Return every record that cites `source`, by kind."""
    by_kind: dict[str, dict[str, Record]] = {}
    for link in handbook.links_to(source):
        by_kind.setdefault(link.origin.kind, {})[link.origin.id] = link.origin
    return [(kind, sorted(records.values(), key=_title)) for kind, records in by_kind.items()]


def _title(record: Record) -> str:
    return record.title
