"""axe-core over many built pages: two browsers side by side, because one alone takes minutes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import axe_playwright_python
import browser_setup
from playwright.sync_api import Page, sync_playwright

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# What can differ between the schemes, which change nothing but colours.
COLOURS = ["color-contrast", "link-in-text-block"]
SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# Pages that are drawn in another way on a narrow screen. All others stand there with the same colours, in one column.
REDRAWN = ("", "navigate/", "timeline/")
# Long lists and documents repeat the same few shapes, and axe takes a minute for each. Unless everything is asked for, the rest is cut off.
REST = [
    ".lines > li:nth-child(n+10)",
    ".index section:nth-of-type(n+5)",
    ".index section > ul > li:nth-child(n+10)",
    ".glossary > div:nth-child(n+10)",
    ".reference section:nth-of-type(n+5)",
    "tbody tr:nth-child(n+10)",
    ".print-page__chapter:nth-of-type(n+4)",
    ".record-role section:nth-of-type(n+5)",
    ".print-page__lesson:nth-of-type(n+6)",
    ".print-page__activity:nth-of-type(n+4)",
    ".search__results > li:nth-child(n+10)",
    "section[aria-labelledby=by-go-live] tbody:nth-of-type(n+6)",
    "[aria-labelledby=_cited-by] li:nth-child(n+10)",
    ".map__table tbody tr:nth-child(n+4)",
]
CUT = "rest => document.querySelectorAll(rest.join()).forEach(element => element.remove())"
# A browser guesses how tall the entries of a long list are until they are in view, and what stands in them seems to overlap.
WHOLE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[data-item]:not([hidden]) { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# What axe finds, and for what it leaves to people: the rule, why it could not tell, and the colours as we measure them.
RUN = """([type, values]) => axe.run(document, {runOnly: {type, values}, resultTypes: ['violations', 'incomplete']}).then(result => {
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const paper = element => { for (let e = element; e; e = e.parentElement) {
    const style = getComputedStyle(e), colour = parse(style.backgroundColor);
    if (style.backgroundImage !== 'none') return null;
    if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
    if (colour[3] !== 0) return null; } return [255, 255, 255]; };
  const contrast = element => { const under = paper(element), style = getComputedStyle(element);
    const ink = parse(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
    if (!under || ink.length !== 3) return 0;
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x); return (a + .05) / (b + .05); };
  // An address that stands once on a page is all that axe names of a link; the class around it says where it is on any page.
  const around = target => { const near = document.querySelector(target)?.parentElement?.closest('[class]'); return near ? `.${near.classList[0]} ${target}` : target; };
  const place = target => target.includes('.') ? target : around(target);
  const nodes = (rules, more) => rules.flatMap(rule => rule.nodes.map(node => ({rule: rule.id, html: node.html.slice(0, 200), target: place(String(node.target)), ...more(node)})));
  const why = node => [...node.any, ...node.all, ...node.none].map(c => (c.data && c.data.messageKey) || c.id).join(' ');
  return {violations: nodes(result.violations, () => ({})),
    unsure: nodes(result.incomplete, node => ({why: why(node), contrast: contrast(document.querySelector(node.target[0]))}))};
})"""


@dataclass(frozen=True)
class Finding:
    """One element that axe names, and where."""

    page: str
    width: int
    scheme: str
    rule: str
    target: str
    html: str
    why: str = ""
    contrast: float = 0

    def __str__(self) -> str:
        return f"{self.page or 'home'} at {self.width} px, {self.scheme}: {self.rule} {self.why}\n    {self.target}\n    {self.html}"


@dataclass(frozen=True)
class Scan:
    """What axe said about all pages."""

    pages: int
    runs: int
    seconds: float
    violations: list[Finding]
    unsure: list[Finding]


def scan(root: str, paths: Iterable[str], *, whole: bool = False, hands: int = 2) -> Scan:
    """Run axe on each page under `root`, in both schemes and at both widths; on `whole` pages, or on the start of each long list."""
    work: SimpleQueue[str] = SimpleQueue()
    every = list(paths)
    for path in every:
        work.put(path)
    start = time.monotonic()
    with ThreadPoolExecutor(hands) as pool:
        found = [
            item
            for future in [pool.submit(_hand, root, work, whole) for _ in range(hands)]
            for item in future.result()
        ]
    return Scan(
        len(every),
        sum(len(_looks(path, whole)) for path in every),
        time.monotonic() - start,
        [f for kind, f in found if kind == "violations"],
        [f for kind, f in found if kind == "unsure"],
    )


def _looks(path: str, whole: bool) -> list[tuple[int, str, tuple[str, list[str]]]]:
    """How a page is looked at: at each width and in each scheme, with which rules. Unless everything is asked for, what was seen once is not looked at again."""
    every = [
        (width, scheme, ("tag", TAGS) if whole or scheme == SCHEMES[0] else ("rule", COLOURS))
        for width in WIDTHS
        for scheme in SCHEMES
    ]
    return every if whole or path in REDRAWN else every[:3]


def _hand(root: str, work: SimpleQueue[str], whole: bool) -> list[tuple[str, Finding]]:
    found: list[tuple[str, Finding]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_setup.ensure() or None, args=FLAGS)
        page = browser.new_page()
        while True:
            try:
                path = work.get_nowait()
            except Empty:
                break
            found += _looked_at(page, root, path, whole)
        browser.close()
    return found


def _looked_at(page: Page, root: str, path: str, whole: bool) -> Iterator[tuple[str, Finding]]:
    # Some scripts load one another. Axe loses its place where they change the page while it reads.
    page.goto(root + path, wait_until="networkidle")
    page.evaluate(AXE)
    if path.startswith("search/?"):
        page.locator(".search__results li").first.wait_for()
    if not whole:
        page.evaluate(CUT, REST)
    page.evaluate(WHOLE)
    for width, scheme, rules in _looks(path, whole):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        said: dict[str, list[dict[str, Any]]] = page.evaluate(RUN, rules)
        for kind in ("violations", "unsure"):
            yield from ((kind, Finding(path, width, scheme, **node)) for node in said[kind])
