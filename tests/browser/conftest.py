"""A real Chromium, and pages that know which requests left for other hosts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browser_setup
import pytest
from builds import NOT_OURS, OWN, ROOT, built
from forks import make_fork
from playwright.sync_api import Browser, Page, sync_playwright
from visits import visit
from workers import once
from world import QUESTIONS, World

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = browser_setup.ensure()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program or None, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages in a fresh context. A script error or a request to another host fails the test at its end."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def open_(
        address: str,
        *,
        scripts: bool = True,
        width: int = 1280,
        scheme: str = "light",
        expect_errors: bool = False,
        **more: Any,
    ) -> Page:
        context = chromium.new_context(
            java_script_enabled=scripts, viewport={"width": width, "height": 900}, color_scheme=scheme, **more
        )
        contexts.append(context)
        page = context.new_page()
        if not expect_errors:
            page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
            page.on(
                "console",
                lambda message: wrong.append(f"console: {message.text}") if message.type == "error" else None,
            )
        page.on(
            "request",
            lambda request: wrong.append(f"request: {request.url}") if _outside(request.url) else None,
        )
        visit(page, address, scripts)
        if (
            OWN.is_dir() and page.locator("main .moved").count()
        ):  # a team may leave out the record that a test looks at
            pytest.skip(NOT_OURS)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


def _outside(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1", "file:", "data:", "about:", "blob:"))


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small framework of the unit tests, in English."""
    return World(tmp_path_factory.mktemp("small-world"))


@pytest.fixture(scope="session")
def form_page(small_world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the form for a new lesson, on a site of that framework, built for folders."""
    return once(tmp_path_factory, "form", lambda folder: built_form(small_world, folder / "fork")).as_uri()


def built_form(small_world: World, target: Path) -> Path:
    fork = make_fork(target)
    for name in ("content", "docs"):
        shutil.rmtree(fork / name)
    shutil.copytree(small_world.content, fork / "content")
    (fork / "content/questions.yml").write_text(QUESTIONS, "utf-8")
    for name in ("index.md", "about/index.md", "contribute/index.md", "contribute/spreadsheet.md"):
        (fork / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (fork / "docs" / name).write_text("# Page\n\n## Add a lesson\n", "utf-8")
    shutil.copy(ROOT / "docs/contribute/add.md", fork / "docs/contribute")
    return built(fork / "site", config=fork / "mkdocs.yml", OFFLINE="true") / "contribute/add.html"
