"""What a reader waits for: a page, its stylesheets and its scripts, as servers send them. Print styles and what scripts load
later are left out, because nothing that is seen waits for them.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from builds import ROOT
from pages import BuiltPage, pages, resolve, select

MOST = 45  # thousand bytes of the first view of a page, compressed
WHOLE = "a page that is printed has to load whole"
# Pages that may weigh more, how much, and why. Strike out a page that has become light.
HEAVIER = {
    "print/phases/post-live": (51, WHOLE),
    "print/roles/customer-project-manager": (48, WHOLE),
    "print/roles/joint-project-board": (46, WHOLE),
    "print/roles/process-owners": (61, WHOLE),
    "print/roles/project-director": (48, WHOLE),
    "print/roles/provider-service-lead": (54, WHOLE),
    "print/roles/senior-responsible-owner": (60, WHOLE),
    "print/routes/implementing": (105, WHOLE),
    "print/routes/planning": (70, WHOLE),
    "print/routes/providing": (58, WHOLE),
}
ASSETS = ROOT / "overrides/assets"
# Stylesheets that some pages load, and those that all do.
SOME = ("record", "lists", "map", "timeline", "pictures")
ALL = ("handbook", "theme/material")


@cache
def sent(file: Path) -> int:
    """The bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), 9))


def parts(site: Path, page: BuiltPage) -> dict[str, int]:
    """The weight of each file of the first view of a page."""
    loading = "script[src], link[rel=stylesheet]:not([media=print])"
    links = [tag.get("src") or tag.get("href") for tag in select(page.tree, loading)]
    files = {page.path, *(resolve(site, page, link.removeprefix("/"))[0] for link in links)}
    return {path: sent(site / path) for path in files}


def first_views(site: Path) -> dict[str, dict[str, int]]:
    """The parts of the first view of each page, with their weights."""
    return {path.removesuffix("/index.html"): parts(site, page) for path, page in pages(site).items()}


@pytest.mark.ours
def test_the_first_view_of_a_page_is_light(site: Path) -> None:
    heavy = [
        f"{path}: {total} bytes of at most {most}: {', '.join(f'{part} {size}' for size, part in heaviest)}"
        for path, weights in first_views(site).items()
        if (total := sum(weights.values())) > (most := 1000 * HEAVIER.get(path, (MOST, ""))[0])
        and (heaviest := sorted(((size, part) for part, size in weights.items()), reverse=True))
    ]
    assert heavy == [], "\n" + "\n".join(heavy)


@pytest.mark.ours
def test_only_pages_that_need_it_may_weigh_more(site: Path) -> None:
    views = first_views(site)
    assert [path for path in HEAVIER if sum(views[path].values()) <= 1000 * MOST] == []


@pytest.fixture(params=["site", "welsh", "pool"])
def any_site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


@cache
def selectors(sheet: str) -> set[frozenset[str]]:
    """The classes that each selector of a stylesheet needs."""
    rules = re.sub(r"/\*.*?\*/|@[^{;]*\{", "", (ASSETS / f"{sheet}.css").read_text("utf-8"), flags=re.S)
    heads = re.findall(r"(?:^|[{}])([^{}]+)\{", rules)
    one_by_one = (each for head in heads for each in re.split(r",(?![^(]*\))", head))
    return {classes for each in one_by_one if (classes := frozenset(_needed(each)))}


def _needed(selector: str) -> list[str]:
    plain = re.sub(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    return re.findall(r"\.([a-zA-Z][\w-]*)", plain)


def own(sheet: str) -> set[frozenset[str]]:
    """Those of them that name a class to which no other sheet gives a style."""
    others = {name for each in (*SOME, *ALL) if each != sheet for found in selectors(each) for name in found}
    return {found for found in selectors(sheet) if found - others}


@pytest.mark.parametrize("sheet", SOME)
def test_a_page_loads_a_stylesheet_if_it_holds_what_it_styles(any_site: Path, sheet: str) -> None:
    styled = own(sheet)
    needed = set()
    loaded = set()
    for path in pages(any_site):
        text = (any_site / path).read_text("utf-8")  # with what scripts put on a page later
        classes = {name for value in re.findall(r'class="([^"]*)"', text) for name in value.split()}
        if any(found <= classes for found in styled):
            needed.add(path)
        if f'assets/{sheet}.css"' in text:
            loaded.add(path)
    assert (sorted(needed - loaded), sorted(loaded - needed)) == ([], [])
