"""The page on another framework is true: with the pages of docs/ that it names, a handbook builds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from builds import ROOT, build, built
from forks import make_fork
from pages import inner_links, pages, resolve

GUIDE = (ROOT / "docs/contribute/framework.md").read_text("utf-8")
PAGE = re.compile(r"`(docs/[\w/-]+\.md)`")


def kept() -> set[str]:
    """Return the pages of ours that the first step keeps."""
    first_step = GUIDE[GUIDE.index("\n1. ") : GUIDE.index("\n2. ")]
    return set(PAGE.findall(first_step))


def needed() -> list[str]:
    """Return the pages that the table calls for."""
    return re.findall(rf"^\| {PAGE.pattern}", GUIDE, re.MULTILINE)


def follow(project: Path, wanted: set[str]) -> Path:
    """Make the example into a project whose docs/ holds what the guide says, with `wanted` pages."""
    make_fork(project, "pool")
    shutil.copytree(ROOT / "docs/contribute", project / "docs/contribute", dirs_exist_ok=True)
    for name in wanted - {"docs/contribute/index.md"}:
        target = project / name
        if name in kept():
            shutil.copy(ROOT / name, target)
        elif not target.exists():
            target.write_text(f"# {target.stem}\n", encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = follow(tmp_path_factory.mktemp("guide") / "handbook", set(needed()))
    return built(project / "site", config=project / "mkdocs.yml")


def test_following_the_page_gives_a_site_that_builds_without_a_warning(site: Path) -> None:
    assert "contribute/framework/index.html" in pages(site)


def test_every_link_of_that_site_leads_to_a_file(site: Path) -> None:
    dead = [
        f"{page.path}: {link}"
        for page in pages(site).values()
        if page.path != "404.html"  # its links start from the root
        for link in inner_links(page)
        if not (site / resolve(site, page, link)[0]).is_file()
    ]
    assert dead == []


def test_without_a_page_that_it_asks_for_the_site_does_not_build(tmp_path: Path) -> None:
    project = follow(tmp_path / "handbook", set(needed()) - {"docs/about/evidence.md"})
    done = build(project / "site", config=project / "mkdocs.yml")
    assert done.returncode != 0
    assert "about/evidence.md" in done.stdout + done.stderr
