"""The headings that a page lists for readers who jump."""

from __future__ import annotations

from macros.publishing.headings_list import headings

PAGE = """<h1>Title</h1>
<h2 id="one">One &amp; only</h2>
<h2 class="x" id="two"><svg viewBox="0 0 1 1"><title>No</title></svg> <a href="/x/">Two</a>
 <span>(3)</span></h2>
<h2>No anchor</h2>
<h2 id="hidden" data-unlisted>Hidden</h2>
<h3 id="deep">Deep</h3>
<h2 id="three">Three</h2>"""


def test_every_heading_of_the_second_level_is_listed_in_its_words():
    assert headings(PAGE) == [
        ("one", "One & only", False),
        ("two", "Two (3)", False),
        ("three", "Three", False),
    ]


def test_a_heading_that_only_a_script_shows_is_marked():
    assert headings(PAGE.replace(' id="three"', ' id="three" data-fleeting'))[-1] == ("three", "Three", True)


def test_a_long_heading_is_listed_by_the_words_that_it_names():
    page = PAGE.replace(' id="three"', ' id="three" data-listed="Part 3 &amp; last"')
    assert headings(page)[-1] == ("three", "Part 3 & last", False)


def test_a_page_with_few_headings_lists_none():
    assert headings(PAGE.replace(' id="one"', "")) == []
