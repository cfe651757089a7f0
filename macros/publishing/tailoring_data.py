"""What the page that tailors knows: the graph of all that cuts depend on, and words for what breaks."""

from __future__ import annotations

from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.tailoring.graph import graph_of
from macros.model import Lesson, Phase
from macros.pages.prose import plain
from macros.pages.views.evidence import strength
from macros.publishing.build import Build
from macros.publishing.project_data import script_of

GRAPH = "assets/project-graph.js"


def scripts(build: Build) -> dict[str, str]:
    """Return the script, by path."""
    return {GRAPH: script_of("tailoring", known(build.handbook))}


def known(handbook: Handbook) -> dict[str, Any]:
    """Return everything that the page knows, as plain data."""
    labels = handbook.site.labels
    return {
        "graph": graph_of(handbook),
        "criteria": {
            f"{Phase.folder}/{phase.id}#{criterion.id}": plain(criterion.text)
            for phase in handbook.all(Phase)
            for criterion in phase.exit_criteria
        },
        "evidence": {lesson.id: _evidence(handbook, lesson) for lesson in handbook.all(Lesson)},
        "severities": [labels.severities[name] for name in ("low", "medium", "high")],
        "words": labels.tailoring_page.model_dump(),
    }


def _evidence(handbook: Handbook, lesson: Lesson) -> str:
    labels = handbook.site.labels
    verified = strength(handbook, lesson) == "verified"
    return f"{lesson.organisation} · {labels.verified if verified else labels.as_reported}"
