"""Links from running text to the glossary."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup
from world import World

from macros.model import Term
from macros.pages.term_links import TermLinks
from macros.pages.views.terms import used_terms

TERMS = (
    Term(id="gate", title="Gate", forms=("gates",), summary="A decision."),
    Term(id="sm", title="Shelf mark", abbreviation="SM", summary="A place."),
    Term(id="b-and-t", title="Build & Test", summary="A phase."),
)


def linked(*texts: str) -> str:
    """The texts of one page, each link as `[word](id)`."""
    links = TermLinks(TERMS, lambda term, word: f"[{word}]({term.id})")
    return " | ".join(links.linked(Markup(text)) for text in texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gate opens.", "The [gate](gate) opens."),
        ("Two gates, one gate.", "Two [gates](gate), one gate."),
        ("SM and sm.", "[SM](sm) and sm."),
        ("Shelf marks. SHELF MARK.", "Shelf marks. [SHELF MARK](sm)."),
        ("A gateway, an end-gate, agate.", "A gateway, an end-gate, agate."),
        ("<p>In Build &amp; Test.</p>", "<p>In [Build &amp; Test](b-and-t).</p>"),
        ('<a href="/gate">A gate</a>, a gate', '<a href="/gate">A gate</a>, a [gate](gate)'),
        ("<h2 id='gate'>Gate</h2><code>gate</code>", "<h2 id='gate'>Gate</h2><code>gate</code>"),
        ("<strong>Gate</strong>", "<strong>[Gate](gate)</strong>"),
        ("No term.", "No term."),
    ],
)
def test_the_first_use_of_a_term_in_running_text_becomes_a_link(text: str, expected: str):
    assert linked(text) == expected


def test_a_term_is_linked_once_on_a_page():
    assert (
        linked("A gate.", "The gate. SM.", "SM, gates.")
        == "A [gate](gate). | The gate. [SM](sm). | SM, gates."
    )


def test_a_page_that_uses_no_term_stays_as_it_is():
    assert TermLinks((), lambda term, word: "").linked(Markup("A gate")) == "A gate"


def test_a_page_links_to_the_glossary_in_any_form_that_it_lists(world: World):
    world.change("glossary.yml", "    abbreviation: SM", "    forms: [shelf marks]\n    abbreviation: SM")
    world.change("lessons/label-every-box.yml", "action: ", "action: Read the Shelf marks. ")
    build = world.build()
    article = build.renderer.render(
        "lesson_page.html",
        "lessons/label-every-box.md",
        record=build.handbook.get("lesson", "label-every-box"),
        terms=build.renderer.term_links(
            build.handbook.get("lesson", "label-every-box"), "lessons/label-every-box.md"
        ),
    )
    assert re.search(r'Read the <a class="term" href="../../glossary/#shelf-mark">Shelf marks</a>', article)


def test_a_record_with_the_title_of_a_term_does_not_link_to_it(world: World):
    world.change("products/book-list.yml", "title: Book list", "title: Shelf mark")
    book = world.handbook()
    assert used_terms(book, book.get("product", "book-list")) == []
