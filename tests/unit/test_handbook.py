"""The handbook: records, the links between them, and where each stands."""

from __future__ import annotations

import pytest
from world import World

from macros.loading.handbook import Handbook
from macros.model import Activity, Product


def test_a_record_is_found_by_kind_and_id(book: Handbook):
    assert book.find("product", "van").title == book.find("*", "product/van").title == "Van"


def test_code_names_a_kind_by_its_class_and_templates_by_its_word(book: Handbook):
    van = book.get(Product, "van")
    assert (van, book.find(Product, "lorry")) == (book.get("product", "van"), None)
    assert book.all(Product) == book.all("product")
    assert book.linked_from(van, Activity) == book.linked_from(van, "activity")


def test_a_record_that_is_not_there_is_none(book: Handbook):
    assert (book.find("product", "lorry"), book.find("*", "van")) == (None, None)


def test_asking_for_a_record_that_must_be_there_names_it(book: Handbook):
    with pytest.raises(KeyError, match="there is no product “lorry”"):
        book.get("product", "lorry")


def test_a_kind_that_does_not_exist_is_an_error(book: Handbook):
    with pytest.raises(KeyError):
        book.all("lorry")


def test_a_record_knows_what_points_at_it(book: Handbook):
    found = {
        (link.origin.kind, link.origin.id, link.field)
        for link in book.links_to(book.get("product", "book-list"))
    }
    assert found == {
        ("phase", "plan", "exit_criteria"),
        ("activity", "count-the-books", "outputs"),
        ("activity", "measure-the-rooms", "inputs"),
        ("activity", "carry-the-books", "inputs"),
        ("lesson", "label-every-box", "products"),
        ("term", "shelf-mark", "see"),
    }


def test_a_record_knows_what_it_points_at(book: Handbook):
    assert [(link.field, link.target.id) for link in book.links_of(book.get("workstream", "books"))] == [
        ("led_by", "library"),
        ("works_with", "rooms"),
    ]


def test_records_of_one_kind_that_point_here_by_one_field_stand_each_once_in_order(world: World):
    world.copy(
        "lessons/label-every-box.yml",
        "lessons/a.yml",
        title="Close the lids",
        at="[carry-the-books#pack, carry-the-books#drive]",
    )
    book = world.handbook()
    activity = book.get("activity", "carry-the-books")
    assert [x.id for x in book.linked_from(activity, "lesson", "at")] == ["a", "label-every-box"]
    assert (
        book.linked_from(activity, "lesson", "related"),
        [x.id for x in book.linked_from(activity, "phase")],
    ) == ([], ["move"])


def test_a_part_of_a_single_file_points_by_itself(book: Handbook):
    assert ("route", "curious", "phases") in {
        (link.origin.kind, link.origin.id, link.field) for link in book.links_to(book.get("phase", "plan"))
    }


def test_a_list_of_a_single_file_points_for_the_file(book: Handbook):
    assert ("framework", "framework", "phases") in {
        (link.origin.kind, link.origin.id, link.field) for link in book.links_to(book.get("phase", "plan"))
    }


def test_a_step_is_found_by_activity_and_anchor(book: Handbook):
    activity, step = book.step("carry-the-books#drive")
    assert (activity.id, step.text) == ("carry-the-books", "Drive the boxes across.")
    assert (
        book.step("carry-the-books")[1] is None
        and book.step("carry-the-books#zzz")[1] is None
        and book.step("zzz#pack") == (None, None)
    )


def test_a_record_knows_its_file_and_its_place(book: Handbook):
    van = book.get("product", "van")
    term = book.get("term", "shelf-mark")
    side = book.get("side", "carrier")
    assert (book.file(van), str(book.place(van, ("type",)))) == (
        "content/products/van.yml",
        "content/products/van.yml:3:7",
    )
    assert (book.file(term), str(book.place(term, ("title",)))) == (
        "content/glossary.yml",
        "content/glossary.yml:5:12",
    )
    assert str(book.place(side, ("shape",))) == "content/framework.yml:31:12"


def test_only_records_with_a_file_of_their_own_are_gone_through(book: Handbook):
    kinds = {record.kind for record in book}
    assert {"framework", "site", "glossary", "lesson"} <= kinds and not kinds & {
        "term",
        "side",
        "route",
        "layer",
        "stage",
        "function",
    }


def test_records_that_are_chosen_by_their_ids_are_in_the_order_of_the_handbook(book: Handbook):
    every = book.all(Product)
    backwards = [product.id for product in reversed(every)]
    assert book.chosen("product", [*backwards, "lorry", every[0].id]) == every
    assert [book.position(product) for product in every] == list(range(len(every)))
