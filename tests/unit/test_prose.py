"""Prose from content becomes HTML that can only be read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.pages import prose
from macros.pages.prose import ATTRIBUTES, TAGS, anchor, headings, links, plain, render


def shown(text: str, *, inline: bool = False) -> str:
    return str(
        render(text, lambda target: f"to:{target}" if target.startswith("/") else target, inline=inline)
    )


class Elements(HTMLParser):
    """Every element of a piece of HTML, and whether each that is opened is closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.balanced = True
        self.feed(html)
        self.balanced = self.balanced and not self.open

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One *two* **three** `four`", "<p>One <em>two</em> <strong>three</strong> <code>four</code></p>"),
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("    code", "<pre><code>code\n</code></pre>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("***", "<hr>"),
        ("“£5” -- it's", "<p>“£5” -- it's</p>"),
    ],
)
def test_commonmark_is_rendered(text, html):
    assert shown(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "a <img src=x onerror=alert(1)> b",
        "</article></main>",
        "<!-- hidden -->",
        "<style>*{}</style>",
        "<iframe src=//e.org></iframe>",
        "<base href=//e.org>",
        "<form action=//e.org><input></form>",
        '<meta http-equiv=refresh content="0;url=//e.org">',
        "<a href='javascript:alert(1)'>x</a>",
        "<svg onload=alert(1)>",
        "<p\nonclick=alert(1)>",
        "{{ x }} {% raw %}",
        '--8<-- "pyproject.toml"',
    ],
)
def test_raw_html_is_shown_as_text(text):
    assert {tag for tag, _ in Elements(shown(text)).found} == {"p"}
    assert text.splitlines()[0].replace("<", "&lt;").replace(">", "&gt;").split("'")[0].split('"')[
        0
    ] in shown(text).replace("&quot;", '"')


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,x",
        "file:///etc/passwd",
        " javascript:alert(1)",
        "%6aavascript:alert(1)",
        "data:image/png;base64,AA",
        "ftp://e.org",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x](<{}>)", "<{}>", "[x]\n\n[x]: {}"])
def test_a_link_to_anything_but_the_web_is_refused(target, form):
    for _, attributes in Elements(shown(form.format(target))).found:
        href = attributes.get("href", "").strip().lower()
        assert not href.startswith(("javascript:", "vbscript:", "data:", "file:", "ftp:"))


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("[x](https://e.org/?a=b&c=d#e)", "https://e.org/?a=b&c=d#e"),
        ("[x](mailto:a@e.org)", "mailto:a@e.org"),
        ("<https://e.org>", "https://e.org"),
        ("[x](/lessons/y.md)", "to:/lessons/y.md"),
        ("[x](/lessons/y.md#z)", "to:/lessons/y.md#z"),
        ("[x][1]\n\n[1]: /y.md", "to:/y.md"),
    ],
)
def test_links_are_resolved(text, href):
    resolved = render(
        text, lambda target: target.replace("/", "https://here.org/", 1) if target.startswith("/") else target
    )
    (attributes,) = [attributes for tag, attributes in Elements(str(resolved)).found if tag == "a"]
    assert attributes == {"href": href.replace("to:/", "https://here.org/")}


def test_relative_links_that_were_resolved_are_kept():
    assert str(render("[x](/y.md)", lambda target: "../y/#z")) == '<p><a href="../y/#z">x</a></p>'


def test_a_title_of_a_link_is_left_out():
    assert shown('[x](https://e.org "hover")') == '<p><a href="https://e.org">x</a></p>'


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://e.org/x.png)",
        "![x](/x.png)",
        "![x](data:image/png;base64,AA)",
        "![x][1]\n\n[1]: https://e.org/x.png",
    ],
)
def test_pictures_are_off(text):
    assert "<img" not in shown(text)


def test_headings_get_anchors():
    assert (
        shown("## What came *next*?\n\n### Why")
        == '<h2 id="what-came-next">What came <em>next</em>?</h2>\n<h3 id="why">Why</h3>'
    )


