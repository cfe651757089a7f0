"""Prose: Markdown from content to HTML that cannot do anything but be read.

CommonMark with tables, raw HTML off. markdown-it-py refuses `javascript:` links by itself; here every link and
picture that is not a page of the handbook, a file of it or a web address is refused as well. nh3 cleans what
comes out, as a second wall.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain, count
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

Resolve = Callable[[str], str | None]

TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "a",
    "code",
    "pre",
    "blockquote",
    "br",
    "hr",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "s",
    "sup",
    "sub",
}
ATTRIBUTES = {
    "a": {"href"},
    "caption": {"class"},
    "th": {"scope"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
}

_parser = (
    MarkdownIt("commonmark", {"html": False, "typographer": False, "maxNesting": 100})
    .enable(["table"])
    .disable(["image"])
)


def links(text: str) -> list[tuple[str, int]]:
    """Every link target in `text`, with its line counted from 0."""
    found: list[tuple[str, int]] = []
    for block in _parser.parse(text):
        for token in block.children or ():
            if token.type == "link_open":
                found.append((str(token.attrGet("href")), block.map[0] if block.map else 0))
    return found


def blocks(text: str) -> list[str]:
    """The words of each heading, paragraph, point of a list and cell of a table in `text`, without its marks."""
    said = [
        "".join(
            " " if child.type in ("softbreak", "hardbreak") else child.content for child in block.children
        )
        for block in _parser.parse(text)
        if block.children
    ]
    return [re.sub(r"\s+", " ", words).strip() for words in said]


def plain(text: str) -> str:
    """The words of `text` without its marks."""
    return " ".join(blocks(text))


def render(text: str, resolve: Resolve, *, inline: bool = False) -> Markup:
    """`text` as safe HTML. `resolve` turns a link target into the address to print, or into None where words
    are to stand without a link. `inline` leaves out the paragraph.
    """
    tokens = _parser.parse(text)
    _anchor_headings(tokens)
    tokens = list(_spoken_tables(tokens))
    unlinked = False
    for token in _walk(tokens):
        if token.type == "link_open":
            href = resolve(str(token.attrGet("href")))
            unlinked, token.attrs = href is None, {"href": href or ""}
        if unlinked and token.type in ("link_open", "link_close"):
            unlinked, token.type, token.nesting = token.type == "link_open", "text", 0
        elif token.type == "th_open":
            token.attrs = {"scope": token.meta.get("scope", "col")}
        elif token.type == "td_open":
            token.attrs = {}
    html = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel=None
    ).strip()
    if inline and len(tokens) == 3 and tokens[0].type == "paragraph_open":
        clean = clean.removeprefix("<p>").removesuffix("</p>")
    return Markup(clean)


def headings(text: str) -> list[tuple[int, str, str]]:
    """Level, anchor and words of every heading in `text`."""
    tokens = _parser.parse(text)
    _anchor_headings(tokens)
    return [
        (int(t.tag[1]), str(t.attrGet("id")), plain(tokens[i + 1].content))
        for i, t in enumerate(tokens)
        if t.type == "heading_open"
    ]


def anchor(words: str) -> str:
    """The anchor of a heading."""
    plainer = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plainer.lower()).strip("-") or "section"


def _anchor_headings(tokens: list[Token]) -> None:
    """Give headings their anchors, and the levels that a page has room for: its title is the one of level 1, and none is skipped."""
    seen: set[str] = set()
    above = 2
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            above = max(2, min(int(token.tag[1]), 4, above + 1))
            token.tag = tokens[index + 2].tag = f"h{above}"
            name = anchor(plain(tokens[index + 1].content))
            token.attrSet(
                "id", next(n for n in chain([name], (f"{name}-{k}" for k in count(2))) if n not in seen)
            )
            seen.add(str(token.attrGet("id")))


def _spoken_tables(tokens: list[Token]) -> Iterator[Token]:
    """Tables with a caption, which is the heading or else the sentence above, and rows that are headed by their first cell."""
    words, above = "", ""
    for index, token in enumerate(tokens):
        if token.type in ("heading_open", "paragraph_open") and token.level == 0:
            above = plain(tokens[index + 1].content) if token.type == "heading_open" or not words else above
            words = above if token.type == "heading_open" else words
        first = index > 0 and tokens[index - 1].type == "tr_open" and token.type == "td_open"
        if first or token.meta.get("closes"):
            token.type, token.tag = token.type.replace("td", "th"), "th"
        if first:
            token.meta["scope"] = "row"
            tokens[index + 2].meta["closes"] = True
        yield token
        if token.type == "table_open":
            yield from (
                Token("caption_open", "caption", 1, attrs={"class": "unseen"}),
                Token("text", "", 0, content=above or _columns(tokens[index:])),
                Token("caption_close", "caption", -1),
            )


def _columns(table: list[Token]) -> str:
    """The headings of the columns of the table that starts here."""
    return ", ".join(
        plain(table[i + 1].content)
        for i, token in enumerate(table)
        if token.type == "th_open"
        and token.meta.get("scope") != "row"
        and i < next(n for n, t in enumerate(table) if t.type == "thead_close")
    )


def _walk(tokens: list[Any]) -> Any:
    for token in tokens:
        yield token
        yield from token.children or ()
