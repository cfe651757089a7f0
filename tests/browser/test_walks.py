"""A new reader's way through the handbook, in a real browser: with scripts, without, by keyboard, and from a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def walk(page: Page) -> None:
    """Home → planning → navigation tool → an activity → its lesson → its source, by links alone."""
    page.get_by_role("link", name="Open the navigation tool", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Navigation tool")
    if not page.locator("[data-item] a:visible").count():
        page.locator(".map summary:visible").first.click()  # on a phone, phases are folded
    page.locator("[data-item] a:visible").first.click()
    expect(page.locator(".head__kind")).to_have_text("Activity")
    page.locator(".lesson-line > a").first.click()
    expect(page.locator(".head__kind")).to_have_text("Lesson")
    page.locator("section[aria-labelledby=_evidence] a").first.click()
    expect(page.locator(".head__kind")).to_contain_text("Source")
    expect(page.get_by_role("heading", name="Cited by")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_reader_gets_from_the_home_page_to_the_source_of_a_lesson(
    open_page: Open, served: str, scripts: bool, width: int
) -> None:
    walk(open_page(served, scripts=scripts, width=width))


def test_the_same_walk_works_from_a_folder_on_disk(open_page: Open, flat: Path) -> None:
    walk(open_page((flat / "index.html").as_uri()))


def test_the_walk_works_by_keyboard_alone(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/?side=customer")
    reach(page, "[data-item] a", limit=60)
    page.keyboard.press("Enter")
    expect(page.locator(".head__kind")).to_have_text("Activity")
    reach(page, ".lesson-line > a", limit=80)
    page.keyboard.press("Enter")
    expect(page.locator(".head__kind")).to_have_text("Lesson")
    reach(page, "section[aria-labelledby=_evidence] a", limit=60)
    page.keyboard.press("Enter")
    expect(page.locator(".head__kind")).to_contain_text("Source")


def reach(page: Page, selector: str, limit: int) -> None:
    """Press Tab until something that fits has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{limit} presses of Tab did not reach {selector}")


def test_the_first_tab_offers_to_skip_to_the_content(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_menu_on_a_small_screen_opens_by_keyboard_and_closes_with_escape(
    open_page: Open, served: str
) -> None:
    page = open_page(served, width=320)
    menu = page.get_by_role("button", name="Menu")
    link = page.locator(".top__nav a").last
    expect(link).to_be_hidden()
    reach(page, ".top__menu", limit=4)
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


PAGES = [
    "",
    "overview/",
    "overview/drivers/",
    "navigate/",
    "timeline/",
    "flow/",
    "hand-overs/",
    "phases/mobilise/",
    "workstreams/data-migration/",
    "activities/",
    "activities/rehearse-the-load/",
    "lessons/",
    "products/",
    "products/business-case/",
    "migrations/cabinet-office-2009/",
    "roles/",
    "roles/project-director/",
    "sources/",
    "sources/cabinet-office-2009/",
    "glossary/",
    "search/",
    "a-to-z/",
    "about/",
    "about/decisions/",
    "contribute/fields/",
    "contribute/macros/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_no_page_scrolls_sideways_at_320_pixels(open_page: Open, served: str, path: str, scheme: str) -> None:
    page = open_page(served + path, width=320, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_home_page_shows_four_doors_and_the_map_on_two_screens(open_page: Open, served: str) -> None:
    page = open_page(served)
    assert page.locator(".door").count() == 4
    box = page.locator(".map__table").bounding_box()
    assert box and box["y"] + 200 < 2 * 900


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 24, 30)")])
def test_the_scheme_follows_the_system(open_page: Open, served: str, scheme: str, paper: str) -> None:
    page = open_page(served, scheme=scheme)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper
