"""From the address bar to the evidence of a lesson and back, once with keys alone, once by what a screen reader is told alone.

With RECORD_WALKS=yes each stop is written to docs/about/walks.md, which people read. Nothing compares that page with a later
run: a new lesson may stand before the old one. What is held here is that no way ends.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from builds import ROOT
from journey import Keyboard, Listener
from playwright.sync_api import Page

pytestmark = pytest.mark.ours
Open = Callable[..., Page]
WALKS = ROOT / "docs/about/walks.md"
STREAM = "Data migration"
ACTIVITY = "Rehearse the load"


def record(heading: str, diary: list[str]) -> None:
    """Write one walk into its section of the page for people."""
    if os.environ.get("RECORD_WALKS") == "yes":
        head, _, rest = WALKS.read_text("utf-8").partition(f"## {heading}\n")
        after = rest.partition("\n## ")
        lines = "\n".join(f"{number}. {line}" for number, line in enumerate(diary, 1))
        WALKS.write_text(
            f"{head}## {heading}\n\n{lines}\n" + (f"\n## {after[2]}" if after[1] else ""), "utf-8"
        )


def test_with_keys_alone_a_reader_gets_from_the_address_bar_to_the_evidence_of_a_lesson_and_back(
    open_page: Open, served: str
) -> None:
    page = open_page(f"{served}navigate/")
    keys = Keyboard(page)
    keys.arrive("Type the address.")
    assert keys.press("Tab") == "Skip to the content"
    keys.press("Enter")
    start = len(keys.diary)
    keys.tab_to(".jump a[href='#row-data-migration']", 15)
    keys.press("Enter")
    keys.tab_to("#row-data-migration a[href*=rehearse-the-load]", 25)
    assert len(keys.diary) - start <= 25
    keys.enter()
    keys.press("Tab")
    keys.press("Enter")
    lesson = keys.tab_to("section[aria-labelledby=_steps] .lesson-line a", 25)
    keys.enter()
    assert page.locator("h1").inner_text() == lesson
    keys.press("Tab")
    keys.press("Enter")
    keys.tab_to("section[aria-labelledby=_evidence] a", 25)
    keys.enter()
    assert page.locator(".head__kind").inner_text().startswith("Source")
    for heading in (lesson, ACTIVITY, "Navigation tool"):
        keys.back()
        assert page.locator("h1").inner_text() == heading
    assert keys.press("Tab")  # the way goes on
    record("With keys alone", keys.diary)


def test_by_roles_and_names_alone_a_reader_gets_to_the_evidence_of_a_lesson_and_back(
    open_page: Open, served: str
) -> None:
    ears = Listener(open_page(f"{served}navigate/"))
    assert ears.arrive() == "Navigation tool"
    ears.find("navigation", "On the map, go to")
    ears.find("form", "Filters")
    ears.find("status")
    ears.find("table")
    ears.find("columnheader", "Build & Test")
    ears.find("rowheader", STREAM)
    ears.find("link", ACTIVITY)
    assert ears.press() == ACTIVITY
    ears.at = 0  # the list of what is on the page comes before its heading
    ears.find("navigation", "On this page")
    ears.find("heading", "Steps", level=2)
    ears.find("list")
    lesson = ears.page.locator("section[aria-labelledby=_steps] .lesson-line a").first.inner_text()
    ears.find("link", lesson)
    assert ears.press() == lesson
    ears.find("heading", "What to do", level=2)
    ears.find("complementary", "In short")
    ears.find("heading", "Evidence", level=2)
    ears.find("list")
    source = ears.find("link")
    assert ears.press() in source
    ears.find("heading", "Cited by", level=2)
    ears.find("link", lesson)
    assert ears.press() == lesson
    ears.find("complementary", "In short")
    ears.find("link", ACTIVITY)
    assert ears.press() == ACTIVITY
    ears.at = 0
    ears.find("navigation", "Main menu")
    ears.find("link", "Map")
    assert ears.press() == "Navigation tool"
    record("By roles and names alone", ears.diary)
