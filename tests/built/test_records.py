"""Every record has its page, and every page leads on: breadcrumb, related records in both directions, a way to suggest a change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pages import first, pages, select

FOLDERS = (
    "overview",
    "phases",
    "workstreams",
    "roles",
    "activities",
    "lessons",
    "products",
    "migrations",
    "sources",
)


@pytest.fixture(scope="session")
def data(site: Path) -> dict[str, Any]:
    return json.loads((site / "data/handbook.json").read_text(encoding="utf-8"))


def test_the_data_file_has_one_list_for_each_kind(data: dict[str, Any]) -> None:
    assert set(data) - {"overlay"} == {
        "title",
        "framework",
        "questions",
        "glossary",
        "example",
        "crosswalks",
        *FOLDERS,
    }  # a team that follows this handbook says there what it lays over it


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_record_in_the_data_has_its_page_its_file_and_its_links(
    site: Path, data: dict[str, Any], folder: str
) -> None:
    assert data[folder]
    for record in data[folder]:
        assert (site / record["address"] / "index.html").is_file()
        assert (Path(__file__).parents[2] / record["file"]).is_file()
        assert {"id", "kind", "title", "summary", "links", "backlinks"} <= set(record)


def test_links_in_the_data_have_their_backlinks(data: dict[str, Any]) -> None:
    records = {(r["kind"], r["id"]): r for folder in FOLDERS for r in data[folder]}
    missing = [
        (key, link)
        for key, record in records.items()
        for link in record["links"]
        if (link["kind"], link["id"]) in records
        and not any((b["kind"], b["id"]) == key for b in records[link["kind"], link["id"]]["backlinks"])
    ]
    assert missing == []


def test_an_activity_page_leads_to_each_of_its_lessons_and_a_lesson_back(
    site: Path, data: dict[str, Any]
) -> None:
    for lesson in data["lessons"]:
        for pointer in lesson["at"]:
            activity = pointer.partition("#")[0]
            hrefs = {a.get("href") for a in pages(site)[f"activities/{activity}/index.html"].tree.iter("a")}
            assert f"../../lessons/{lesson['id']}/" in hrefs, (activity, lesson["id"])
            back = {
                a.get("href").partition("#")[0]
                for a in pages(site)[f"lessons/{lesson['id']}/index.html"].tree.iter("a")
            }
            assert f"../../activities/{activity}/" in back, (activity, lesson["id"])


def test_a_lesson_pinned_to_a_step_stands_beside_that_step(site: Path, data: dict[str, Any]) -> None:
    pinned = [
        (lesson["id"], p.partition("#")) for lesson in data["lessons"] for p in lesson["at"] if "#" in p
    ]
    assert pinned
    for lesson, (activity, _, step) in pinned:
        item = pages(site)[f"activities/{activity}/index.html"].tree.get_element_by_id(step)
        assert first(item, f"a[href='../../lessons/{lesson}/']") is not None, (activity, step, lesson)


def test_every_record_page_has_a_breadcrumb_and_names_its_file(site: Path, data: dict[str, Any]) -> None:
    for folder in FOLDERS:
        for record in data[folder]:
            tree = pages(site)[f"{record['address']}index.html"].tree
            assert select(tree, "nav.crumbs li a"), record["address"]
            assert record["file"] in first(tree, ".mend").text_content(), record["address"]


def test_a_source_page_lists_everything_that_cites_it(site: Path, data: dict[str, Any]) -> None:
    for source in data["sources"]:
        tree = pages(site)[f"{source['address']}index.html"].tree
        listed = {a.get("href") for a in select(tree, "section[aria-labelledby=_cited-by] a")}
        citing = [b for b in source["backlinks"] if b["kind"] == "lesson"]
        assert all(f"../../lessons/{b['id']}/" in listed for b in citing), source["id"]


def test_secondary_evidence_is_shown_as_reported(site: Path, data: dict[str, Any]) -> None:
    secondary = {s["id"] for s in data["sources"] if s["read"] == "secondary"}
    only = [
        lesson
        for lesson in data["lessons"]
        if all(
            e["source"] in secondary and e.get("read", "secondary") == "secondary" for e in lesson["evidence"]
        )
    ]
    assert only
    for lesson in only:
        text = pages(site)[f"{lesson['address']}index.html"].text
        assert "As reported by" in text, lesson["id"]


def test_the_edit_link_opens_the_yaml_file_when_a_repository_is_named(welsh: Path) -> None:
    lesson = next((welsh / "lessons").glob("*/index.html"))
    page = pages(welsh)[lesson.relative_to(welsh).as_posix()]
    links = [a.get("href") for a in select(page.tree, ".mend a")]
    assert f"/content/lessons/{lesson.parent.name}.yml" in " ".join(links)
