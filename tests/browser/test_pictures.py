"""The pictures: what is drawn is also said, a choice lights its path, and nothing is lost where there is no room or no script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
# The boxes of the names in a picture that lie on each other, and of names that run out of it, as this browser draws them.
MEETING = """svg => { const all = [...svg.querySelectorAll('a text')].map(t => [t.textContent.trim(), t.getBoundingClientRect()]), frame = svg.getBoundingClientRect();
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return all.flatMap(([name, box], i) => [...all.slice(i + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${name} / ${other}`),
    ...(box.right > frame.right + 1 || box.bottom > frame.bottom + 1 ? [`${name} runs out`] : [])]); }"""
PICTURE = """() => Object.fromEntries([...document.querySelectorAll('.lines')].map(g => [g.id.slice(5),
  [...g.querySelectorAll('.lines [data-for]')].flatMap(line => line.dataset.for.split(' ')).sort()]))"""
TABLE = """() => Object.fromEntries([...document.querySelectorAll('[data-product]')].map(row => [row.dataset.product,
  [...row.querySelectorAll('td:last-child [data-activity]')].map(a => a.dataset.activity).sort()]))"""


def test_the_picture_and_the_table_of_the_flow_say_the_same(open_page: Open, served: str) -> None:
    page = open_page(f"{served}flow/")
    drawn = page.evaluate(PICTURE)
    assert drawn == page.evaluate(TABLE)
    assert len(drawn) > 50


def test_a_chosen_product_is_lit_numbered_and_listed_and_kept_in_the_address(
    open_page: Open, served: str
) -> None:
    page = open_page(f"{served}flow/")
    page.locator("a.product[href='#flow-business-case']").click()
    assert page.url.endswith("#flow-business-case")
    listed = page.locator(".flow__chosen li")
    assert listed.count() > 5
    assert (
        page.locator(".flow__chosen h4").all_inner_texts()
        == page.locator(".flow-table").first.locator("thead th:not(:first-child)").all_text_contents()
    )
    expect(page.locator(".product.lit")).to_have_count(1)
    expect(page.locator(".flow-picture__numbers circle")).to_have_count(listed.count())
    assert page.locator(".flow__chosen a[href*='products/business-case']").count() == 1
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".product.lit")).to_have_count(0)
    assert "#" not in page.url


def test_a_chosen_activity_lights_what_it_needs_and_gives(open_page: Open, served: str) -> None:
    page = open_page(f"{served}flow/#activities/build-the-business-case")
    expect(page.locator(".product.lit")).to_have_count(2)
    assert page.locator("path.lit").count() == page.locator(".product.near").count() == 5
    expect(page.locator(".flow__chosen")).to_contain_text("Options appraisal")


def test_without_scripts_the_address_lights_a_product(open_page: Open, served: str) -> None:
    page = open_page(f"{served}flow/#flow-business-case", scripts=False)
    widths = page.locator(".lines").evaluate_all("all => all.map(e => getComputedStyle(e).strokeWidth)")
    assert sorted(set(widths)) == ["1px", "2.2px"] and widths.count("2.2px") == 1


def test_in_this_browser_no_name_lies_on_another(open_page: Open, served: str) -> None:
    page = open_page(f"{served}flow/")
    assert page.locator(".flow-picture").evaluate(MEETING) == []
    page.goto(f"{served}overview/governance/")
    assert page.locator(".chart-picture").evaluate(MEETING) == []


@pytest.mark.parametrize(("width", "table"), [(320, False), (768, True), (1280, True)])
def test_the_map_is_a_table_where_it_fits_and_folds_by_phase_where_not(
    open_page: Open, served: str, width: int, table: bool
) -> None:
    page = open_page(f"{served}navigate/", width=width)
    assert page.locator(".map__table").is_visible() == table
    folds = page.locator(".map__fold:visible")
    assert folds.count() == (0 if table else page.locator(".map__table thead th").count() - 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if not table:
        assert folds.evaluate_all("all => all.filter(e => e.open).length") == 1


def test_every_mark_has_the_colour_of_its_shape(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    colours = page.locator(".map__table .side-mark").evaluate_all(
        "all => all.map(e => [e.className, getComputedStyle(e.querySelector('.shape')).color])"
    )
    assert len({name for name, _ in colours}) == len(set(map(tuple, colours))) > 1


def test_the_heads_of_the_map_stay_in_sight(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    page.locator(".map__table tbody tr").last.scroll_into_view_if_needed()
    assert page.locator(".map__table thead th").nth(1).bounding_box()["y"] >= 0


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("activities/rehearse-the-load/", "row-data-migration"),
        ("workstreams/data-migration/", "row-data-migration"),
        ("lessons/bring-payroll-in-last/", "row-"),
        ("products/business-case/", "row-"),
    ],
)
def test_a_page_shows_where_it_is_and_leads_there(open_page: Open, served: str, path: str, row: str) -> None:
    page = open_page(served + path)
    link = page.locator(".where__link")
    address = link.get_attribute("href")
    assert "navigate" in address and f"#{row}" in address
    assert link.locator(".here, .row.now").count() > 0
    link.click()
    expect(page.locator(":target")).to_have_count(1)


def test_every_move_says_its_dates_in_text(open_page: Open, served: str, site: object) -> None:
    page = open_page(f"{served}timeline/")
    moves = page.locator("[aria-labelledby=by-calendar] .timeline__rows > li")
    stones = moves.evaluate_all(
        "all => all.map(e => [e.querySelectorAll('circle').length, e.querySelectorAll('details li').length])"
    )
    assert len(stones) > 40
    assert all(said >= drawn > 0 for drawn, said in stones)
    assert page.locator("[aria-labelledby=by-calendar] .timeline__rows").first.locator("> li").count() == 8


def test_hand_overs_can_be_narrowed_to_one_side(open_page: Open, served: str) -> None:
    page = open_page(f"{served}hand-overs/")
    every = page.locator("[data-item]").count()
    page.get_by_label("You are", exact=True).select_option("provider")
    left = page.locator("[data-item]:not([data-filtered-out])")
    assert 0 < left.count() < every
    assert all("provider" in item.get_attribute("data-side").split() for item in left.all())
    expect(page.locator(".filters__count")).to_contain_text(f"Showing {left.count()} of {every}")
    assert left.first.is_visible() and left.last.is_visible()


def test_the_list_of_what_is_on_a_page_has_only_what_is_there(open_page: Open, served: str) -> None:
    page = open_page(f"{served}plan/")
    link = page.locator(".on-page a[href='#_picture']")
    expect(link).to_be_hidden()
    page.evaluate("document.querySelector('[data-picture]').hidden = false")
    expect(link).to_be_visible()


def test_a_step_shows_three_of_many_lessons_and_the_others_on_demand(open_page: Open, served: str) -> None:
    page = open_page(f"{served}activities/build-the-business-case/")
    long = page.locator(".steps__lessons[data-fold]").first
    every = long.locator(".beside").count()
    assert every > 4 and long.locator(".beside:not([hidden])").count() == 3
    page.locator(".steps__lessons[data-fold] + .fold").first.click()
    assert long.locator(".beside:not([hidden])").count() == every


def test_in_forced_colours_what_steps_back_has_the_colour_of_the_text(open_page: Open, served: str) -> None:
    page = open_page(f"{served}flow/#flow-business-case", forced_colors="active")
    drawn = "e => [getComputedStyle(e).stroke, getComputedStyle(e).strokeOpacity]"
    quiet = page.locator(".lines:not(.lit)").first.evaluate(drawn)
    lit = page.locator(".lines.lit").evaluate(drawn)
    assert quiet[0] != lit[0] and (float(quiet[1]), float(lit[1])) == (0.4, 1)
    assert quiet[0] == page.evaluate("getComputedStyle(document.body).color")
