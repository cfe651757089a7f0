"""What the page that tailors knows: the graph of all that cuts depend on, and words for what breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading.handbook import Handbook
from macros.loading.tailoring.consequences import Tailored
from macros.loading.tailoring.graph import Graph, graph_of
from macros.loading.tailoring.project_hiding import conditional
from macros.model import Activity, Lesson, Phase, Product, Workstream
from macros.model.sections import SOURCES
from macros.pages.prose import plain
from macros.pages.views.evidence import strength_in_words
from macros.pages.views.marks import text_mark
from macros.publishing.build import Build
from macros.publishing.project_data import script_of

GRAPH = "assets/project-graph.js"
ONLY = "assets/project-only.js"
# The words for pages that follow a project.
FOLLOWED = {
    "ways",
    "follows",
    "shows_all",
    "show_all",
    "files_follow",
    "hide_again",
    "lead_to",
    "this_is_cut",
    "this_is_out",
    "only_about_cuts",
    "not_in_project",
}


def scripts(build: Build) -> dict[str, str]:
    """Return both scripts, by path."""
    return {
        GRAPH: script_of("tailoring", known(build.handbook)),
        ONLY: script_of("only", followed(build)),
    }


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


def followed(build: Build) -> dict[str, Any]:
    """Return what every page knows that follows a project: what does not always apply, and what is done when.

    It is far less than the graph, because these pages do not say what breaks. What is behind a product or a
    lesson are places in the list of activities.
    """
    handbook = build.handbook
    graph = graph_of(handbook)
    known = {
        activity.id: {
            "in": [f"{Phase.folder}/{activity.phase}", f"{Workstream.folder}/{activity.workstream}"],
            "done": [text_mark(text) for text in activity.done_when],
        }
        for activity in handbook.all(Activity)
    }
    kept = ("id", "only", "into")
    return {
        "activities": [
            {
                **{name: part for name, part in each.items() if name in kept},
                "outputs": [],
                **known[each["id"]],
            }
            for each in graph["activities"]
        ],
        "outside": [],
        "others": dict(conditional(handbook)),
        "behind": dict(_behind(handbook, graph)),
        "words": handbook.site.labels.tailoring_page.model_dump(include=FOLLOWED),
        "n_activities": handbook.site.labels.n_activities.model_dump(exclude_none=True),
        "page": build.addresses.of(SOURCES["tailor"]),
        "project": build.addresses.of(SOURCES["project"]),
    }


def _behind(handbook: Handbook, graph: Graph) -> Iterator[tuple[str, list[int]]]:
    """Yield each product and lesson that is hidden with its activities, with these."""
    place = {activity["id"]: number for number, activity in enumerate(graph["activities"])}
    makers = Tailored(graph, {}, {}).makers
    for product in handbook.all(Product):
        if product.id in makers and not product.external:
            yield f"{Product.folder}/{product.id}", [place[maker["id"]] for maker, _ in makers[product.id]]
    for lesson in graph["lessons"]:
        if lesson["at"]:
            yield f"{Lesson.folder}/{lesson['id']}", [place[name] for name in lesson["at"]]


def _evidence(handbook: Handbook, lesson: Lesson) -> str:
    return f"{lesson.organisation} · {strength_in_words(handbook, lesson)}"
