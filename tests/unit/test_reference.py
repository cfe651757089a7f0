"""The reference pages are read off the model and the macros, so that they cannot lie."""

from __future__ import annotations

import re

import pytest
from world import World

from macros.authoring import field_reference
from macros.authoring.examples import examples
from macros.loading.handbook import Handbook
from macros.model.sections import SECTIONS
from macros.publishing.page_macros import Macros


@pytest.fixture(scope="module")
def entries(the_world: World):
    macros = Macros(the_world.build().renderer, lambda: "index.md")
    written = {
        name: getattr(macros, name) for name in vars(Macros) if not name.startswith("_") and name != "table"
    }
    return {entry.name: entry for entry in field_reference.macros(written)}


GROUPS = {group.name: group for group in field_reference.groups({})}


def field(group: str, name: str) -> field_reference.FieldEntry:
    return next(f for f in GROUPS[group].fields if f.name == name)


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_every_group_and_every_field_has_a_meaning(group):
    assert (
        group.meaning.endswith(".")
        and [f.name for f in group.fields if not f.meaning.rstrip("”`").endswith(".")] == []
    )


def test_every_group_stands_once():
    assert len(GROUPS) == len(field_reference.groups({}))


def test_a_field_that_a_record_uses_has_its_example_from_there(book: Handbook):
    shown = {(g.name, f.name): f.example for g in field_reference.groups(examples(book)) for f in g.fields}
    assert (shown["Lesson", "organisation"], shown["Step", "id"], shown["Labels", "menu"]) == (
        "Old Town library",
        "pack",
        book.site.labels.menu,
    )


def test_a_field_that_no_record_uses_has_a_hint_at_its_form_or_nothing():
    assert (field("Lesson", "when").example, field("Lesson", "title").example) == ("2009-04", "")


def test_a_word_from_a_list_needs_no_example(book: Handbook):
    assert {
        f.example
        for g in field_reference.groups(examples(book))
        for f in g.fields
        if f.holds in (field("Lesson", "type").holds, "true or false")
    } == {""}


def test_a_group_says_where_it_is_written():
    assert (
        GROUPS["Lesson"].where,
        GROUPS["Framework"].where,
        GROUPS["Step"].where,
        GROUPS["Evidence"].where.partition(" ")[0],
    ) == (
        "content/lessons/<id>.yml",
        "content/framework.yml",
        "content/activities/<id>.yml → steps",
        "content/overview/<id>.yml",
    )


def test_the_id_of_a_record_is_not_written_and_the_id_of_a_part_is():
    assert "id" not in [f.name for f in GROUPS["Lesson"].fields] and "id" in [
        f.name for f in GROUPS["Step"].fields
    ]


@pytest.mark.parametrize(
    ("group", "name", "holds"),
    [
        ("Lesson", "title", "text"),
        ("Lesson", "event", "Markdown"),
        ("Lesson", "type", "avoid | repeat | watch"),
        ("Lesson", "phases", "list of: id of a phase"),
        ("Lesson", "migration", "id of a migration"),
        ("Lesson", "at", "list of: activity or activity#step"),
        ("Lesson", "evidence", "list of: Evidence"),
        ("Overview", "related", "list of: kind/id"),
        ("Overview", "order", "whole number"),
        ("Product", "external", "true or false"),
        ("Activity", "roles", "ActivityRoles"),
        ("Activity", "done_when", "list of: Markdown"),
        ("Evidence", "read", "whole | part | secondary"),
        (
            "Layer",
            "sections",
            "list of: " + " | ".join(section.name for section in SECTIONS if section.in_menu),
        ),
    ],
)
def test_a_field_says_what_it_holds(group, name, holds):
    assert field(group, name).holds == holds


def test_a_field_says_whether_it_must_be_there():
    assert (field("Lesson", "event").required, field("Lesson", "cause").required) == (True, False)


def test_a_field_has_the_name_that_is_written():
    assert "from" in [f.name for f in GROUPS["Labels"].fields]
    assert GROUPS["OutcomeLabels"].fields[0].name == "in-service"


def test_every_macro_has_a_meaning_and_an_example_that_calls_it(entries):
    for name, entry in entries.items():
        assert entry.meaning.endswith(".") and entry.example.startswith(f"{name}("), name


def test_every_macro_for_hand_written_pages_is_listed(entries):
    assert set(entries) == {
        "navigation_tool",
        "phase_timeline",
        "routes",
        "key_learnings",
        "cards",
        "contact",
        "records",
        "count",
        "framework_text",
        "edition_note",
        "field_reference",
        "lesson_form",
        "macro_reference",
        "value",
        "values",
        "data_files",
        "feed_list",
        "layers",
    }


def test_a_macro_says_how_it_is_called(entries):
    assert entries["cards"].signature == "cards(kind: str, *ids: str)"
    assert entries["phase_timeline"].signature == "phase_timeline(migration: str = '', compact: bool = False)"


@pytest.mark.parametrize(
    "name",
    [
        "navigation_tool",
        "phase_timeline",
        "routes",
        "key_learnings",
        "contact",
        "count",
        "framework_text",
        "edition_note",
        "field_reference",
        "macro_reference",
        "data_files",
        "feed_list",
    ],
)
def test_the_example_of_a_macro_works(world: World, entries, name):
    call = re.fullmatch(r"(\w+)\((.*)\)", entries[name].example)
    renderer = world.build().renderer
    table = Macros(renderer, lambda: "index.md").table()
    assert renderer.env.from_string("{{ f(" + call[2] + ") }}").render(f=table[name]).strip()
