"""What the design promises to the eye, measured: lines of prose that can be read, and signs that never stand alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
# The number of characters on each full line of prose: of a paragraph with several lines, all but the last.
LINES = """() => [...document.querySelectorAll('main p:not(.quiet, .lead)')].flatMap(p => {
  const counts = new Map(), range = document.createRange(), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (let i = 0; i < walk.currentNode.length; i++) {
    range.setStart(walk.currentNode, i); range.setEnd(walk.currentNode, i + 1);
    const box = range.getBoundingClientRect(); if (box.width) counts.set(Math.round(box.bottom), (counts.get(Math.round(box.bottom)) || 0) + 1);
  }
  return [...counts.values()].slice(0, -1); })"""


@pytest.mark.parametrize(
    "path",
    [
        "overview/drivers/",
        "about/evidence/",
        "activities/rehearse-the-load/",
        "lessons/bring-payroll-in-last/",
    ],
)
def test_a_line_of_prose_holds_about_60_to_75_characters(open_page: Open, served: str, path: str) -> None:
    # Fonts differ a little from machine to machine.
    longest = sorted(open_page(served + path).evaluate(LINES))[-3:]
    assert len(longest) == 3 and 55 <= longest[-1] <= 80


def test_a_sign_of_evidence_a_kind_or_a_side_has_its_word_beside_it(open_page: Open, served: str) -> None:
    page = open_page(f"{served}activities/rehearse-the-load/")
    signs = page.locator(
        "main .kind, main .proof, main .steps__side .side-mark, main .phase-number"
    ).all_inner_texts()
    assert len(signs) > 10 and all(words.strip() for words in signs)
