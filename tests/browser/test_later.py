"""What tools need comes once their page is there: until then nothing that a reader does is lost, and nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from visits import wait_until_whole

Open = Callable[..., Page]
# The first script of each tool: while it does not come, none of the others runs.
FIRST = {
    "tailor/": "late/tailor.js",
    "project/": "device.js",
    "plan/": "device.js",
    "gates/design/": "late/gates-design.js",
    "contribute/add/": "form-data.js",
    "search/": "search-heads.js",
}


class Held:
    """A page of which the first script that comes later is held back."""

    def __init__(self, open_page: Open, served: str, path: str, kept: str = "", **how: Any) -> None:
        self.page = open_page(f"{served}about/licence/" if kept else "about:blank", **how)
        if kept:
            self.page.evaluate("kept => localStorage.setItem('kept', kept)", kept)
        self._routes: list[Any] = []
        pattern = f"**/assets/{FIRST[path]}"
        self.page.route(pattern, lambda route: self._routes.append(route))
        with self.page.expect_request(pattern):
            self.page.goto(served + path)
        while not self._routes:
            self.page.wait_for_timeout(10)

    def give(self) -> Page:
        """Let the script come, and wait until the page is whole."""
        self._routes[0].continue_()
        self.page.unroute_all()
        wait_until_whole(self.page)
        return self.page

    def refuse(self) -> Page:
        """Let the script fail."""
        self._routes[0].abort()
        return self.page


def project(page: Page) -> Any:
    """The reader's project."""
    return page.evaluate("handbookProject.read()")


def test_answers_that_are_given_early_count(open_page: Open, served: str) -> None:
    held = Held(open_page, served, "tailor/")
    held.page.get_by_label("Payroll", exact=True).check()
    held.page.get_by_label("HR", exact=True).check()
    held.page.get_by_label("HR", exact=True).uncheck()
    held.page.get_by_label("Fewer than 500").check()
    page = held.give()
    assert project(page)["profile"] == {"services": ["payroll"], "size": ["small"]}
    expect(page.get_by_label("Payroll", exact=True)).to_be_checked()
    expect(page.locator("[data-nothing]")).to_be_hidden()


def test_dates_that_are_typed_early_make_the_plan(open_page: Open, served: str) -> None:
    held = Held(open_page, served, "plan/")
    held.page.locator("[data-live]").fill("2031-04-01")
    held.page.get_by_label("How long Implement").or_(held.page.locator("[data-length=implement]")).first.fill(
        "8"
    )
    held.page.locator("[data-live-why]").fill("The contract ends")
    held.page.locator("[data-avoid-from]").fill("2031-01-01")
    held.page.locator("[data-avoid-to]").fill("2031-01-02")
    held.page.locator("[data-avoid-add]").click()
    page = held.give()
    plan = project(page)["plan"]
    assert (plan["go_live"], plan["go_live_why"]) == ("2031-04-01", "The contract ends")
    assert plan["lengths"] == {"implement": 56}
    assert plan["avoid"] == [{"from": "2031-01-01", "to": "2031-01-02"}]
    expect(page.locator("[data-picture]")).to_be_visible()


def test_a_file_that_is_saved_early_is_saved_once(open_page: Open, served: str) -> None:
    held = Held(open_page, served, "project/")
    files: list[Any] = []
    held.page.on("download", lambda file: files.append(file))
    held.page.get_by_role("button", name="Save as a file").click()
    page = held.give()
    page.wait_for_timeout(300)
    assert len(files) == 1


def test_a_rehearsal_that_is_begun_early_asks_its_first_question(open_page: Open, served: str) -> None:
    held = Held(open_page, served, "gates/design/")
    held.page.get_by_role("button", name="Start the rehearsal").click()
    page = held.give()
    expect(page.locator("[data-asking] legend")).to_be_focused()
    expect(page.locator("[data-where]")).to_contain_text("1")


def test_a_lesson_that_is_begun_early_is_kept(open_page: Open, served: str) -> None:
    held = Held(open_page, served, "contribute/add/")
    title = held.page.locator("#l-title")
    title.press_sequentially("Paint every shelf first")
    held.page.locator("[data-list=seen_again], [data-sources]").first.locator("> p > [data-add]").click()
    held.page.locator("#l-event").fill("The paint was wet")
    page = held.give()
    expect(title).to_have_value("Paint every shelf first")
    expect(page.locator("#l-event")).to_have_value("The paint was wet")
    expect(page.locator("[data-sources] fieldset.entry")).to_have_count(1)
    page.reload()
    wait_until_whole(page)
    expect(title).to_have_value("Paint every shelf first")


def test_a_question_that_is_typed_early_is_answered(open_page: Open, served: str) -> None:
    held = Held(open_page, served, "search/")
    held.page.locator("#search-q").press_sequentially("payroll")
    page = held.give()
    expect(page.locator("#search-q")).to_have_value("payroll")
    expect(page.locator(".search__results > li").first).to_be_visible()
    assert page.evaluate("location.search") == "?q=payroll"


TOOLS = [path for path in FIRST if path != "search/"]


def tool(page: Page) -> Locator:
    """The part of a page that listens to its reader: it is named again when its scripts are there."""
    return page.locator(
        "[data-tailor], [data-project]:not(section), [data-planner], [data-rehearsal], [data-form].lesson-form"
    )


@pytest.mark.parametrize("path", TOOLS)
@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_of_the_first_view_moves(open_page: Open, served: str, path: str, width: int) -> None:
    held = Held(open_page, served, path, width=width)
    places = "[...document.querySelectorAll('main h1, main h2, main button, main input')].filter(e => e.checkVisibility()).map(e => Math.round(e.getBoundingClientRect().top)).filter(top => top < innerHeight)"
    before = held.page.evaluate(places)
    assert before
    assert held.give().evaluate(places) == before


@pytest.mark.parametrize("path", TOOLS)
def test_who_kept_something_sees_no_empty_fields_first(open_page: Open, served: str, path: str) -> None:
    held = Held(open_page, served, path, kept="something")
    expect(tool(held.page)).not_to_be_visible()
    expect(tool(held.give())).to_be_visible()


@pytest.mark.parametrize("path", TOOLS)
def test_a_tool_that_cannot_be_loaded_says_so(open_page: Open, served: str, path: str) -> None:
    held = Held(open_page, served, path, expect_errors=True)
    expect(held.refuse().get_by_role("alert").filter(has_text="has not loaded")).to_be_visible()


def test_without_scripts_links_lead_to_what_would_come_later(open_page: Open, served: str) -> None:
    page = open_page(f"{served}gates/design/", scripts=False)
    steps = page.locator(".sheet__steps").first
    steps.locator("summary").click()
    assert "/activities/" in steps.locator("a").first.evaluate("link => link.href")
    page.goto(f"{served}tailor/")
    page.locator(".tailor__phase summary").first.click()
    links = page.locator(".tailor__phase").first.locator("li a")
    assert links.count() > 5
    links.first.click()
    expect(page.get_by_role("heading", name="If you skip it")).to_be_visible()
