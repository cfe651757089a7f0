"""What a hand-written page may ask for, and what it hears when it asks for what is not there."""

from __future__ import annotations

import re

import pytest
from world import World

from macros.publishing.macro_error import MacroError
from macros.publishing.page_macros import Macros


@pytest.fixture(scope="module")
def macros(the_world: World) -> Macros:
    return Macros(the_world.build().renderer, lambda: "index.md")


def test_records_are_counted(macros):
    assert macros.count("lesson") == "1"


def test_records_are_counted_by_a_field_that_holds_one_id(macros):
    assert macros.count("activity", phase="plan") == "2"
    assert macros.count("activity", phase="plan", led_by="carrier") == "1"


def test_records_are_counted_by_a_field_that_holds_several_ids(macros):
    assert macros.count("lesson", phases="move") == "1"
    assert macros.count("lesson", phases="plan") == "0"


def test_records_are_listed_by_any_field_that_holds_an_id(macros):
    listed = macros.records("activity", phase="plan", led_by="carrier")
    assert ("Measure the rooms" in listed, "Count the books" in listed) == (True, False)


def test_cards_are_those_that_are_named_in_that_order(macros):
    shown = macros.cards("product", "van", "book-list")
    assert shown.index("Van") < shown.index("Book list") and "Room plan" not in shown


def test_cards_of_none_named_are_all(macros):
    assert all(title in macros.cards("role") for title in ("Driver", "Librarian"))


def test_the_timeline_is_that_of_the_framework_unless_another_is_named(macros):
    assert (
        "Doors open" in macros.phase_timeline()
        and macros.phase_timeline("old-town") == macros.phase_timeline()
    )


def test_without_a_migration_there_is_no_timeline(world: World):
    world.change("framework.yml", "key_migration: old-town\n", "")
    assert Macros(world.build().renderer, lambda: "index.md").phase_timeline() == ""


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda m: m.cards("product", "vam"), "there is no product “vam”. Did you mean “van”?"),
        (
            lambda m: m.cards("produkt"),
            "there is no kind of record called “produkt”. Did you mean “product”?",
        ),
        (
            lambda m: m.records("lessons"),
            "there is no kind of record called “lessons”. Did you mean “lesson”?",
        ),
        (
            lambda m: m.phase_timeline("old-twon"),
            "there is no migration “old-twon”. Did you mean “old-town”?",
        ),
        (
            lambda m: m.records("lesson", phase="plan"),
            "a lesson has no field “phase”. Did you mean “phases”?",
        ),
        (lambda m: m.count("lesson", phase="plan"), "a lesson has no field “phase”. Did you mean “phases”?"),
        (lambda m: m.framework_text("licens"), "the framework has no text “licens”. Did you mean “licence”?"),
        (lambda m: m.framework_text("model_fields"), "the framework has no text “model_fields”."),
    ],
)
def test_what_is_not_there_is_named(macros, call, said):
    with pytest.raises(MacroError) as error:
        call(macros)
    assert str(error.value).strip() == said


def test_every_page_that_is_generated_has_its_macro(world: World, macros):
    calls = {page.macro for page in world.build().pages.values()}
    assert calls <= set(macros.table())


def test_a_value_comes_from_a_file_beside_the_pages(macros, monkeypatch, tmp_path):
    (tmp_path / "run.yml").write_text("date: '2021-06-01'\nnumber: 3\nlist: [a, b]\n", "utf-8")
    monkeypatch.setattr(macros._renderer, "docs", tmp_path)
    assert [macros.value("run.yml", name) for name in ("date", "number", "list")] == [
        "1 June 2021",
        "3",
        "a b",
    ]
    assert [re.findall(r"<li>(.*)</li>", macros.values("run.yml", name)) for name in ("list", "number")] == [
        ["a", "b"],
        ["3"],
    ]
    for call in (("run.yml", "dat"), ("ran.yml", "date"), ("../run.yml", "date")):
        with pytest.raises(MacroError):
            macros.value(*call)
