"""Long hand-written pages: each section folds away under its heading, and an outline remains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from macros.pages.renderer import Renderer

SETTING = "folds"  # what a page says at its top
_HEADING = re.compile(r"^<(h2)\b[^<>]*>.*?</\1>", re.DOTALL | re.MULTILINE)
# A section begins with a heading of the page itself, and not with one inside a list or a box.
_HOLDER = re.compile(r"<(/?)(?:blockquote|dd|details|div|li|section|td)\b")


def folded(html: str, settings: Mapping[str, Any], renderer: Renderer, here: str) -> str:
    """Return a page with its sections folded, if its settings ask for that and it has sections."""
    if settings.get(SETTING) is not True:
        return html
    headings = [match for match in _HEADING.finditer(html) if not _inside(html[: match.start()])]
    if not headings:
        return html
    ends = [*(heading.start() for heading in headings[1:]), len(html)]
    sections = [
        (Markup(heading[0]), Markup(html[heading.end() : end]))
        for heading, end in zip(headings, ends, strict=True)
    ]
    above = Markup(html[: headings[0].start()])
    return renderer.render("folded_sections.html", here, above=above, sections=sections)


def _inside(html: str) -> int:
    """Return how many elements that hold others are open at the end of `html`."""
    return sum(-1 if holder[1] else 1 for holder in _HOLDER.finditer(html))
