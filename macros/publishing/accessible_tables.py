"""Tables of hand-written pages, for those who hear them: a caption, and headings that say what they head.

Markdown knows neither. The caption is the heading that the table stands under, and the first cell of a row heads it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
AFTER_INLINE = 15  # inline text is read at 20, so that a heading is complete


class SpokenTables(Extension):
    """The extension for Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Tables(md), "spoken-tables", AFTER_INLINE)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        heading = ""
        for element in list(root.iter()):
            if element.tag in HEADINGS:
                heading = "".join(element.itertext()).strip()
            elif element.tag == "table":
                _mend(element, heading)


def _mend(table: Element, heading: str) -> None:
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
