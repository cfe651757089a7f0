"""A strict Content-Security-Policy on every page and in ready header files, and nothing in the pages that could break it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pages import first, pages, select

# Of copies in a folder: the page for missing addresses finds its root by script and brings a little style, and the book stands alone. Their policies name the hashes.
KNOWN_BY_HASH = {("404.html", "script"), ("404.html", "style"), ("book.html", "style")}
EVENTS = re.compile(r"^on[a-z]+$")


@pytest.fixture(params=["site", "flat", "welsh"])
def any_site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def test_every_page_carries_the_policy_before_anything_that_it_governs(any_site: Path) -> None:
    for page in pages(any_site).values():
        begin = list(page.tree.head.iterdescendants())[:2]
        assert [tag.tag for tag in begin] == ["meta", "meta"], page.path
        assert begin[1].get("http-equiv") == "Content-Security-Policy", page.path
        assert "unsafe" not in begin[1].get("content")
        assert "default-src 'none'" in begin[1].get("content")


def test_no_page_has_inline_scripts_inline_styles_or_event_attributes(any_site: Path) -> None:
    guilty = []
    for page in pages(any_site).values():
        for tag in page.tree.iter():
            if (page.path, tag.tag) in KNOWN_BY_HASH:
                continue
            if tag.tag == "script" and not tag.get("src"):
                guilty.append(f"{page.path}: inline script")
            if tag.tag == "style" or "style" in tag.attrib:
                guilty.append(f"{page.path}: inline style on {tag.tag}")
            guilty += [f"{page.path}: {name}" for name in tag.attrib if EVENTS.match(name)]
            guilty += [
                f"{page.path}: {tag.get(name)}"
                for name in ("href", "src", "action")
                if str(tag.get(name, "")).strip().lower().startswith(("javascript:", "data:", "vbscript:"))
            ]
    assert guilty == []


def test_what_stands_inline_is_named_by_its_hash(flat: Path) -> None:
    for path in {path for path, _ in KNOWN_BY_HASH}:
        tree = pages(flat)[path].tree
        inline = [tag for tag in tree.iter("script", "style") if not tag.get("src")]
        assert first(tree, "meta[http-equiv]").get("content").count("'sha256-") == len(inline) > 0, path


def test_every_script_and_stylesheet_is_ours(any_site: Path) -> None:
    known = re.compile(r"(\.\./|\./|/)*assets/([a-z-]+/)*[a-z-]+\.(js|css)$")
    loaded = {
        tag.get("src") or tag.get("href")
        for page in pages(any_site).values()
        for tag in select(page.tree, "script[src], link[rel=stylesheet]")
    }
    assert [address for address in loaded if not known.match(address)] == []


@pytest.mark.parametrize("name", ["_headers", ".htaccess", "headers.nginx.conf"])
def test_ready_header_files_hold_the_policy(site: Path, name: str) -> None:
    text = (site / name).read_text()
    assert "default-src 'none'" in text
    assert "frame-ancestors 'self'" in text
    assert "unsafe" not in text
