"""The navigation tool, the filters of lists, and search, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
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


@pytest.mark.parametrize("where", ["served", "flat"])
def test_search_finds_a_lesson_an_activity_a_product_and_a_term(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    address = f"{root}search/" if where == "served" else (root / "search.html").as_uri()
    page = open_page(address)
    box = page.locator("#search-q")
    for words, title in (
        ("rehearse load", "Rehearse the load"),
        ("letter of intent", "Letter of intent"),
        ("pathfinder", "Glossary"),
    ):
        box.fill(words)
        expect(page.locator(".search__results")).to_contain_text(title)
    expect(page.locator(".search__count")).to_contain_text(re.compile(r"\d+ result"))


@pytest.mark.parametrize("where", ["served", "flat"])
def test_the_search_box_of_every_page_leads_to_results(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    page = open_page(f"{root}products/" if where == "served" else (root / "products/index.html").as_uri())
    page.locator("#top-search").fill("payroll")
    page.locator("#top-search").press("Enter")
    expect(page.locator(".search__results > li").first).to_be_visible()
    page.locator(".search__results a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_search_without_results_says_so(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=zzzzqqqq")
    expect(page.locator(".search__count")).to_have_text("No results")


@pytest.mark.parametrize("where", ["served", "flat"])
def test_a_result_whose_title_is_in_another_language_is_marked(
    open_page: Open, where: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(where)
    page = open_page(
        f"{root}search/?q=opmerkelijk"
        if where == "served"
        else f"{(root / 'search.html').as_uri()}?q=opmerkelijk"
    )
    expect(page.locator(".search__results a[href*='p-direkt-success']").first).to_have_attribute("lang", "nl")
    page.locator("#search-q").fill("payroll")
    expect(page.locator(".search__count")).to_contain_text(re.compile(r"\d\d result"))
    assert page.locator(".search__results a:not([href*='sources/'])[lang]").count() == 0


def test_search_never_runs_what_is_typed(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/")
    page.locator("#search-q").fill('<img src=x onerror=alert(1)> ^~+- " *')
    expect(page.locator(".search__count")).not_to_be_empty()
    assert page.locator(".search__results img").count() == 0


def test_without_scripts_search_points_to_the_a_to_z(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/", scripts=False)
    page.locator("main").get_by_role("link", name="A to Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")
