"""What a screen reader is told: landmarks, tables, links and languages, on every page of every build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from builds import ROOT
from lxml.html import HtmlElement, tostring
from pages import BuiltPage, pages, resolve, select, text_of

VAGUE = {
    "here",
    "click here",
    "more",
    "read more",
    "link",
    "this page",
    "details",
    "lesson",
    "activity",
    "product",
}

HEADINGS = ("h1", "h2", "h3", "h4")
Before = dict[str, HtmlElement | None]

# Copies in a folder bring two pages with a skeleton of their own: where to start, and the whole handbook as one book.
APART = {"START-HERE.html", "book.html"}


def site_pages(site: Path) -> dict[str, BuiltPage]:
    """The pages of the handbook itself."""
    return {path: page for path, page in pages(site).items() if path not in APART}


@pytest.fixture(params=["site", "flat", "welsh", "pool"])
def any_site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def words(tag: HtmlElement) -> str:
    """What is read out for a link, a heading or a cell."""
    pictures = [image.get("alt", "") for image in tag.iter("img")]
    return " ".join((tag.get("aria-label") or " ".join([text_of(tag), *pictures])).split())


def name(tree: HtmlElement, tag: HtmlElement) -> str:
    """The name of a landmark."""
    other = tree.get_element_by_id(tag.get("aria-labelledby", ""), None)
    return words(other) if other is not None else tag.get("aria-label", "")


def landmarks(page: BuiltPage) -> list[str]:
    """What is wrong with the landmarks of a page."""
    tree = page.tree
    wrong = []
    once = {
        "main": tree.findall(".//main"),
        "header": tree.body.findall("header"),
        "footer": tree.body.findall("footer"),
    }
    wrong += [f"{page.path}: {len(found)} of {what}" for what, found in once.items() if len(found) != 1]
    for what, found in (
        ("nav", tree.iter("nav")),
        ("aside", tree.iter("aside")),
        ("search", select(tree, "[role=search]")),
        ("region", select(tree, "[role=region]")),
    ):
        names = [name(tree, tag) for tag in found]
        if len(set(names)) < len(names) or ("" in names and what != "search"):
            wrong.append(f"{page.path}: {what}: {names}")
    return wrong


def test_each_landmark_stands_once_and_has_a_name(any_site: Path) -> None:
    assert [wrong for page in site_pages(any_site).values() for wrong in landmarks(page)] == []


def test_headings_hold_words_and_nothing_else(any_site: Path) -> None:
    assert [
        f"{page.path}: {words(h)!r}"
        for page in site_pages(any_site).values()
        for h in page.tree.iter(*HEADINGS)
        if not words(h) or "¶" in words(h) or "#" in words(h)
    ] == []


def test_every_table_has_a_caption_scopes_and_row_headers(any_site: Path) -> None:
    wrong = []
    for page in site_pages(any_site).values():
        for table in page.tree.iter("table"):
            caption = table.find("caption")
            if caption is None or not words(caption):
                wrong.append(f"{page.path}: no caption")
            wrong += [
                f"{page.path}: no scope: {words(th)}"
                for th in table.iter("th")
                if th.get("scope") not in ("col", "row", "colgroup", "rowgroup")
            ]
            wrong += [
                f"{page.path}: no row header: {words(row)[:60]}"
                for body in table.iter("tbody")
                if not select(body, "th[scope=rowgroup]")
                for row in body.iter("tr")
                if not select(row, "th[scope=row]")
            ]
    assert wrong == []


def links(page: BuiltPage) -> Iterator[tuple[HtmlElement, Before]]:
    """Each link of a page, and what came before it: the last heading, term, and link before the picture."""
    before: Before = {}
    for tag in page.tree.iter("a", "dt", "svg", *HEADINGS):
        if tag.tag == "a" and "href" in tag.attrib:
            yield tag, before
        what = "heading" if tag.tag in HEADINGS else tag.tag
        before[what] = before.get("a") if what == "svg" else tag


def context(link: HtmlElement, before: Before) -> str:
    """What a screen reader can read out about the place of a link: the menu, term or row that it stands in, or the heading above."""
    around = {tag.tag: tag for tag in reversed(list(link.iterancestors()))}  # of each kind, the nearest
    if "nav" in around:
        return around["nav"].get("aria-label", "")
    if "svg" in around and "li" not in around:
        row = spoken(before["svg"])
        return "a place in the picture" if link.get("href").startswith("#") else f"the picture of {row}"
    for line in link.iterancestors("li"):
        if (first := next(line.iter("a"))) is not link:
            return f"under {words(first)}"
    if "td" in around and (head := around["tr"].find("th")) is not None:
        return words(head)
    if "dd" in around and "dt" in before:
        return spoken(before["dt"])
    return spoken(before.get("heading"))


def spoken(tag: HtmlElement | None) -> str:
    return "" if tag is None else words(tag)


def test_links_make_sense_alone(any_site: Path) -> None:
    wrong = []
    for page in site_pages(any_site).values():
        targets: dict[tuple[str, str], set[str]] = defaultdict(set)
        for link, before in links(page):
            said = words(link)
            explained = page.path.startswith(
                "contribute/fields"
            )  # there, the names of kinds are what it is about
            if not said or (said.casefold() in VAGUE and not explained):
                wrong.append(f"{page.path}: {said!r} → {link.get('href')}")
            targets[said, context(link, before)].add(link.get("href"))
        wrong += [
            f"{page.path}: {said!r} → {sorted(found)}"
            for (said, _), found in targets.items()
            if len(found) > 1
        ]
    assert wrong == []


def test_what_changes_by_itself_is_announced(any_site: Path) -> None:
    forms = [
        (page.path, form)
        for page in site_pages(any_site).values()
        for form in select(page.tree, "form[data-filter], form[data-search]")
    ]
    assert len(forms) >= 4
    assert [
        path
        for path, form in forms
        if not form.xpath("ancestor::*[@data-filter-scope]") and not select(form, "[role=status]")
    ] == []
    assert [path for path, form in forms if not select(form, "[role=status]")] == []


def test_every_control_has_a_label(any_site: Path) -> None:
    wrong = []
    for page in site_pages(any_site).values():
        named = {label.get("for") for label in page.tree.iter("label")} - {None}
        wrong += [
            f"{page.path}: {tostring(control)[:200]}"
            for control in page.tree.iter("input", "select", "textarea")
            if control.get("id") not in named and not control.xpath("ancestor::label")
        ]
    assert wrong == []


def test_every_wide_table_can_be_scrolled_by_keyboard(any_site: Path) -> None:
    wrong = [
        page.path
        for page in site_pages(any_site).values()
        for box in select(page.tree, ".scroller")
        if box.get("tabindex") != "0" or box.get("role") != "region" or not box.get("aria-label")
    ]
    assert wrong == []


def test_no_page_names_a_single_key_as_a_shortcut(any_site: Path) -> None:
    assert [page.path for page in site_pages(any_site).values() if select(page.tree, "[accesskey]")] == []


def far(site: Path) -> list[str]:
    """Pages that are more than three links, or presses of a search button, away from home. Old addresses, what a team leaves out, and the 404 page are linked by nobody."""
    every = site_pages(site)
    reached = {"index.html"}
    edge = {"index.html"}
    for _ in range(3):
        ways = {
            (path, str(tag.get("href") or tag.get("action")))
            for path in edge
            for tag in select(every[path].tree, "body a[href], body form[action]")
        }
        edge = {resolve(site, every[path], way)[0] for path, way in ways if not urlsplit(way).scheme} & set(
            every
        ) - reached
        reached |= edge
    moved = {path for path, page in every.items() if select(page.tree, "main .moved")}
    return sorted(set(every) - reached - moved - {"404.html"})


def test_without_scripts_every_page_is_within_three_links_of_home(any_site: Path) -> None:
    assert far(any_site) == []


def test_a_page_that_is_four_links_away_or_linked_by_nobody_is_named(tmp_path: Path) -> None:
    for name, to in (("index", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("alone", "a")):
        (tmp_path / f"{name}.html").write_text(
            f'<link rel="next" href="alone.html"><body><a href="{to}.html">{to}</a>', "utf-8"
        )
    assert far(tmp_path) == ["alone.html", "d.html"]


LANDMARKS = '<body><header></header><main></main><nav aria-label="Menu"></nav><footer></footer></body>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<main></main>", ""),
        ("<main></main>", "<main></main><main></main>"),
        ("<header></header>", ""),
        ("<footer></footer>", ""),
        (' aria-label="Menu"', ""),
        ("<footer>", '<nav aria-label="Menu"></nav><footer>'),
        ("<footer>", "<aside></aside><footer>"),
        ("<footer>", '<div role="region"></div><footer>'),
        ("<footer>", '<form role="search"></form><form role="search"></form><footer>'),
    ],
)
def test_a_landmark_that_is_missing_doubled_or_unnamed_is_named(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "right.html").write_text(LANDMARKS, "utf-8")
    (tmp_path / "wrong.html").write_text(LANDMARKS.replace(old, new, 1), "utf-8")
    assert [name for name, page in pages(tmp_path).items() if landmarks(page)] == ["wrong.html"]


def leads(site: Path, page: BuiltPage, part: str, goal: str) -> bool:
    """Whether a link in a part of a page leads to the page `goal`."""
    return any(
        # The page for missing addresses starts every link from the root, where it is itself.
        resolve(site, page, link.get("href").removeprefix("/"))[0] == goal
        for link in select(page.tree, f"{part} a[href]")
        if not urlsplit(link.get("href")).scheme
    )


def test_every_page_leads_to_the_accessibility_statement(any_site: Path) -> None:
    every = site_pages(any_site)
    goal = "about/accessibility/index.html"
    if (
        goal not in every
    ):  # A copy in a folder has a short foot: there the page about the handbook leads on to the statement.
        assert leads(any_site, every["about/index.html"], "main", "about/accessibility.html")
        goal = "about/index.html"
    assert [path for path, page in every.items() if not leads(any_site, page, "footer", goal)] == []


def holder(text: Any) -> HtmlElement:
    """The element that a text stands in. What follows an element is known to lxml by that element."""
    return text.getparent() if text.is_text else text.getparent().getparent()


def test_titles_in_another_language_are_marked_on_every_page(site: Path) -> None:
    records = [yaml.safe_load(file.read_text("utf-8")) for file in (ROOT / "content/sources").glob("*.yml")]
    foreign = {record["title"]: record["language"] for record in records if "language" in record}
    assert len(foreign) >= 6
    shown = [
        (path, text)
        for path, page in site_pages(site).items()
        for text in page.tree.body.xpath(".//text()")
        if any(title in text for title in foreign)
    ]
    assert len(shown) > 2 * len(foreign)
    assert [
        (path, str(text)[:80])
        for path, text in shown
        if holder(text).get("lang") != next(foreign[title] for title in foreign if title in text)
    ] == []
