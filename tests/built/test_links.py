"""Every link of the built site leads somewhere, on a server and from a folder, and nothing is loaded from another host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from builds import ROOT
from pages import inner_links, pages, resolve, select, text_of

from macros.loading.loader import load

LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "link": "href",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}


@pytest.fixture(params=["site", "flat", "welsh", "pool"])
def any_site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_every_link_and_every_anchor_leads_somewhere(any_site: Path) -> None:
    every = pages(any_site)
    dead = []
    for page in every.values():
        if page.path == "404.html":
            continue  # its links start from the root, see below
        for link in inner_links(page):
            file, anchor = resolve(any_site, page, link)
            if not (any_site / file).is_file():
                dead.append(f"{page.path}: {link}")
            elif anchor and file in every and anchor not in every[file].ids:
                dead.append(f"{page.path}: {link} (no such anchor)")
    assert dead == []


def test_the_page_for_missing_addresses_links_from_the_root(any_site: Path) -> None:
    page = pages(any_site)["404.html"]
    links = [a.attrib["href"] for a in page.tree.iter("a") if urlsplit(a.attrib["href"]).path]
    here = [link for link in links if not urlsplit(link).scheme]
    assert here
    assert [link for link in here if not (any_site / link.lstrip("/")).exists()] == []


def test_nothing_is_loaded_from_another_host(any_site: Path) -> None:
    outside = [
        f"{page.path}: {tag.get(name)}"
        for page in pages(any_site).values()
        for kind, name in LOADING.items()
        for tag in page.tree.iter(kind)
        if urlsplit(tag.get(name, "")).netloc and tag.get("rel") != "canonical"
    ]
    assert outside == []


def test_no_stylesheet_or_script_of_ours_names_another_host(site: Path) -> None:
    ours = [
        f
        for folder in ("assets", "assets/form", "assets/search")
        for f in (site / folder).glob("*")
        # The texts that are searched name addresses as words, and nothing is loaded from them.
        if f.suffix in (".css", ".js") and f.name != "search-texts.js"
    ]
    assert ours
    # The form knows the address of the repository, to which a link leads.
    repository = getattr(load(ROOT / "content").handbook.site.repository, "url", "\0")
    assert [f.name for f in ours if re.search(r"https?://\w", named(f).replace(repository, ""))] == []


def named(file: Path) -> str:
    """The text of a file, without the names of the languages of drawings and spreadsheets, from which nothing is
    loaded.
    """
    return re.sub(
        r"http://(?:www\.w3\.org/2000/svg|schemas\.openxmlformats\.org/)", "", file.read_text("utf-8")
    )


def test_every_anchor_of_a_page_stands_once(any_site: Path) -> None:
    twice = []
    for page in pages(any_site).values():
        seen = page.tree.xpath("//@id")
        twice += [f"{page.path}: {id}" for id in set(seen) if seen.count(id) > 1]
    assert twice == []


def test_every_page_has_a_title_of_its_own_one_heading_and_a_language(any_site: Path) -> None:
    titles: dict[str, list[str]] = {}
    for page in pages(any_site).values():
        if not select(page.tree, "main .moved"):  # an old address may lead to the same words
            titles.setdefault(page.tree.findtext(".//title"), []).append(page.path)
        assert len(page.tree.findall(".//h1")) == 1, page.path
        assert page.tree.get("lang"), page.path
    assert {title: where for title, where in titles.items() if len(where) > 1} == {}


def test_headings_never_skip_a_level(any_site: Path) -> None:
    skips = []
    for page in pages(any_site).values():
        level = 0
        for heading in page.tree.find(".//main").iter("h1", "h2", "h3", "h4", "h5", "h6"):
            here = int(heading.tag[1])
            if here > level + 1:
                skips.append(f"{page.path}: {text_of(heading)}")
            level = here
    assert skips == []
