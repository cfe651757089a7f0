"""Going to a page, and being there."""

from __future__ import annotations

from playwright.sync_api import Page

WHOLE = "html:not(:has([data-rest], [data-later]))"


def visit(page: Page, address: str, scripts: bool = True) -> None:
    """Go to a page, and wait until it is whole: the rest of a long list, and what tools need, arrive after the
    page has loaded.
    """
    page.goto(address)
    if scripts:
        page.locator(WHOLE).wait_for(state="attached")
