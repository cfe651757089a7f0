"""The navigation tool, the filters of lists, and search, in a real browser."""

from __future__ import annotations

import csv
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
    page.get_by_label("Your stage", exact=True).select_option("planning")
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


def choose(page: Page, facet: str, value: str) -> None:
    """Open the choices of a facet and tick one, as somebody with a mouse does."""
    group = page.locator(f"details[data-facet={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator(f"input[value='{value}']").check()
    page.locator("h1").click()
    assert group.get_attribute("open") is None


def unfold(page: Page) -> None:
    """Show every entry of every list."""
    page.evaluate("document.querySelectorAll('button.fold').forEach(button => button.click())")


def number(page: Page, facet: str, value: str) -> int:
    """The number of items that a choice says it would leave."""
    row = page.locator(f"details[data-facet={facet}] label", has=page.locator(f"input[value='{value}']"))
    return int(row.locator("[data-n]").text_content() or "")


def test_lessons_filter_by_kind_phase_and_strength_of_evidence(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/")
    every = count(page)
    promised = number(page, "type", "repeat")
    choose(page, "type", "repeat")
    assert count(page) == promised < every
    narrower = number(page, "phase", "foundation")
    choose(page, "phase", "foundation")
    assert count(page) == narrower < promised
    unfold(page)
    assert page.locator("[data-item]:visible").count() == count(page)


def test_choices_of_one_facet_add_up(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/")
    two = number(page, "type", "repeat") + number(page, "type", "avoid")
    choose(page, "type", "repeat")
    choose(page, "type", "avoid")
    assert count(page) == two


def test_a_lesson_found_by_its_phase_is_listed_under_that_phase(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/?phase=post-live")
    assert page.locator("[data-group]:visible").count() == 1
    group = page.locator("[data-group=post-live]")
    found = count(page)
    unfold(page)
    assert group.locator("[data-item]:visible").count() == found
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("[data-group]:visible")).not_to_have_count(1)
    assert group.locator("[data-item]:visible").count() < found


def test_lessons_can_be_sorted_by_how_often_they_were_seen(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/")
    page.get_by_label("Sort by").select_option("seen")
    unfold(page)
    seen = page.locator("[data-item]:visible").evaluate_all(
        "items => items.map(item => Number(item.dataset.seen))"
    )
    assert len(seen) == count(page)
    assert seen == sorted(seen, reverse=True)
    assert page.locator("[data-group]:visible").count() == 0
    assert "sort=seen" in page.url


def test_where_nothing_matches_the_list_says_so_and_can_be_cleared(open_page: Open, served: str) -> None:
    page = open_page(f"{served}sources/?q=zzzz")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_text("Nothing matches.")).to_be_hidden()


def numbers(page: Page) -> list[int]:
    """How many entries each group of a list says that it has."""
    return [int(text.strip("()")) for text in page.locator("h2 [data-n]").all_text_contents()]


def test_a_long_list_gets_its_rest_when_the_page_is_there(open_page: Open, served: str) -> None:
    page = open_page(f"{served}lessons/")
    shown = page.locator("[data-item]:visible").count()
    assert shown < count(page) == sum(numbers(page)) == page.locator("[data-item]").count()
    assert page.locator("a.fold").count() == 0


@pytest.mark.parametrize("path", ["lessons/", "sources/"])
def test_without_scripts_links_lead_to_all_entries_of_a_long_list(
    open_page: Open, served: str, path: str
) -> None:
    page = open_page(served + path, scripts=False)
    whole = {
        group: page.locator(f"[data-group='{group}'] ul > li").count()
        for group in page.locator("[data-group]:not(:has(a.fold))").evaluate_all(
            "groups => groups.map(group => group.dataset.group)"
        )
    }
    every = sum(numbers(page))
    page.locator("a.fold").first.click()
    page.wait_for_url("**/lists/**")
    found = sum(whole.values())
    while True:
        found += page.locator("article ul > li").count()
        after = page.locator(".pager__next")
        if not after.count():
            break
        address = str(after.evaluate("link => link.href"))
        after.click()
        page.wait_for_url(address)
    assert found == every


@pytest.mark.parametrize(
    ("path", "part", "elsewhere"),
    [
        ("glossary/", ".glossary > div:has(.glossary__used)", "article li:target"),
        ("timeline/", "[aria-labelledby=by-calendar] > details", "article"),
    ],
)
def test_what_folds_away_comes_later_and_has_a_page_of_its_own(
    open_page: Open, served: str, path: str, part: str, elsewhere: str
) -> None:
    links = f"{part} >> nth=0 >> [data-rest-of] > li a:not(svg *)"
    found = open_page(served + path).locator(links).evaluate_all("links => links.map(({ href }) => href)")
    page = open_page(served + path, scripts=False)
    page.locator(f"{part} >> nth=0 >> summary").first.click()
    assert page.locator(links).count() == 0
    page.locator(f"{part} >> nth=0 >> a[href*='lists/']").click()
    page.wait_for_url("**/lists/**")
    there = page.locator(f"{elsewhere} li a:not(svg *)").evaluate_all(
        "links => links.map(({ href }) => href)"
    )
    assert found and set(found) <= set(there)


def test_what_is_shown_can_be_downloaded_as_a_table_that_runs_nothing(open_page: Open, served: str) -> None:
    page = open_page(f"{served}migrations/")
    choose(page, "outcome", "stopped")
    page.locator("[data-item]:visible a").first.evaluate("link => { link.textContent = '=1+1' }")
    with page.expect_download() as got:
        page.get_by_role("button", name="Download as CSV").click()
    rows = list(csv.reader(Path(got.value.path()).read_text("utf-8-sig").splitlines()))
    assert got.value.suggested_filename == "migrations.csv"
    assert len(rows) == count(page) + 1
    assert rows[0][:2] == ["Title", "Address"]
    assert rows[1][0] == "'=1+1"
    assert rows[1][1].startswith("http")


@pytest.mark.parametrize("path", ["activities/", "products/", "migrations/", "sources/", "glossary/"])
def test_every_long_list_can_be_narrowed_by_words(open_page: Open, served: str, path: str) -> None:
    page = open_page(served + path)
    every = count(page)
    page.get_by_label("Contains the words").fill("pay")
    assert 0 < count(page) < every


def test_escape_closes_the_choices_and_leaves_the_focus_at_their_heading(
    open_page: Open, served: str
) -> None:
    page = open_page(f"{served}lessons/")
    heading = page.locator("details[data-facet=phase] summary")
    heading.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(heading).to_be_focused()
    expect(heading).to_contain_text("(1)")
