"""Every page by keyboard alone: every stop can be seen, none is a trap, and no activity is more than 25 stops away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PAGES = [
    "",
    "navigate/",
    "timeline/",
    "phases/mobilise/",
    "activities/rehearse-the-load/",
    "products/",
    "search/?q=payroll",
    "about/evidence/",
    "404.html",
]

# The element that has the focus: whether it can be seen, whether something covers it, and how strong its ring is.
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const numbers = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = colour => colour.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  let paper = [255, 255, 255];
  for (let e = element.parentElement; e; e = e.parentElement) { const c = numbers(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] === 1) { paper = c; break; } }
  const rings = [numbers(style.outlineColor), numbers(style.boxShadow)];
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' ? Math.max(...rings.filter(c => c.length >= 3).map(c => contrast(c, paper))) : 0;
  const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const points = [.1, .5, .9].map(part => document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2));
  const rects = [...element.getClientRects()].map(r => document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
  return {what: element.outerHTML.slice(0, 120), seen: box.width > 4 && box.height > 4 && style.visibility !== 'hidden' && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          covered: ![...points, ...rects].some(p => p && (element.contains(p) || p.contains(element))), ring};
}"""


def stops(page: Page, limit: int) -> list[dict]:
    """Every stop of the Tab key from the top of the page, until it leaves the page."""
    found = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(FOCUS)) is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_stop_is_seen_uncovered_and_ringed(
    open_page: Open, served: str, width: int, scheme: str
) -> None:
    for path in PAGES if scheme == "light" else PAGES[:2]:
        page = open_page(served + path, width=width, scheme=scheme)
        if path.startswith("search/?"):
            page.locator(".search__results li").first.wait_for()
            page.evaluate("window.handbookSearch.whole().then(() => null)")  # results come again then
        found = stops(page, 60)
        assert len(found) > 6, path
        assert [s["what"] for s in found if not s["seen"]] == [], path
        assert [s["what"] for s in found if s["covered"]] == [], path
        assert [(s["what"], s["ring"]) for s in found if s["ring"] < 3] == [], path


@pytest.mark.parametrize("path", ["about/", "products/van/", "404.html", "timeline/"])
def test_the_tab_key_goes_through_a_page_and_out_of_it(open_page: Open, served: str, path: str) -> None:
    page = open_page(served + ("products/business-case/" if "van" in path else path))
    page.wait_for_load_state("networkidle")  # the boxes to tick come last
    gone_through = len(stops(page, 400))
    assert gone_through == page.evaluate(
        "() => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
        ".filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })).length"
    )


# How many stops it is from the top of the navigation tool to each activity: straight on, or by a link inside the tool.
NEAR = """() => {
  const stops = [...document.querySelectorAll('.map a[href], .map button, .map input, .map select, .map [tabindex="0"]')].filter(e => e.checkVisibility());
  const far = {};
  stops.forEach((stop, i) => { const item = stop.closest('[data-item]'); if (item) far[item.dataset.item] = i + 1; });
  stops.forEach((stop, i) => {
    if (!stop.hash || stop.pathname !== location.pathname) return;
    const target = document.getElementById(stop.hash.slice(1));
    const start = stops.findIndex(s => target.contains(s) || target.compareDocumentPosition(s) & Node.DOCUMENT_POSITION_FOLLOWING);
    stops.slice(start).forEach((s, k) => { const item = s.closest('[data-item]'); if (item) far[item.dataset.item] = Math.min(far[item.dataset.item], i + 1 + k + 1); });
  });
  return far;
}"""


# On a phone the activities of a phase follow one another, and the longest phase has 23 of them.
MOST_STOPS = {1280: 25, 320: 30}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", MOST_STOPS)
def test_no_activity_is_far_from_the_top_of_the_navigation_tool(
    open_page: Open, served: str, site: Path, width: int, scripts: bool
) -> None:
    page = open_page(f"{served}navigate/", width=width, scripts=scripts)
    page.evaluate("document.querySelectorAll('.map details').forEach(fold => { fold.open = true; })")
    far = page.evaluate(NEAR)
    assert set(far) == {page.parent.name for page in (site / "activities").glob("*/index.html")}
    assert {id: n for id, n in far.items() if n > MOST_STOPS[width]} == {}


@pytest.mark.parametrize("width", MOST_STOPS)
def test_a_reader_really_gets_to_the_last_activity_in_so_many_stops(
    open_page: Open, served: str, width: int
) -> None:
    page = open_page(f"{served}navigate/", width=width)
    folds = "document.querySelectorAll('.map details').forEach(fold => { fold.open = %s; })"
    page.evaluate(folds % "true")
    last = page.locator("[data-item] a:visible").last.get_attribute("href")
    page.evaluate(folds % "false")
    page.locator(".jump a").first.focus()  # the top of the tool, and the first stop
    jumps = page.locator(".jump a:visible")
    pressed = 1
    for _ in range(jumps.count() - 1):
        page.keyboard.press("Tab")
        pressed += 1
    page.keyboard.press("Enter")
    while pressed <= MOST_STOPS[width]:
        page.keyboard.press("Tab")
        pressed += 1
        if page.evaluate("document.activeElement.matches('details:not([open]) > summary')"):
            page.keyboard.press("Enter")  # the phase opens, if the link to it has not opened it
        if page.evaluate("document.activeElement.getAttribute('href')") == last:
            break
    assert pressed <= MOST_STOPS[width]


def test_escape_clears_the_search_box_and_leaves_the_focus_in_it(open_page: Open, served: str) -> None:
    page = open_page(f"{served}search/?q=payroll")
    box = page.locator("#search-q")
    expect(page.locator(".search__results li").first).to_be_visible()
    box.focus()
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(box).to_be_focused()


KEYS = ["n", "p", ",", ".", "s", "f", "/", "?", "j", "k"]
WHERE = "[location.href, scrollY, document.activeElement.tagName]"


def reacting(page: Page) -> list[str]:
    """The single keys that do something on a page."""
    found = []
    for key in KEYS:
        before = page.evaluate(WHERE)
        page.keyboard.press(key)
        if page.evaluate(WHERE) != before:
            found.append(key)
    return found


def test_no_single_key_does_anything(open_page: Open, served: str) -> None:
    assert reacting(open_page(f"{served}activities/rehearse-the-load/")) == []


def test_the_focus_is_never_under_the_head_of_the_map(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    page.locator(".map__table [data-item] a").last.focus()
    for _ in range(70):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(FOCUS)
        assert stop["seen"] and not stop["covered"], stop


def test_a_filter_is_announced_and_keeps_the_focus(open_page: Open, served: str) -> None:
    page = open_page(f"{served}navigate/")
    box = page.get_by_label("Contains the words")
    box.fill("data")
    expect(box).to_be_focused()
    expect(page.locator(".filters__count[role=status]")).to_contain_text("Showing")
    page.get_by_role("button", name="Clear filters").press("Enter")
    expect(page.locator("#f-route")).to_be_focused()
