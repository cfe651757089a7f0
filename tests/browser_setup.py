"""Makes sure that a real Chromium is there before the tests start, or says what to do.

In this order: the program named by CHROMIUM, one on the path, Debian's package (when this user may install it),
Playwright's own. The headless shell comes first: it is the same Chromium without windows, and opens a page with a
third of the work. `python tests/browser_setup.py no` says that browser tests are left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL = "apt-get update -qq && (apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium)"
ADVICE = (
    "No Chromium could be found or installed, and the tests need a real browser.\n"
    "Install one (on Debian: apt-get install chromium-headless-shell libatomic1), or set CHROMIUM to the program's path,\n"
    "or leave these tests out with: make test BROWSER=no (without make: python -m macros test --no-browser)"
)


def find() -> str | None:
    """The path of a Chromium to use; an empty text for Playwright's own; None when there is none."""
    if named := os.environ.get("CHROMIUM"):
        return named if shutil.which(named) else None
    if found := next(filter(None, map(shutil.which, NAMES)), None):
        return found
    return "" if _playwrights_own() else None


def ensure() -> str:
    """As `find`, after trying to install one. Exits with advice when there is none."""
    if (found := find()) is not None:
        return found
    if not os.environ.get("CHROMIUM"):
        if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
            subprocess.run(INSTALL, shell=True, check=False, stdout=subprocess.DEVNULL)
        if find() is None:
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if (found := find()) is None:
        sys.exit(ADVICE)
    return found


def _playwrights_own() -> bool:
    """Whether Playwright has a browser of its own. Its driver does not start where a library is missing."""
    from playwright.sync_api import sync_playwright

    try:
        with sync_playwright() as playwright:
            return Path(playwright.chromium.executable_path).exists()
    except Exception as error:
        print(f"Playwright does not start here ({error}). On Debian, try: apt-get install libatomic1")
        return False


if __name__ == "__main__":
    if sys.argv[1:] == ["no"]:
        print("Browser tests are left out (BROWSER=no).")
    else:
        print(f"Browser tests use {ensure() or 'the Chromium of Playwright'}.")
