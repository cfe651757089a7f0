"""The bundle as an office opens it: from folders with awkward names, without a network, and under any path of a server."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from test_tools import count, visible
from test_walks import walk

from macros.copies.single import one_file

Open = Callable[..., Page]
# What people call folders, one inside another: where a sign in any name does harm, nothing below it opens.
AWKWARD = [
    "My Documents (old) & new",
    "50% done # final",
    "Cyfieithu – Tŷ Llên é ü 図書館",
    "deep/" + "/".join(["twenty characters ok"] * 9)[:180],
]
FOLDERS = ["plain", "/".join(AWKWARD)]


@pytest.fixture(scope="session", params=FOLDERS, ids=["plain", "awkward and deep"])
def unpacked(
    request: pytest.FixtureRequest, bundle_zip: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("share") / request.param
    zipfile.ZipFile(bundle_zip).extractall(folder)
    return folder


def tour(open_page: Open, start: str) -> None:
    """Start page → home → the map → an activity → its lesson → its source, then search, filters, the timeline and print."""
    page = open_page(start)
    page.get_by_role("link", name="Open the handbook").click()
    walk(page)
    root = start.removesuffix("START-HERE.html") + "handbook/"
    page = open_page(f"{root}lessons/index.html")
    page.locator("#top-search").fill("rehearse load")
    page.locator("#top-search").press("Enter")
    expect(page.locator(".search__results")).to_contain_text("Rehearse the load")
    page.locator(".search__results a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page = open_page(f"{root}navigate.html")
    every = count(page)
    page.get_by_label("Led by").select_option("customer")
    assert 0 < count(page) == visible(page) < every
    page = open_page(f"{root}timeline.html")
    assert page.locator(".timeline__strip").count() > 3
    page.emulate_media(media="print")
    expect(page.locator(".top__fold")).to_be_hidden()
    expect(page.locator(".timeline__strip").first).to_be_visible()
    page = open_page(f"{root}404.html")
    page.locator("main").get_by_role("link", name="A to Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")


def test_everything_works_from_a_folder_with_no_request_leaving_it(open_page: Open, unpacked: Path) -> None:
    # `open_page` fails the test at its end for every request to another host and every error in the console.
    tour(open_page, (unpacked / "START-HERE.html").as_uri())


@pytest.mark.parametrize("unpacked", [FOLDERS[-1]], indirect=True)
def test_the_deep_folder_is_deep(unpacked: Path) -> None:
    assert len(unpacked.as_posix()) >= 180


class _WithPageForMissing(http.server.SimpleHTTPRequestHandler):
    """A plain server that, like most hosts, shows the site's own page for what is missing."""

    def send_error(self, code: int, *_: object, **__: object) -> None:
        found = next(
            folder
            for folder in [Path(self.directory), *Path(self.directory).rglob("*")]
            if (folder / "404.html").is_file()
        )
        body = (found / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def intranet(bundle_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("intranet")
    zipfile.ZipFile(bundle_zip).extractall(folder / "sites/hr team/handbook 2026")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_WithPageForMissing, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sites/hr%20team/handbook%202026/"
    server.shutdown()


def test_the_same_works_under_a_path_of_a_plain_server(open_page: Open, intranet: str) -> None:
    tour(open_page, f"{intranet}START-HERE.html")


@pytest.mark.parametrize(
    "missing", ["no-such-page.html", "lessons/no-such-lesson.html", "lessons/a/b/c.html"]
)
def test_the_page_for_missing_addresses_works_at_any_depth_of_a_server(
    open_page: Open, intranet: str, missing: str
) -> None:
    page = open_page(f"{intranet}handbook/{missing}", expect_errors=True)
    assert (
        page.locator(".top__inner").evaluate("element => getComputedStyle(element).maxWidth") != "none"
    )  # its stylesheet was found
    page.locator("main").get_by_role("link", name="A to Z").click()
    expect(page).to_have_url(f"{intranet}handbook/a-to-z.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("A to Z")


@pytest.fixture(scope="session")
def one(flat: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    # Of the site that other tests have built already; tests/built makes one by the command.
    file = tmp_path_factory.mktemp("one") / "one.html"
    file.write_bytes(
        one_file(
            {
                found.relative_to(flat).as_posix(): found.read_bytes()
                for found in flat.rglob("*")
                if found.is_file()
            }
        )
    )
    return file


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_one_file_reads_well_and_its_contents_lead_to_its_pages(
    open_page: Open, one: Path, tmp_path: Path, scripts: bool
) -> None:
    page = open_page(Path(shutil.copy(one, tmp_path / "whole handbook #1.html")).as_uri(), scripts=scripts)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator(".contents").get_by_role("link", name="Rehearse the load", exact=True).first.click()
    expect(page).to_have_url(re.compile("#activities--rehearse-the-load$"))
    expect(page.locator("#activities--rehearse-the-load h3")).to_be_in_viewport()
    assert (
        page.locator("#activities--rehearse-the-load")
        .evaluate("element => getComputedStyle(element).fontFamily")
        .endswith("sans-serif")
    )  # its style was let in


def test_the_one_file_finds_titles_and_words_in_its_pages(open_page: Open, one: Path) -> None:
    page = open_page(one.as_uri())
    field = page.get_by_role("searchbox")
    field.fill("rehearsing loads")
    found = page.locator(".book__search li a")
    found.first.wait_for()  # an expectation that fails at first describes the whole page, which takes a minute here
    expect(found.first).to_have_text("Rehearse the load")
    field.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#activities--rehearse-the-load$"))
    field.fill("xqzxqz wvwvwv")
    page.locator(".book__search [role=status]").filter(has_text=re.compile("^No results$")).wait_for()
    expect(found).to_have_count(0)


def test_the_one_file_prints_as_a_book(open_page: Open, one: Path) -> None:
    page = open_page(one.as_uri())
    page.emulate_media(media="print")
    assert page.locator("article:visible").count() == page.locator("article").count() > 100
    assert page.locator(".contents").is_visible()
    assert (
        page.locator(".book h2").nth(1).evaluate("element => getComputedStyle(element).breakBefore") == "page"
    )
