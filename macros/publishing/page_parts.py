"""The parts of a finished page that can lead astray: links, pictures, anchors, and whatever can act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ACTIVE = {
    *("applet", "base", "embed", "fencedframe", "form", "frame", "frameset", "iframe"),
    *("link", "meta", "noscript", "object", "script", "style", "template"),
}
BLOCKS = {"ul", "ol", "dl", "blockquote", "div", "details"}
# Tags that need no closing tag.
UNENDED = {
    *("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
    *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "caption"),
    *("optgroup", "rp", "rt", "html", "head", "body"),
}
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "background", "cite"}
ADDRESSES |= {"to", "from", "by", "values"}  # with which pictures change an address
LEADS = {"a": ("href",), "area": ("href",), "img": ("src",), "video": ("src", "poster")}
LEADS |= dict.fromkeys(("audio", "input", "source", "track"), ("src",))
CODE = {"code", "pre", "script", "style", "kbd", "samp", "math", "svg"}  # what is in these is no prose
UNSAFE = ("javascript:", "vbscript:", "data:")
PICTURE = "data:image/"  # the policy lets a picture come from here
ACTIVE_HINT = (
    "Take it out. If your own team wrote it and you trust it, write “scripts_in_pages: true” in site.yml."
)
MARK = "data-markdown"  # set on what Markdown made, as against HTML that was typed
# Pictures may write a prefix before the name of a tag.
_ACTIVE = re.compile(rf"<(?:[\w.-]+:)?({'|'.join(sorted(ACTIVE))})(?=[\s/>]|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """A link or a picture: the address as written, whether it is written in Markdown or as HTML, whether
    a page loads what is there, and the words that lead there.
    """

    target: str
    is_markdown: bool
    is_loaded: bool = False
    words: str = ""


@dataclass
class Parts:
    """What a page holds: links, anchors, the tags, attributes and addresses that can act, and how deep blocks
    are in each other, and what is opened and not closed, or closed and not opened. `twice` are anchors that
    are there more than once, `heading` is whether there is one of the first level, and `left` the text in
    which marks may be left that mean nothing. `crowded` is the line of a paragraph with too many marks:
    such a page is not read. `unread` says why another page could not be.
    """

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    active: list[str] = field(default_factory=list)
    depth: int = 0
    unclosed: list[str] = field(default_factory=list)
    crowded: int | None = None
    twice: list[str] = field(default_factory=list)
    heading: bool = False
    left: list[str] = field(default_factory=list)
    unread: str = ""


class MarkLinks(Extension):  # type: ignore[misc] # Python-Markdown has no types of its own
    """Marks the links and pictures that were written in Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the work, when Python-Markdown asks for it."""
        md.treeprocessors.register(_Mark(md), "mark-links", 0)


class _Mark(Treeprocessor):  # type: ignore[misc] # Python-Markdown has no types of its own
    def run(self, root: Element) -> None:
        """Mark every link and picture under `root`."""
        for element in root.iter():
            if element.tag in ("a", "img"):
                element.set(MARK, "")


def parts(html: str) -> Parts:
    """Return the parts of a page, or of a piece of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    # A tag that is cut off is none for the reader, and may be one for a browser.
    tags = [f"<{match[1].lower()}" for match in _ACTIVE.finditer(html)]
    found = reader.parts
    return replace(found, active=[*tags, *found.active], unclosed=reader.unclosed(html))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts = Parts()
        self._open = 0
        self._stack: list[str] = []
        self._named: int | None = None  # the link that is open
        self._words: list[str] = []  # of it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag holds."""
        attributes = {name: value or "" for name, value in attrs}
        found = self.parts
        self._open += tag in BLOCKS
        self._stack += [tag] * (tag not in UNENDED)
        found.depth = max(found.depth, self._open)
        anchor = attributes.get("id", "")
        found.twice += [anchor] * (anchor in found.anchors)
        found.anchors |= {attributes[name] for name in ("id", "name") if attributes.get(name)}
        for name, value in attributes.items():
            if name.startswith("on") or name == "srcdoc":
                found.active.append(name)
            elif name.rpartition(":")[2] in ADDRESSES and _is_unsafe(tag, value):
                found.active.append(value.strip().partition(":")[0] + ":")
        found.heading |= "h1" in self._stack and bool(attributes.get("alt"))
        links = list(_links(tag, attributes))
        if tag == "a":
            self._named = len(found.links) if links else None
            self._words = []
        found.links += links

    def handle_data(self, data: str) -> None:
        """Note text that is read: words of the heading, and marks that may be left."""
        self.parts.heading |= "h1" in self._stack and bool(data.strip())
        self._words.append(data)
        if not CODE.intersection(self._stack):
            self.parts.left.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note that a block is closed."""
        self._open -= tag in BLOCKS
        if tag == "a" and self._named is not None:
            link = self.parts.links[self._named]
            self.parts.links[self._named] = replace(link, words="".join(self._words))
            self._named = None
        if tag in self._stack:
            while (last := self._stack.pop()) != tag:
                self.parts.unclosed.append(f"<{last}")
        elif tag not in UNENDED:
            self.parts.unclosed.append(f"</{tag}")

    def unclosed(self, html: str) -> list[str]:
        """Return how each tag or comment begins that has no counterpart, once the page is read."""
        comment = ["<!--"] * (html.rfind("<!--") > html.rfind("-->"))
        return [*self.parts.unclosed, *(f"<{tag}" for tag in self._stack), *comment]


def _links(tag: str, attributes: Mapping[str, str]) -> Iterator[Link]:
    """Yield the addresses to which a tag leads, or from which it loads something."""
    is_markdown = MARK in attributes
    for name in LEADS.get(tag, ()):
        if name in attributes and (attributes[name] or is_markdown):
            yield Link(attributes[name], is_markdown, name != "href")
    for candidate in attributes.get("srcset", "").split(","):
        if words := candidate.split():
            yield Link(words[0], is_markdown=False, is_loaded=True)


def _is_unsafe(tag: str, value: str) -> bool:
    """Return whether a browser would run an address, or show what it holds as a page."""
    address = re.sub(r"[\x00-\x20]", "", value).lower()
    return address.startswith(UNSAFE) and not (tag == "img" and address.startswith(PICTURE))
