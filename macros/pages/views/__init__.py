"""Views: what a page shows beyond its record. One module a subject; this table gives each function its name in templates."""

from __future__ import annotations

from functools import partial
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import KIND_OF
from macros.pages.views import (
    activity_page,
    changes,
    evidence,
    feedback,
    lesson_form,
    lists,
    navigation,
    printing,
    products,
    roles,
    shell,
    terms,
    timeline,
)


def views(book: Handbook, flow: Flow) -> dict[str, Any]:
    """What templates may ask beyond the records themselves, by name."""
    return {
        "a_to_z": partial(lists.a_to_z, book),
        "by_phase": partial(lists.by_phase, book, flow),
        "hand_offs": partial(lists.hand_offs, book, flow),
        "in_order": partial(lists.in_order, book),
        "layer_of": partial(lists.layer_of, book),
        "products_of": partial(lists.products_of, book),
        "abbreviations": partial(terms.abbreviations, book),
        "align": timeline.align,
        "chart": partial(roles.chart, book),
        "cited": partial(evidence.cited, book),
        "contents": partial(shell.contents, book),
        "citing": partial(evidence.citing, book),
        "compare": timeline.compare,
        "draw": timeline.draw,
        "editions": partial(changes.editions, book),
        "feedback": partial(feedback.feedback, book),
        "folders": KIND_OF,
        "gates": partial(activity_page.gates, book),
        "lesson_form": partial(lesson_form.lesson_form, book),
        "inputs": partial(activity_page.inputs, book, flow),
        "lessons_at": partial(activity_page.lessons_at, book),
        "life": partial(products.life, book, flow),
        "lives": partial(products.lives, book, flow),
        "navigation_map": partial(navigation.navigation_map, book, flow),
        "neighbours": partial(activity_page.neighbours, flow),
        "outputs": partial(activity_page.outputs, book, flow),
        "gathered": partial(printing.gathered, book, flow),
        "part_in": roles.part_in,
        "parts": partial(roles.parts, book, flow),
        "proof": partial(products.proof, book),
        "sitemap": partial(shell.sitemap, book),
        "strength": partial(evidence.strength, book),
        "uses": partial(terms.uses, book),
    }
