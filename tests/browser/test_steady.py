"""Nothing jumps while a page loads over a slow connection: what scripts change has its place from the start."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext
from visits import visit

# How far what is on the screen moves, added up as browsers do it: 1 is a whole screen. People notice 0.1.
MOST = 0.1
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_000_000, "uploadThroughput": 500_000}
WATCH = """window.shift = 0; new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
}).observe({ type: "layout-shift", buffered: true });"""
PROJECT = """handbookProject.change((read) => {
    read.plan.go_live = new Date(Date.now() + 120 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    for (const [phase] of handbookPlanData.phases) read.plan.lengths[phase] = 60;
})"""
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
    moved = shift(context, served + path)
    context.close()
    assert moved < MOST


@pytest.mark.parametrize("path", ["hand-overs/", "plan/", "tailor/", "project/", "gates/design/"])
def test_a_tool_does_not_jump_for_somebody_who_keeps_a_project(
    chromium: Browser, served: str, path: str
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    visit(page, f"{served}plan/")
    page.evaluate(PROJECT)
    moved = shift(context, served + path)
    context.close()
    assert moved < MOST


def shift(context: BrowserContext, address: str) -> float:
    """How much moves while a page loads over a slow connection."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", SLOW)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    return float(page.evaluate("window.shift"))
