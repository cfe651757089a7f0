"""The navigation tool, the filters of lists, and search, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def count(page: Page) -> int:
    """How many the filters say remain."""
    return int(re.search(r"\d+", page.locator(".filters__count").inner_text())[0])


def visible(page: Page) -> int:
    """How many are really shown in the table."""
    return page.locator(".map__table [data-item]:visible").count()


def test_without_scripts_the_map_is_complete_and_shows_no_dead_filters(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/", scripts=False)
    expect(page.locator("form.filters")).to_be_hidden()
    activities = page.locator(".map__table [data-item]").count()
    assert visible(page) == activities >= 12


def test_filters_count_what_remains_and_the_count_is_true(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    every = count(page)
    assert every == visible(page)
    page.get_by_label("Led by").select_option("customer")
    assert count(page) == visible(page) < every
    assert page.locator(".map__table [data-item]:visible:not([data-side=customer])").count() == 0


def test_filters_combine(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    page.get_by_label("Led by").select_option("customer")
    customer = count(page)
    page.get_by_label("You are", exact=True).select_option("planning")
    both = count(page)
    assert 0 < both < customer
    page.get_by_label("Contains the words").fill("data")
    assert 0 < count(page) < both


def test_filters_live_in_the_address_so_that_a_view_can_be_shared(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    page.get_by_label("Led by").select_option("provider")
    page.get_by_label("Contains the words").fill("load")
    shared = page.evaluate("location.href")
    remaining = count(page)
    other = open_page(shared)
    assert count(other) == remaining == visible(other)
    expect(other.get_by_label("Led by")).to_have_value("provider")


def test_filters_can_be_cleared(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/?side=provider&q=load")
    page.get_by_role("button", name="Clear filters").click()
    every = page.locator(".map__table [data-item]").count()
    expect(page.locator(".map__table [data-item]:visible")).to_have_count(every)
    assert count(page) == every
    assert "?" not in page.evaluate("location.href")


def test_the_filter_by_role_shows_what_the_role_takes_part_in(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    page.get_by_label("Role").select_option("project-director")
    shown = page.locator(".map__table [data-item]:visible")
    assert 0 < shown.count() < page.locator(".map__table [data-item]").count()
    assert all("project-director" in item.get_attribute("data-role").split() for item in shown.all())


def test_the_count_is_announced(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    expect(page.locator(".filters__count")).to_have_attribute("role", "status")


def test_at_320_pixels_the_map_is_one_section_a_phase_and_filters_work(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/", width=320)
    expect(page.locator(".map__wide")).to_be_hidden()
    assert page.locator(".map__phase:visible").count() == page.locator(".map__table thead th").count() - 1
    page.get_by_label("Led by").select_option("provider")
    assert page.locator(".map__narrow [data-item]:visible").count() == count(page)


def test_filters_work_from_a_folder_on_disk(open_page: Open, flat: Path) -> None:
    page = open_page((flat / "navigate.html").as_uri())
    page.get_by_label("Led by").select_option("customer")
    assert 0 < count(page) == visible(page)


def test_lessons_filter_by_kind_phase_and_strength_of_evidence(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/")
    every = count(page)
    page.get_by_label("Kind").select_option("repeat")
    repeat = count(page)
    assert 0 < repeat < every
    page.get_by_label("Phase").select_option("foundation")
    assert 0 < count(page) < repeat
    assert page.locator("[data-item]:visible").count() == count(page)
