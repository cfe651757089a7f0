"""Going to a page, and being there."""

from __future__ import annotations

from playwright.sync_api import Page

# The rest of a long list, and what a tool needs, arrive after the page has loaded.
WHOLE = "html:not(:has([data-rest], [data-later]))"


def visit(page: Page, address: str, scripts: bool = True) -> None:
    """Go to a page, and wait until it is whole."""
    page.goto(address)
    if scripts:
        wait_until_whole(page)


def visit_again(page: Page) -> None:
    """Load the page again, and wait until it is whole."""
    page.reload()
    wait_until_whole(page)


def wait_until_whole(page: Page) -> None:
    """Wait until all that comes later is there."""
    page.locator(WHOLE).wait_for(state="attached")
