"""What a site with two editions tells its followers: on its page of changes, at the foot of records, and in feeds."""

from __future__ import annotations

from pathlib import Path

import feedparser
from pages import inner_links, pages, select, text_of


def test_each_edition_has_its_part_of_the_page_and_the_first_counts_what_it_holds(welsh: Path) -> None:
    newest, first = select(pages(welsh)["about/changes/index.html"].tree, "main section")
    assert (
        text_of(newest.find(".//h2")) == "Argraffiad 2026.2, 10 Tachwedd 2026"
        and first.find(".//h2").get("id") == "edition-2026-1"
    )
    assert [h.text_content() for h in newest.iter("h3")] == ["Ychwanegwyd (1)", "Newidiwyd (2)"]
    assert [a.text_content() for a in select(newest, "li a")] == [
        "Gofynnwch i'r plant hefyd",
        "Rhifwch y blychau cyn eu llenwi",
        "Rhestr wirio'r diwrnod agor",
    ]
    assert "Gwersi: 2" in first.text_content() and "Rolau: 2" in first.text_content()


def test_a_note_stands_at_the_foot_of_its_page_and_on_no_other(welsh: Path) -> None:
    with_notes = [path for path, page in pages(welsh).items() if "_history" in page.ids]
    assert with_notes == [
        "lessons/rhifor-blychau-cyn-eu-llenwi/index.html",
        "products/rhestr-wirio/index.html",
    ]
    assert (
        "3 Tachwedd 2026: Cywirwyd y rhan ar ddiogelwch."
        in pages(welsh)["products/rhestr-wirio/index.html"].text
    )


def test_pages_that_fit_name_a_feed_that_exists(welsh: Path) -> None:
    named = {
        path: link.get("href")
        for path, page in pages(welsh).items()
        for link in select(page.tree, "link[type='application/atom+xml']")
    }
    assert {
        "index.html",
        "lessons/index.html",
        "about/changes/index.html",
        "phases/agor/index.html",
        "workstreams/adeilad/index.html",
    } <= set(named)
    assert [
        path for path, link in named.items() if not (welsh / path).parent.joinpath(link).resolve().is_file()
    ] == []


def test_the_list_of_feeds_leads_to_every_feed(welsh: Path) -> None:
    listed = {
        link.rpartition("feeds/")[2]
        for link in inner_links(pages(welsh)["about/index.html"])
        if "feeds/" in link
    }
    assert listed == {
        file.relative_to(welsh / "feeds").as_posix() for file in (welsh / "feeds").rglob("*.xml")
    }
    assert all(not feedparser.parse(file.read_bytes()).bozo for file in (welsh / "feeds").rglob("*.xml"))
