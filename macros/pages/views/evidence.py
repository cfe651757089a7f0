"""How strong the evidence is, said in words that a reader can check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.loading.handbook import Handbook
from macros.model import Source


@dataclass(frozen=True)
class Cited:
    """One piece of evidence with its source, and how it was read (`whole`, `part` or `secondary`)."""

    evidence: Any
    source: Any
    read: str


def cited(handbook: Handbook, evidence: Any) -> Cited:
    """The evidence with its source; how it was read comes from the source unless the evidence says otherwise."""
    source = handbook.get(Source, evidence.source)
    return Cited(evidence, source, evidence.read or source.read)


def strength(handbook: Handbook, lesson: Any) -> str:
    """`verified` when at least one fact was read in the source itself, else `secondary`."""
    return "verified" if any(cited(handbook, e).read != "secondary" for e in lesson.evidence) else "secondary"


def citing(handbook: Handbook, source: Any) -> list[tuple[str, list[Any]]]:
    """Every record that cites `source`, by kind."""
    by_kind: dict[str, dict[str, Any]] = {}
    for link in handbook.links_to(source):
        by_kind.setdefault(link.origin.kind, {})[link.origin.id] = link.origin
    return [(kind, sorted(found.values(), key=lambda r: r.title)) for kind, found in by_kind.items()]
