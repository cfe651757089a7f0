"""What a screen reader is told: landmarks, tables, links and languages, on every page of every build."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from pages import BuiltPage, pages

VAGUE = {"here", "click here", "more", "read more", "link", "this page", "details", "lesson", "activity", "product"}

# Copies in a folder bring two pages with a skeleton of their own: where to start, and the whole handbook as one book.
APART = {"START-HERE.html", "book.html"}


def site_pages(site: Path) -> dict[str, BuiltPage]:
    """The pages of the handbook itself."""
    return {path: page for path, page in pages(site).items() if path not in APART}



@pytest.fixture(params=["site", "flat", "welsh", "pool"])
def any_site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def words(tag: Tag) -> str:
    """What is read out for a link, a heading or a cell."""
    pictures = " ".join(str(image.get("alt", "")) for image in tag.find_all("img"))
    return " ".join(str(tag.get("aria-label") or f"{tag.get_text(' ')} {pictures}").split())


def name(tree: BeautifulSoup, tag: Tag) -> str:
    """The name of a landmark."""
    other = tree.find(id=tag["aria-labelledby"]) if tag.has_attr("aria-labelledby") else None
    return words(other) if other else str(tag.get("aria-label", ""))


def landmarks(page: BuiltPage) -> list[str]:
    """What is wrong with the landmarks of a page."""
    tree, wrong = page.tree, []
    once = {"main": tree.find_all("main"), "header": tree.body.find_all("header", recursive=False), "footer": tree.body.find_all("footer", recursive=False)}
    wrong += [f"{page.path}: {len(found)} of {what}" for what, found in once.items() if len(found) != 1]
    for what, found in (("nav", tree.find_all("nav")), ("aside", tree.find_all("aside")), ("search", tree.find_all(role="search")), ("region", tree.find_all(role="region"))):
        names = [name(tree, tag) for tag in found]
        if len(set(names)) < len(names) or "" in names and what != "search":
            wrong.append(f"{page.path}: {what}: {names}")
    return wrong


def test_each_landmark_stands_once_and_has_a_name(any_site: Path) -> None:
    assert [wrong for page in site_pages(any_site).values() for wrong in landmarks(page)] == []


def test_headings_hold_words_and_nothing_else(any_site: Path) -> None:
    assert [f"{page.path}: {words(h)!r}" for page in site_pages(any_site).values() for h in page.tree.find_all(["h1", "h2", "h3", "h4"])
            if not words(h) or "¶" in words(h) or "#" in words(h)] == []


def test_every_table_has_a_caption_scopes_and_row_headers(any_site: Path) -> None:
    wrong = []
    for page in site_pages(any_site).values():
        for table in page.tree.find_all("table"):
            heads = table.find_all("th")
            if not table.caption or not words(table.caption):
                wrong.append(f"{page.path}: no caption")
            wrong += [f"{page.path}: no scope: {words(th)}" for th in heads if th.get("scope") not in ("col", "row", "colgroup", "rowgroup")]
            wrong += [f"{page.path}: no row header: {words(row)[:60]}" for body in table.find_all("tbody") if not body.select("th[scope=rowgroup]")
                      for row in body.find_all("tr") if not row.find("th", scope="row")]
    assert wrong == []


def context(link: Tag) -> str:
    """What a screen reader can read out about the place of a link: the menu, term or row that it stands in, or the heading above."""
    if menu := link.find_parent("nav"):
        return str(menu.get("aria-label", ""))
    if (cell := link.find_parent("td")) and (head := cell.find_parent("tr").find("th")):
        return words(head)
    if (held := link.find_parent("dd")) and (term := held.find_previous("dt")):
        return words(term)
    heading = link.find_previous(["h1", "h2", "h3", "h4"])
    return words(heading) if heading else ""


def test_links_make_sense_alone(any_site: Path) -> None:
    wrong = []
    for page in site_pages(any_site).values():
        targets: dict[tuple[str, str], set[str]] = defaultdict(set)
        for link in page.tree.find_all("a", href=True):
            said = words(link)
            if not said or said.casefold() in VAGUE:
                wrong.append(f"{page.path}: {said!r} → {link['href']}")
            targets[said, context(link)].add(str(link["href"]))
        wrong += [f"{page.path}: {said!r} → {sorted(found)}" for (said, _), found in targets.items() if len(found) > 1]
    assert wrong == []


def test_what_changes_by_itself_is_announced(any_site: Path) -> None:
    forms = [(page.path, form) for page in site_pages(any_site).values() for form in page.tree.select("form[data-filter], form[data-search]")]
    assert len(forms) >= 4
    assert [path for path, form in forms if not form.find_parent(attrs={"data-filter-scope": True}) and not form.select("[role=status]")] == []
    assert [path for path, form in forms if not form.select("[role=status]")] == []


def test_every_control_has_a_label(any_site: Path) -> None:
    wrong = [f"{page.path}: {control}" for page in site_pages(any_site).values() for control in page.tree.find_all(["input", "select", "textarea"])
             if not page.tree.find("label", attrs={"for": control.get("id")})]
    assert wrong == []


def test_every_wide_table_can_be_scrolled_by_keyboard(any_site: Path) -> None:
    wrong = [page.path for page in site_pages(any_site).values() for box in page.tree.select(".scroller")
             if box.get("tabindex") != "0" or box.get("role") != "region" or not box.get("aria-label")]
    assert wrong == []


def test_no_page_names_a_single_key_as_a_shortcut(any_site: Path) -> None:
    assert [page.path for page in site_pages(any_site).values() if page.tree.find(attrs={"accesskey": True})] == []


def test_without_scripts_every_page_is_within_three_links_of_home(any_site: Path) -> None:
    from pages import inner_links, resolve

    every, reached, edge = site_pages(any_site), {"index.html"}, {"index.html"}
    for _ in range(3):
        edge = {resolve(any_site, every[path], link)[0] for path in edge for link in inner_links(every[path])} & set(every) - reached
        reached |= edge
    moved = {path for path, page in every.items() if page.tree.find("meta", attrs={"http-equiv": "refresh"})}
    assert sorted(set(every) - reached - moved - {"404.html"}) == []
