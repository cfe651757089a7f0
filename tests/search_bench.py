"""How long a first answer of the search takes, beside Material's own search of the same records.

`tests/bench.py` calls this for the sites that it has built. A page is opened, and as soon as it is there, a
question is typed into its search field, unless the question is in the address. What counts is the time from
the beginning of the visit, which holds loading, indexing and searching, until the first answer is seen. Then
the question is typed again, letter by letter, and what counts is the longest time for which the page could do
nothing else. Each is the best of `VISITS` visits, because other work on the machine only ever adds time.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import browser_setup
from playwright.sync_api import Browser, sync_playwright
from serving import serving

QUESTION = "payroll"
VISITS = 5
SLOWER = (1, 4)  # as fast as this machine, and four times slower
OURS = {"our search", "our page of results"}
# What is opened, where to type, and what an answer is; then the files that are loaded before the first answer.
PLACES = {
    "our search": ("", ".top__search input", ".top__search [role=option]"),
    "our page of results": (
        f"search/?q={QUESTION}",
        "[data-search] input[type=search]",
        ".search__results > li",
    ),
    "Material's search": ("", ".md-search__input", ".md-search-result__item"),
}
OURS_FIRST = ("search-stem.js", "search-heads.js", "search/*.js")
NOT_FIRST = ("page.js", "book.js")
# Notes when the first answer is there. To ask again and again would find it up to a tenth of a second later.
ANSWERED = """(answer) => new MutationObserver(() => {
    if (!window.answered && document.querySelector(answer)) window.answered = performance.now();
}).observe(document, { childList: true, subtree: true })"""
TYPING = 120  # milliseconds between two letters
# Browsers report work that keeps a page busy for 50 milliseconds or more.
WATCH = """() => { window.blocked = 0; new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.blocked = Math.max(window.blocked, duration);
}).observe({ type: "longtask" }); }"""


class Answer(NamedTuple):
    """What a first answer took."""

    what: str
    slower: int
    seconds: float
    blocked: float
    kilobytes: float


def answers(ours: Path, plain: Path) -> Iterator[Answer]:
    """Yield what a first answer takes on both sites."""
    program = browser_setup.ensure()
    loads = {True: first_load(ours), False: _zipped(_material(plain))}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program or None, args=["--no-sandbox"])
        for slower in SLOWER:
            for what, (path, *place) in PLACES.items():
                is_ours = what in OURS
                with serving(ours if is_ours else plain) as address:
                    times = [_visit(browser, address + path, *place, slower) for _ in range(VISITS)]
                seconds, blocked = map(min, zip(*times, strict=True))
                yield Answer(what, slower, seconds, blocked, loads[is_ours])
        browser.close()


def first_load(site: Path) -> float:
    """Return how many kilobytes our search loads before its first answer, compressed."""
    assets = site / "assets"
    loaded = [file for pattern in OURS_FIRST for file in sorted(assets.glob(pattern))]
    return _zipped([file for file in loaded if file.name not in NOT_FIRST])


def _material(site: Path) -> list[Path]:
    return [
        site / "search/search_index.json",
        *site.glob("assets/javascripts/workers/search.*.js"),
    ]


def _zipped(files: list[Path]) -> float:
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files) / 1000


def _visit(browser: Browser, address: str, field: str, answer: str, slower: int) -> tuple[float, float]:
    """Return the seconds until the first answer, and the longest time in milliseconds that typing was held up."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(f"({ANSWERED})({json.dumps(answer)})")
    page.goto(address, wait_until="domcontentloaded")
    if QUESTION not in address:
        page.locator(field).first.fill(QUESTION)
    page.locator(answer).first.wait_for(state="attached", timeout=120_000)
    seconds = float(page.evaluate("window.answered")) / 1000
    page.evaluate(WATCH)
    page.locator(field).first.fill("")
    page.locator(field).first.press_sequentially(QUESTION, delay=TYPING)
    page.locator(answer).first.wait_for(state="attached", timeout=120_000)
    blocked = float(page.evaluate("new Promise((done) => setTimeout(() => done(window.blocked), 300))"))
    page.close()
    return seconds, blocked