def test_headings_are_listed_with_their_anchors():
    assert headings("## What came *next*?\n\ntext\n\n### Why") == [
        (2, "what-came-next", "What came next?"),
        (3, "why", "Why"),
    ]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# One", ["h2"]),
        ("##### Five\n\n###### Six", ["h3", "h4"]),
        ("# One\n\n## Two\n\n# One", ["h2", "h2", "h2"]),
        ("One\n===", ["h2"]),
        ("### Three\n\n#### Four", ["h3", "h4"]),
        ("## Two\n\n#### Four\n\n###### Six", ["h2", "h3", "h4"]),
    ],
)
def test_a_heading_of_any_level_stays_a_heading_and_none_is_skipped(text, levels):
    assert [name for name, _ in Elements(shown(text)).found if name[0] == "h"] == levels
    assert [f"h{level}" for level, _, _ in headings(text)] == levels


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\n## A\n\n## A",
        "## A\n\n## A\n\n## A 2",
        "## A 2\n\n## A\n\n## A",
        "## !\n\n## ?\n\n## Section",
    ],
)
def test_no_anchor_stands_twice(text):
    anchors = [anchor for _, anchor, _ in headings(text)]
    assert len(set(anchors)) == len(anchors) and [a["id"] for _, a in Elements(shown(text)).found] == anchors


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("What came next?", "what-came-next"),
        ("  A & B  ", "a-b"),
        ("2009", "2009"),
        ("!!!", "section"),
        ("", "section"),
    ],
)
def test_an_anchor_has_small_letters_digits_and_hyphens(words, name):
    assert anchor(words) == name


def test_a_table_says_what_its_headings_head():
    assert shown("| a | b |\n|---|--:|\n| 1 | 2 |") == (
        '<table>\n<caption class="unseen">a, b</caption><thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<th scope="row">1</th>\n<td>2</td>\n</tr>\n</tbody>\n</table>'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One *two*", "One <em>two</em>"),
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("- a", "<ul>\n<li>a</li>\n</ul>"),
        ("One\n\n- a", "<p>One</p>\n<ul>\n<li>a</li>\n</ul>"),
        ("One\n\n## Two", '<p>One</p>\n<h2 id="two">Two</h2>'),
    ],
)
def test_one_paragraph_may_stand_inline_and_nothing_else(text, html):
    assert shown(text, inline=True) == html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One *two* [three](/x.md) `four`", "One two three four"),
        ("One\ntwo", "One two"),
        ("One  \ntwo", "One two"),
        ("One.\n\nTwo.", "One. Two."),
        ("- a\n- b", "a b"),
        ("## A\n\nb", "A b"),
        ("a & <b>", "a & <b>"),
        ("", ""),
    ],
)
def test_the_words_of_a_text_come_without_its_marks(text, words):
    assert plain(text) == words


def test_links_are_listed_with_their_lines_and_words():
    assert links("[a](/a.md) and\n[b](/b.md)\n\n- [c](https://e.org)\n\n[d][1]\n\n[1]: /d.md") == [
        ("/a.md", 0, "a"),
        ("/b.md", 0, "b"),
        ("https://e.org", 3, "c"),
        ("/d.md", 5, "d"),
    ]


@given(st.text("ab <>&\"'/[]()!*_`#|-:\n={}%;\\jvscript", max_size=80))
def test_nothing_but_the_known_elements_ever_comes_out(text):
    it = Elements(shown(text))
    assert it.balanced and all(
        tag in TAGS and set(attributes) <= ATTRIBUTES.get(tag, set()) for tag, attributes in it.found
    )


@given(st.text("ab *_`-#>|1.\n", max_size=60))
def test_inline_html_is_always_balanced(text):
    assert Elements(shown(text, inline=True)).balanced


SIGNS = "ab1. )(-+=#~:>|!\"'^$%/;é—\u200b\u3000\u00a0\n\t\\`*_[]<>&"


@given(st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=("Cs",))), max_size=12))
@settings(max_examples=400)
def test_a_text_that_needs_no_parser_is_what_the_parser_makes_of_it(text: str):
    quick = shown(text), shown(text, inline=True), plain(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "_UNMARKED", re.compile("(?!)"))
        assert quick == (shown(text), shown(text, inline=True), plain(text))
