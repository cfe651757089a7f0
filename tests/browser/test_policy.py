"""The built site meets its own policy in a real browser: no violation on any kind of page, with search working."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from test_walks import PAGES

Open = Callable[..., Page]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_no_page_violates_the_policy(open_page: Open, served: str, path: str) -> None:
    # `open_page` fails the test at its end for every error in the console, and violations stand there.
    page = open_page(served + path)
    assert page.evaluate("document.styleSheets.length") >= 4


def test_no_page_violates_the_policy_from_a_folder_on_disk(open_page: Open, flat: Path) -> None:
    for name in ("index.html", "search.html", "navigate.html", "timeline.html", "lessons/index.html"):
        page = open_page((flat / name).as_uri())
        assert page.evaluate("document.styleSheets.length") >= 4


def test_the_policy_stops_an_inline_script(open_page: Open, served: str) -> None:
    page = open_page(served, expect_errors=True)
    blocked = page.evaluate("""() => new Promise((done) => {
      document.addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective));
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.head.append(script);
      setTimeout(() => done("nothing"), 2000);
    })""")
    assert blocked.startswith("script-src")
    assert page.evaluate("window.ran") is None
