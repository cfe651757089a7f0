"""Every kind of page as a PDF on A4: no word is missing or cut off, pictures lie across, margins say what this is."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from kinds import prints
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
# One page of every kind.
PAGES = [
    "",
    "overview/",
    "overview/drivers/",
    "navigate/",
    "timeline/",
    "flow/",
    "hand-overs/",
    "phases/",
    "phases/mobilise/",
    "workstreams/",
    "workstreams/data-migration/",
    "activities/",
    "activities/rehearse-the-load/",
    "lessons/",
    "lessons/bring-payroll-in-last/",
    "products/",
    "products/business-case/",
    "migrations/",
    "migrations/cabinet-office-2009/",
    "roles/",
    "roles/project-director/",
    "sources/",
    "sources/dk-rigsrevisionen-2019-payroll-management/",
    "glossary/",
    "search/",
    "a-to-z/",
    "404.html",
    "about/",
    "about/accessibility/",
    "contribute/",
    "contribute/fields/",
    "contribute/macros/",
    "print/phases/implement/",
    "print/roles/contract-manager/",
    "print/routes/thinking/",
]
# What paper leaves out on purpose: ways to other pages, and what somebody would press.
LEFT_OUT = "main button, .flow__choose, .flow__chosen, .flow__wide > p:first-child, .near__flow, .filters, .jump, .mend, .pager, .print-all, .print-page__back, .on-page, .unseen, .map__narrow, .search, noscript, svg, script, summary"
# The words of the content that can be seen, but for those in what is left out.
SHOWN = """left => { const out = []; const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) { const e = walk.currentNode.parentElement; if (e.checkVisibility() && !e.closest(left)) out.push(walk.currentNode.textContent); }
  return out.join(' '); }"""
# A4 upright is 794 px wide at 96 to the inch; less the margins of 16 mm.
WIDE = 1001
UPRIGHT = 673


def printed(page: Page) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{4,}", text.replace("\u00ad", "")))


def letters(text: str) -> str:
    """Letters alone: a PDF breaks words where lines end."""
    return "".join(re.findall(r"[^\W_]", text.replace("\u00ad", "")))


def said(pdf: pypdf.PdfReader, title: str = "") -> str:
    """All letters on all sheets, without what stands in the margins, which would cut a sentence that runs over two sheets."""
    margins = re.compile(rf"{re.escape(title)}|Edition [\w.]+ · \d+ \w+ \d{{4}}|\d+ / \d+")
    return letters(
        "\n".join(
            margins.sub("", unicodedata.normalize("NFKC", sheet.extract_text()), count=3)
            for sheet in pdf.pages
        )
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_no_word_is_missing_on_paper_and_none_runs_off_the_sheet(
    open_page: Open, served: str, path: str
) -> None:
    page = open_page(served + path)
    wanted = words(page.evaluate(SHOWN, LEFT_OUT))
    lies = path in ("navigate/", "timeline/")
    page.emulate_media(media="print")
    wanted |= words(page.evaluate(SHOWN, "noscript, svg, script, summary"))
    on_paper = said(printed(page))
    assert sorted(word for word in wanted if word not in on_paper) == []
    page.set_viewport_size({"width": WIDE if lies else UPRIGHT, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= (WIDE if lies else UPRIGHT)


@pytest.mark.parametrize("path", ["navigate/", "timeline/"])
def test_the_two_pictures_lie_across_the_sheet(open_page: Open, served: str, path: str) -> None:
    assert [
        sheet.mediabox.width > sheet.mediabox.height for sheet in printed(open_page(served + path)).pages
    ].count(False) == 0


def test_an_ordinary_page_stands_upright_on_a4(open_page: Open, served: str) -> None:
    sheet = printed(open_page(f"{served}activities/rehearse-the-load/")).pages[0]
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("activities/rehearse-the-load/", "Rehearse the load"),
        ("navigate/", "Navigation tool"),
        ("lessons/bring-payroll-in-last/", "Bring payroll in last"),
        ("sources/fi-tilisanomat-2019-palkeet/", "Palkeilla tärkeä rooli"),
    ],
)
def test_the_margins_say_the_title_the_edition_the_date_and_the_number_of_the_sheet(
    open_page: Open, served: str, path: str, title: str
) -> None:
    page = open_page(served + path)
    margin = page.evaluate("document.documentElement.dataset.margin")
    assert re.fullmatch(r"Edition [\w.]+ · \d+ \w+ \d{4}", margin)
    pdf = printed(page)
    for number, sheet in enumerate(pdf.pages, 1):
        text = " ".join(sheet.extract_text().split())
        assert title in text and margin in text and f"{number} / {len(pdf.pages)}" in text


def test_outside_addresses_are_printed_once(open_page: Open, served: str, site: Path) -> None:
    source = next(
        file
        for file in sorted((site / "sources").glob("*/index.html"))
        if 'class="address"' in file.read_text("utf-8")
    )
    page = open_page(f"{served}sources/{source.parent.name}/")
    address = page.locator("main a.address").first.get_attribute("href")
    assert said(printed(page)).count(letters(address)) == 1
    about = open_page(f"{served}about/licence/")
    assert letters("https://www.mkdocs.org/") in said(printed(about))


def test_menus_filters_and_search_boxes_are_not_printed(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    page.emulate_media(media="print")
    assert [
        name
        for name in (".top__fold", ".filters", ".jump", ".end__map", ".skip")
        if page.locator(name).first.is_visible()
    ] == []


def test_a_print_page_holds_every_activity_checklist_and_lesson(
    open_page: Open, served: str, site: Path
) -> None:
    page = open_page(f"{served}print/phases/mobilise/")
    normal = open_page(f"{served}phases/mobilise/", scripts=False)  # boxes to tick come with scripts
    activities = normal.locator("section[aria-labelledby=_activities] .lines a").all_inner_texts()
    lessons = normal.locator("section[aria-labelledby=_lessons] .lesson-line > a").all_inner_texts()
    criteria = normal.locator(".criteria > li > div").all_inner_texts()
    on_paper = said(printed(page), page.evaluate("document.documentElement.dataset.title"))
    assert len(activities) > 5 and len(lessons) > 5 and len(criteria) > 1
    assert [text for text in (*activities, *lessons, *criteria) if letters(text) not in on_paper] == []
    assert page.locator(".print-page__activity .ticks li").count() >= len(activities)


def test_every_phase_role_and_route_leads_to_its_print_page(open_page: Open, served: str, site: Path) -> None:
    assert [path.split("/")[1] for path in prints(site)] == ["phases", "roles", "routes"]
    for start in ("phases/mobilise/", "roles/project-director/", ""):
        page = open_page(served + start)
        page.locator("main a[href*='print/']").first.click()
        page.wait_for_url("**/print/**")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_print_pages_are_not_found_by_search(site: Path) -> None:
    heads = (site / "assets/search-heads.js").read_text("utf-8")
    addresses = re.search(r'"address":\[([^\]]*)\]', heads)
    assert addresses
    found = set(re.findall(r'"([^"]*)"', addresses[1]))
    assert {"phases/mobilise/", "roles/project-director/"} <= found
    assert [address for address in found if address.startswith("print/")] == []
