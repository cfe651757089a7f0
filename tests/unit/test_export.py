"""The handbook as data, for other programs."""

from __future__ import annotations

import json

from world import World

from macros.publishing.exports import exports
from macros.publishing.handbook_data import data


def test_there_is_the_title_and_one_list_for_each_folder_and_the_two_wholes(world: World):
    assert sorted(data(world.build())) == [
        "activities",
        "crosswalks",
        "example",
        "framework",
        "glossary",
        "lessons",
        "migrations",
        "overview",
        "phases",
        "products",
        "roles",
        "sources",
        "title",
        "workstreams",
    ]


def test_a_record_has_its_id_address_file_fields_and_backlinks(world: World):
    (van,) = [r for r in data(world.build())["products"] if r["id"] == "van"]
    expected = {
        "id": "van",
        "kind": "product",
        "address": "products/van/",
        "file": "content/products/van.yml",
        "title": "Van",
        "summary": "It has four wheels.",
        "formerly": [],
        "type": "tool",
        "purpose": "Carries boxes.",
        "audience": "The driver.",
        "states": [],
        "contents": [
            {
                "heading": "Wheels",
                "covers": "All four.",
                "kind": "prose",
                "drafts": [],
                "checks": [],
                "approves": [],
                "columns": [],
                "workbook": False,
            }
        ],
        "availability": "described",
        "files": [],
        "end_product": False,
        "external": True,
        "evidence": [],
        "basis": [{"source": "practice"}],
        "backlinks": [{"field": "inputs", "kind": "activity", "id": "carry-the-books"}],
    }
    assert {name: van[name] for name in expected} == expected


def test_no_field_of_a_record_is_lost_to_its_links(world: World):
    world.add("products/van.yml", "links:\n  - {title: Wheels, url: 'https://e.org/'}\n")
    (van,) = [r for r in data(world.build())["products"] if r["id"] == "van"]
    assert {"title": "Wheels", "url": "https://e.org/"} in [
        link for value in van.values() if isinstance(value, list) for link in value
    ]


def test_links_and_backlinks_stand_each_once(world: World):
    (lesson,) = data(world.build())["lessons"]
    assert {"field": "at", "kind": "activity", "id": "carry-the-books"} in lesson["links"]
    (report,) = data(world.build())["sources"]
    assert report["backlinks"].count({"field": "timeline", "kind": "migration", "id": "old-town"}) == 1


def test_the_framework_stands_whole_with_the_ids_of_its_parts(world: World):
    framework = data(world.build())["framework"]
    assert (framework["phases"], [side["id"] for side in framework["sides"]]) == (
        ["plan", "move"],
        ["library", "carrier"],
    )


def test_a_term_has_its_place_in_the_glossary(world: World):
    (term,) = data(world.build())["glossary"]
    assert (term["id"], term["address"], term["file"]) == (
        "shelf-mark",
        "glossary/#shelf-mark",
        "content/glossary.yml",
    )


def test_addresses_fit_the_build(world: World):
    assert data(world.build(directory=False))["products"][0]["address"] == "products/book-list.html"


def test_lists_stand_in_the_order_of_the_handbook(world: World):
    assert [p["id"] for p in data(world.build())["phases"]] == ["plan", "move"]


def test_the_file_is_json_with_letters_as_typed(world: World):
    world.change("products/van.yml", "title: Van", "title: Fän")
    text = exports(world.build())["data/handbook.json"].decode()
    assert json.loads(text) == data(world.build()) and "Fän" in text


def test_the_colours_come_from_the_site(world: World):
    assert exports(world.build())["assets/colours.css"] == ":root{--accent:#0a5a66;--accent-dark:#74cbd6}\n"
