"""No page is too long to read. A page of more than a few screens folds, and has links to jump by; and no link leads into a fold
that stays closed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kinds import chosen, sample
from playwright.sync_api import Page, expect
from visits import visit

Open = Callable[..., Page]
SCREEN = {"width": 1280, "height": 800}
LONG = 8  # screens that a page may take without folds
LONGEST = 12  # screens that a page may take with them, as it opens
FEWEST = 3  # links that help to jump
FOR_PAPER = "print/"
LENGTH = """() => ({
  screens: document.documentElement.scrollHeight / innerHeight,
  jumps: [...document.querySelectorAll('.on-page a')].filter(link => link.checkVisibility() && document.getElementById(link.hash.slice(1))?.checkVisibility()).length,
  sticks: ['sticky', 'fixed'].includes(getComputedStyle(document.querySelector('.on-page details') || document.body).position),
  folds: document.querySelectorAll('main details, main [data-fold] > [hidden]').length,
})"""


def reading_pages(site: Path) -> list[str]:
    """Every page that stands for a kind, and every page of the kinds that are known to be long. Print pages are for paper."""
    long = [
        f"{folder}/{page.parent.name}/"
        for folder in ("gates", "phases")
        for page in site.glob(f"{folder}/*/index.html")
    ]
    more = [path for folder in ("crosswalk", "contribute/fields") for path in sample(site, folder, 3)]
    every = ["crosswalk/", "learned-again/", *chosen(site, 3), *long, *more]
    return [path for path in dict.fromkeys(every) if not path.startswith(FOR_PAPER)]


def too_long(page: Page) -> str:
    """What is wrong with the length of a page; an empty text if nothing is."""
    page.set_viewport_size(SCREEN)
    seen = page.evaluate(LENGTH)
    if seen["screens"] <= LONG:
        return ""
    wrong = {
        "no jump links": seen["jumps"] < FEWEST,
        "jump links that scroll away": not seen["sticks"],
        "no folds": not seen["folds"],
        f"more than {LONGEST} screens": seen["screens"] > LONGEST,
    }
    return ", ".join(name for name, is_so in wrong.items() if is_so)


def test_a_page_of_more_than_a_few_screens_folds_and_has_jump_links(
    open_page: Open, served: str, site: Path
) -> None:
    page = open_page(served)
    wrong = {}
    for path in reading_pages(site):
        visit(page, served + path)
        wrong[path] = too_long(page)
    assert len(wrong) > 60
    assert {path: words for path, words in wrong.items() if words} == {}


LINKS = "<nav class='on-page'><details open style='position: sticky'><a href='#a'>a</a><a href='#b'>b</a><a href='#c'>c</a></details></nav>"
TEXT = "<main><h2 id='a'>a</h2><h2 id='b'>b</h2><h2 id='c'>c</h2>{}<p style='height: {}px'>x</p></main>"
FOLD = "<details><summary>x</summary>y</details>"


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        (TEXT.format("", 5000), ""),
        (LINKS + TEXT.format(FOLD, 8000), ""),
        (LINKS + TEXT.format("", 8000), "no folds"),
        (LINKS.replace("sticky", "static") + TEXT.format(FOLD, 8000), "jump links that scroll away"),
        (TEXT.format(FOLD, 8000), "no jump links, jump links that scroll away"),
        (LINKS.replace("#c", "#d") + TEXT.format(FOLD, 8000), "no jump links"),
        (LINKS + TEXT.format(FOLD, 11000), "more than 12 screens"),
    ],
)
def test_a_page_that_is_too_long_is_seen(open_page: Open, html: str, wrong: str) -> None:
    page = open_page("about:blank")
    page.set_content(f"<!doctype html><html><body>{html}</body></html>")
    assert too_long(page) == wrong


@pytest.mark.parametrize("target", ["pull-requests", "github-pages"])
def test_a_link_into_a_closed_fold_opens_it(open_page: Open, served: str, target: str) -> None:
    page = open_page(f"{served}contribute/publish/")
    place = page.locator(f"details:has(> summary #{target}), details:has(> :not(summary)#{target})")
    expect(place).not_to_have_attribute("open", "")
    link = page.locator(f"main a[href='#{target}']").first
    link.click()
    expect(place).to_have_attribute("open", "")
    place.locator("summary").first.click()
    link.click()
    expect(place).to_have_attribute("open", "")
    page.goto(f"{served}contribute/publish/?again#{target}")
    expect(place).to_have_attribute("open", "")


def test_one_button_opens_all_sections_and_closes_them(open_page: Open, served: str) -> None:
    page = open_page(f"{served}contribute/publish/")
    sections = page.locator(".folds > details")
    page.get_by_role("button", name="Show all sections").press("Enter")
    assert sections.count() == page.locator(".folds > details[open]").count() > 3
    page.get_by_role("button", name="Hide all sections").press("Enter")
    assert page.locator(".folds > details[open]").count() == 0


def test_without_scripts_each_section_opens_and_no_dead_button_shows(open_page: Open, served: str) -> None:
    page = open_page(f"{served}contribute/publish/", scripts=False)
    expect(page.get_by_role("button", name="Show all sections")).to_be_hidden()
    section = page.locator(".folds > details").nth(1)
    section.locator("summary").click()
    expect(section.locator("p, li").first).to_be_visible()


def test_paper_holds_what_is_folded(open_page: Open, served: str) -> None:
    page = open_page(f"{served}contribute/publish/")
    page.emulate_media(media="print")
    shown = page.evaluate(
        "[...document.querySelectorAll('.folds > details')].map(fold => fold.lastElementChild.getBoundingClientRect().height)"
    )
    assert len(shown) > 3
    assert min(shown) > 0
