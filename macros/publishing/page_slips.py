"""Slips in a page that stop no build and spoil what readers see: marks that mean nothing, anchors that are
there twice, no heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading.problem import Problem
from macros.publishing.page_heading import typed_heading
from macros.publishing.page_parts import Parts
from macros.publishing.page_text import PageText

LAST = 1_000_000  # the time at which words are in a page: the last one
_FENCE = re.compile(r"^\s*((?:```|~~~)[^\n]*)", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
_REFERENCE = re.compile(r"\[[^\[\]]+\]\[([^\[\]]*)\]")


def slips(page: PageText, typed: Parts, *, headed: bool) -> Iterator[Problem]:
    """Yield each slip in a page. `headed` says whether readers see a heading of the first level."""
    yield from _left(page, typed)
    for anchor in dict.fromkeys(typed.twice):
        message = f"the place “{anchor}” is on this page twice, so each link to it goes to the first."
        yield Problem(page.place_of(anchor, LAST), "", message, "anchor-twice", "Give one another name.")
    if page.calls_macros:
        yield from _heading_with_macro(page)
    if not headed:
        message = "this page has no heading, so menus and the search leave it out."
        yield Problem(page.at(1), "", message, "no-heading", "Begin it with # and its title.", "warning")


def _left(page: PageText, typed: Parts) -> Iterator[Problem]:
    """Yield a problem for marks that Markdown did not take for any, so that readers see them."""
    for text in typed.left:
        if fence := _FENCE.search(text):
            message = "a block of code begins here and never ends."
            hint = "End it with a line of the same three marks."
            yield Problem(page.place_of(fence[1], LAST), "", message, "unclosed", hint)
            return
        for note in _NOTE.finditer(text):
            message = f"there is no note {note[0]} on this page, so readers see these signs."
            hint = f"Write {note[0]}: and the note on a line of its own."
            yield Problem(page.place_of(note[0]), "", message, "dead-link", hint, "warning")
        for reference in _REFERENCE.finditer(text):
            message = f"“{reference[0]}” leads nowhere, so readers see these signs."
            hint = f"Write [{reference[1]}]: and an address on a line of its own."
            yield Problem(page.place_of(reference[0]), "", message, "dead-link", hint, "warning")


def _heading_with_macro(page: PageText) -> Iterator[Problem]:
    line, heading = typed_heading(page.body)
    if "{{" in heading or "{%" in heading:
        message = "menus and the search show this heading as it is written, so it can call no macro."
        yield Problem(page.at(line), "", message, "macro", "Write its words out.")
