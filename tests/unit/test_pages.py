"""Which pages exist, and what stands in each: front matter that cannot act, and one macro call."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from world import World

from macros.loading.handbook import Handbook
from macros.pages.catalogue import page_sources, pages
from macros.pages.page import Page, inert
from macros.pages.record_pages import anchors, source_of

HOSTILE = [
    "{{ config }}",
    "{% raw %}",
    "{# x #}",
    "<script>alert(1)</script>",
    '"><img src=x>',
    "a: b",
    "- a",
    "---",
    "'",
    '"',
    "# x",
    "@x",
    "& <b>",
    "a\\b",
    "[x](y)",
    "yes",
    "007",
    "1.10",
    "null",
    "&#123;",
    "Tŷ 図書館 👍",
]


def front_matter(page: Page) -> dict:
    opening, text, call = page.markdown.split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(text) | {"call": call}


def test_every_record_and_every_index_has_one_page(book: Handbook):
    made = {page.source: page.call for page in pages(book)}
    assert made["lessons/label-every-box.md"] == 'lesson_page("label-every-box")'
    assert made["lessons/index.md"] == "lessons_index()" and made["a-to-z.md"] == "a_to_z_index()"
    assert (
        len(made) == len(pages(book)) == 25 + 19 + 5 + 2 + 17
    )  # lists, records, printing of each phase, role and route, gates, and the fields of each kind of file
    assert made["print/phases/plan.md"] == 'print_page("phase", "plan")'


def test_a_page_is_front_matter_and_one_call(book: Handbook):
    page = next(p for p in pages(book) if p.source == "products/van.md")
    assert (
        page.markdown
        == '---\ntitle: Van\ndescription: It has four wheels.\nrender_macros: true\n---\n\n{{ product_page("van") }}\n'
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_cannot_act(title):
    meta = front_matter(Page("x.md", title, title, "x"))
    assert meta["title"] == meta["description"] == inert(title)
    assert not set(meta["title"]) & set("{}<>\"'")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=120))
def test_no_title_whatsoever_breaks_the_front_matter(title):
    meta = front_matter(Page("x.md", title, title, "x"))
    assert list(meta) == ["title", "description", "render_macros", "call"] and (
        meta["title"],
        meta["call"],
    ) == (inert(title), "\n{{ x() }}\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ x }}", "&#123;&#123; x &#125;&#125;"),
        ("<b> & 'c'", "&lt;b&gt; &amp; &#x27;c&#x27;"),
        ("plain", "plain"),
    ],
)
def test_inert_text_reads_as_typed(text, shown):
    assert inert(text) == shown


@pytest.mark.parametrize(
    ("kind", "id", "source"),
    [
        ("lesson", "label-every-box", "lessons/label-every-box.md"),
        ("activity", "count-the-books", "activities/count-the-books.md"),
        ("term", "shelf-mark", "glossary.md#shelf-mark"),
        ("side", "library", "index.md"),
        ("framework", "framework", "index.md"),
        ("glossary", "glossary", "glossary.md"),
    ],
)
def test_every_record_has_a_place_on_the_site(book: Handbook, kind, id, source):
    assert source_of(book.get(kind, id)) == source


def test_hand_written_pages_are_pages_too(world: World):
    world.write_page("about/x.md", "# X")
    sources = page_sources(world.handbook(), world.docs)
    assert (sources["about/x.md"], sources["products/van.md"]) == ("", "Van")


def test_without_hand_written_pages_there_are_the_generated_ones(world: World):
    assert "products/van.md" in page_sources(world.handbook(), world.folder / "nowhere")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("activities/carry-the-books.md", {"pack", "drive"}),
        ("phases/plan.md", {"counted"}),
        ("migrations/old-town.md", {"planning", "packing", "doors-open"}),
        ("overview/why.md", {"what-came-next"}),
        ("glossary.md", {"shelf-mark"}),
        ("products/van.md", set()),
        ("lessons/index.md", None),
        ("about/x.md", None),
    ],
)
def test_the_places_on_a_page_are_known(book: Handbook, source, expected):
    assert anchors(book, source) == expected
