"""Accessible tables in hand-written pages: captions, and headings of rows and columns.

Markdown knows neither. The caption is the heading above the table, and the first cell of a row
heads it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
AFTER_INLINE = 15  # Python-Markdown reads inline text at 20, so that a heading is complete here


class AccessibleTables(Extension):  # type: ignore[misc] # Python-Markdown has no types of its own
    """The extension for Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the work, when Python-Markdown asks for it."""
        md.treeprocessors.register(_Tables(md), "accessible-tables", AFTER_INLINE)


class _Tables(Treeprocessor):  # type: ignore[misc] # Python-Markdown has no types of its own
    def run(self, root: Element) -> None:
        """Complete every table under `root`."""
        heading = ""
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                heading = "".join(element.itertext()).strip()
            elif element.tag == "table":
                _complete(element, heading)


def _complete(table: Element, heading: str) -> None:
    if heading and table.find("caption") is None:
        caption = Element("caption", {"class": "unseen"})
        caption.text = heading
        table.insert(0, caption)
    for head in table.iterfind("thead/tr/th"):
        head.set("scope", "col")
    for row in table.iterfind("tbody/tr"):
        if len(row) and row[0].tag == "td":
            row[0].tag = "th"
            row[0].set("scope", "row")
