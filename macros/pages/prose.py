"""Prose: Markdown from content to HTML that cannot do anything but be read.

CommonMark with tables, raw HTML off. markdown-it-py refuses `javascript:` links; here every link
and picture that is not a page of the handbook, a file of it or a web address is refused as well. nh3 cleans
what comes out, as a second wall.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count, takewhile

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from macros.pages.page_anchor import is_latin, own_letters

Resolve = Callable[[str], str | None]

BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "pre", "blockquote", "hr"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
WORDS = {"em", "strong", "a", "code", "br", "s", "sup", "sub"}
TAGS = BLOCKS | TABLES | WORDS
ATTRIBUTES = {
    "a": {"href"},
    "caption": {"class"},
    "th": {"scope"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
}
HIGHEST_HEADING = 2  # the title of the page is the one above
LOWEST_HEADING = 4
# One line with nothing in it that Markdown or HTML could take for a mark: most texts. It stays as it is, so
# it needs no parser. Anything else is parsed: a mark at the start, a number of a list, blanks at an end, what
# HTML writes in another way, and signs that nobody sees.
_UNMARKED = re.compile(
    r"(?![-+=#~:>|]|\d+[.)]|\s)[^\\`*_\[\]<>&\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff]+(?<!\s)"
)

_parser = (
    MarkdownIt("commonmark", {"html": False, "typographer": False, "maxNesting": 100})
    .enable(["table"])
    .disable(["image"])
)


def links(text: str) -> list[tuple[str, int, str]]:
    """Return every link target in `text`, with its line counted from 0 and the words that lead there."""
    found: list[tuple[str, int, str]] = []
    for block in _parser.parse(text):
        tokens = block.children or []
        for place, token in enumerate(tokens):
            if token.type == "link_open":
                words = _words(takewhile(lambda inner: inner.type != "link_close", tokens[place:]))
                found.append((str(token.attrGet("href")), block.map[0] if block.map else 0, words))
    return found


def blocks(text: str) -> list[str]:
    """Return the words of each heading, paragraph, point of a list and cell of a table in `text`, without
    marks.
    """
    if _UNMARKED.fullmatch(text):
        return [" ".join(text.split())]
    return [_words(block.children) for block in _parser.parse(text) if block.children]


def plain(text: str) -> str:
    """Return the words of `text` without its marks."""
    return " ".join(blocks(text))


def render(text: str, resolve: Resolve, *, inline: bool = False) -> Markup:
    """Return `text` as safe HTML.

    `resolve` turns a link target into the address to print, or into None where words are to stand without a
    link. `inline` leaves out the paragraph.
    """
    if _UNMARKED.fullmatch(text):
        return Markup(text if inline else f"<p>{text}</p>")
    tokens = _parser.parse(text)
    _anchor_headings(tokens)
    if any(token.type == "table_open" for token in tokens):
        tokens = list(_spoken_tables(tokens))
    for token in tokens:
        _resolve_links(token.children or (), resolve)
        if token.type == "th_open":
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
    """Return level, anchor and words of every heading in `text`."""
    tokens = _parser.parse(text)
    _anchor_headings(tokens)
    return [
        (int(token.tag[1]), str(token.attrGet("id")), plain(tokens[index + 1].content))
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def anchor(words: str) -> str:
    """Return the anchor of a heading: in plain letters if it is Latin, or else in its own letters."""
    if not is_latin(words):
        return own_letters(words).replace(" ", "-")
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-") or "section"


def _words(tokens: Iterable[Token]) -> str:
    parts = (" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)
    return " ".join("".join(parts).split())


def _resolve_links(tokens: Iterable[Token], resolve: Resolve) -> None:
    """Give each link its address, and turn one without an address into words."""
    in_words = False
    for token in tokens:
        if token.type == "link_open":
            address = resolve(str(token.attrGet("href")))
            in_words = address is None
            token.attrs = {"href": address or ""}
        if in_words and token.type in ("link_open", "link_close"):
            in_words = token.type == "link_open"
            token.type = "text"
            token.nesting = 0


def _anchor_headings(tokens: list[Token]) -> None:
    """Give headings their anchors, and levels under the title of the page, of which none is skipped."""
    seen: set[str] = set()
    above = HIGHEST_HEADING
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        above = max(HIGHEST_HEADING, min(int(token.tag[1]), LOWEST_HEADING, above + 1))
        token.tag = f"h{above}"
        tokens[index + 2].tag = token.tag
        name = _unused(anchor(plain(tokens[index + 1].content)), seen)
        token.attrSet("id", name)
        seen.add(name)


def _unused(name: str, seen: set[str]) -> str:
    """Return `name`, with the first number that makes it one that is not in `seen`."""
    return next(
        each for each in chain([name], (f"{name}-{number}" for number in count(2))) if each not in seen
    )


def _spoken_tables(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens with a caption for each table, and with rows that are headed by their first cell.

    A caption is the heading above the table, or else the sentence above it, or else the headings of its
    columns.
    """
    heading = ""
    caption = ""
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type == "heading_open":
            heading = plain(tokens[index + 1].content)
            caption = heading
        elif token.level == 0 and token.type == "paragraph_open" and not heading:
            caption = plain(tokens[index + 1].content)
        first = index > 0 and tokens[index - 1].type == "tr_open" and token.type == "td_open"
        if first or token.meta.get("closes"):
            token.type = token.type.replace("td", "th")
            token.tag = "th"
        if first:
            token.meta["scope"] = "row"
            tokens[index + 2].meta["closes"] = True
        yield token
        if token.type == "table_open":
            yield Token("caption_open", "caption", 1, attrs={"class": "unseen"})
            yield Token("text", "", 0, content=caption or _columns(tokens[index:]))
            yield Token("caption_close", "caption", -1)


def _columns(table: list[Token]) -> str:
    """Return the headings of the columns of the table that starts here."""
    end = next(index for index, token in enumerate(table) if token.type == "thead_close")
    cells = (table[index + 1] for index, token in enumerate(table[:end]) if token.type == "th_open")
    return ", ".join(plain(cell.content) for cell in cells)
