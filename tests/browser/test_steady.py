"""Nothing jumps while a page loads over a slow connection: what scripts change has its place from the start."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

# How far what is on the screen moves, added up as browsers do it: 1 is a whole screen. People notice 0.1.
MOST = 0.1
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_000_000, "uploadThroughput": 500_000}
WATCH = """window.shift = 0; new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
}).observe({ type: "layout-shift", buffered: true });"""
PAGES = (
    "",
    "navigate/",
    "lessons/",
    "lessons/bring-payroll-in-last/",
    "activities/rehearse-the-load/",
    "products/",
    "timeline/",
    "flow/",
    "hand-overs/",
    "search/?q=payroll",
    "contribute/add/",
    "plan/",
    "tailor/",
    "project/",
    "gates/design/",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_does_not_jump_while_it_loads_on_a_phone(chromium: Browser, served: str, path: str) -> None:
    context = chromium.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    page.goto(served + path, wait_until="networkidle")
    moved = page.evaluate("window.shift")
    context.close()
    assert moved < MOST
