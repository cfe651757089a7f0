"""The sections of a long hand-written page fold, if the page asks for it."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring
from world import World

from macros.publishing.folded_sections import folded

PAGE = """<h1 id="page">Page</h1>
<p>Above.</p>
<h2 id="one">One</h2>
<p>First.</p>
<ul>
<li>
<h2 id="inside">Inside</h2>
</li>
</ul>
<h2 id="two">Two</h2>
<h3 id="three">Three</h3>
"""


def fold(world: World, html: str = PAGE, **settings: object) -> str:
    return folded(html, settings, world.build().renderer, "contribute/page.md")


def test_each_section_folds_under_its_heading_and_nothing_is_lost(world: World):
    tree = document_fromstring(fold(world, folds=True))
    sections = tree.findall(".//details")
    assert [section.find("summary/h2").get("id") for section in sections] == ["one", "two"]
    assert [list(section.iter("p", "h2", "h3"))[-1].text for section in sections] == ["Inside", "Three"]
    assert all("data-paper" in section.attrib and "open" not in section.attrib for section in sections)
    above = tree.find(".//p")
    assert above.text == "Above." and not above.xpath("ancestor::details")


@pytest.mark.parametrize("settings", [{}, {"folds": False}, {"folds": "true"}])
def test_a_page_that_does_not_ask_stays_as_it_is(world: World, settings: dict[str, object]):
    assert fold(world, **settings) == PAGE


def test_a_page_without_sections_stays_as_it_is(world: World):
    html = "<h1>Page</h1>\n<ul>\n<li>\n<h2>Inside</h2>\n</li>\n</ul>"
    assert fold(world, html, folds=True) == html
