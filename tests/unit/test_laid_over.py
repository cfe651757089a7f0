"""One document over another: groups field by field, lists by id, and each value keeps its place."""

from __future__ import annotations

from typing import Any

import pytest

from macros.loading.document import Document, edited, laid_over
from macros.loading.places import Located
from macros.loading.problem import Place


def document(name: str, data: Any) -> Document:
    """A document in which every value, and every name of a field, stands on a line of its own."""
    located = Located({}, {})
    spread(name, located, (), data)
    return Document(name, data, f"The text of {name}", lambda: located)


def spread(name: str, located: Located, path: tuple, data: Any) -> None:
    line = len(located.places) + 1
    if path:
        located.keys[path] = Place(name, line, 1)
    located.places[path] = Place(name, line, 2)
    if isinstance(data, dict):
        parts = data.items()
    elif isinstance(data, list):
        parts = enumerate(data)
    else:
        parts = ()
    for part, inner in parts:
        spread(name, located, (*path, part), inner)


def joined(base: Any, over: Any, **how: Any) -> Any:
    return laid_over(document("base.yml", base), document("own.yml", over), **how).data


@pytest.mark.parametrize(
    ("base", "over", "data"),
    [
        ({"a": "1"}, {"b": "2"}, {"a": "1", "b": "2"}),
        ({"a": "1"}, {"a": "2"}, {"a": "2"}),
        ({"a": {"b": "1", "c": "1"}}, {"a": {"c": "2"}}, {"a": {"b": "1", "c": "2"}}),
        ({"a": {"b": "1"}}, {"a": "2"}, {"a": "2"}),
        ({"a": "1"}, {"a": {"b": "2"}}, {"a": {"b": "2"}}),
        ({"a": ["1", "2"]}, {"a": ["3"]}, {"a": ["3"]}),
        ({"a": "1"}, {"a": None}, {"a": None}),
        ({"a": [{"id": "x", "b": "1"}]}, {"a": [{"b": "2"}]}, {"a": [{"b": "2"}]}),
        ({"a": [{"id": "x"}]}, {"a": []}, {"a": []}),
        ({"a": []}, {"a": [{"id": "x"}]}, {"a": [{"id": "x"}]}),
        ({"a": [{"id": ["x"]}]}, {"a": [{"id": ["x"], "b": "2"}]}, {"a": [{"id": ["x"], "b": "2"}]}),
    ],
)
def test_fields_are_joined_and_everything_else_is_replaced(base: Any, over: Any, data: Any):
    assert joined(base, over) == data


def test_things_with_an_id_are_joined_thing_by_thing_and_new_ones_come_last():
    base = [{"id": "x", "b": "1", "c": "1"}, {"id": "y"}]
    over = [{"id": "z"}, {"id": "x", "c": "2"}]
    assert joined({"a": base}, {"a": over}) == {
        "a": [{"id": "x", "b": "1", "c": "2"}, {"id": "y"}, {"id": "z"}]
    }


def test_a_list_that_holds_an_id_twice_is_not_joined_by_id():
    once = [{"id": "x", "b": "1"}]
    twice = [{"id": "x", "c": "1"}, {"id": "x", "c": "2"}]
    assert joined({"a": once}, {"a": twice}) == {"a": twice}
    assert joined({"a": twice}, {"a": once}) == {"a": once}


def test_a_group_that_counts_as_one_value_is_replaced_whole():
    whole = {"is_whole": lambda path: path == ("a",)}
    assert joined({"a": {"b": "1"}, "c": {"d": "1"}}, {"a": {"e": "2"}, "c": {"f": "2"}}, **whole) == {
        "a": {"e": "2"},
        "c": {"d": "1", "f": "2"},
    }


def test_each_value_keeps_the_place_that_it_comes_from():
    base = document("base.yml", {"a": {"b": "1", "c": "1"}, "l": [{"id": "x", "d": "1"}, {"id": "y"}]})
    over = document("own.yml", {"l": [{"id": "x", "d": "2"}, {"id": "z", "e": "2"}], "a": {"c": "2"}})
    both = laid_over(base, over)
    own = {("a", "c"), ("l", 0, "id"), ("l", 0, "d"), ("l", 2), ("l", 2, "id"), ("l", 2, "e")}
    assert {path for path, at in both.located.places.items() if at.path == "own.yml"} == own
    assert both.place(("a", "b")) == base.place(("a", "b"))
    assert both.place(("l", 1)) == base.place(("l", 1))
    assert both.place(("l", 2, "e")) == over.place(("l", 1, "e"))
    assert both.place(("a",), key=True) == over.place(("a",), key=True)
    assert both.place(("a", "c"), key=True) == over.place(("a", "c"), key=True)
    assert both.place(("a", "b"), key=True) == base.place(("a", "b"), key=True)
    assert both.place(("l", 1, "id"), key=True) == base.place(("l", 1, "id"), key=True)
    assert both.place(("l", 0, "d", "gone")) == over.place(("l", 0, "d"))


def test_groups_and_lists_that_are_joined_stand_where_the_file_below_has_them():
    base = document("base.yml", {"a": {"b": "1"}, "l": [{"id": "x"}]})
    over = document("own.yml", {"a": {"c": "2"}, "l": [{"id": "y"}]})
    both = laid_over(base, over)
    assert [both.located.places[path] for path in ((), ("a",), ("l",))] == [
        base.place(path) for path in ((), ("a",), ("l",))
    ]


def test_groups_and_lists_that_have_no_place_below_stand_where_the_file_above_has_them():
    data = {"a": {"b": "1"}, "l": [{"id": "x"}]}
    over = document("own.yml", {"l": [{"id": "y"}], "a": {"c": "2"}})
    both = laid_over(Document("base.yml", data), over)
    assert [both.located.places[path] for path in ((), ("a",), ("l",))] == [
        over.place(path) for path in ((), ("a",), ("l",))
    ]


def test_the_result_is_the_file_below_unless_that_is_none():
    below = document("base.yml", {})
    above = document("own.yml", {})
    both = laid_over(below, above)
    alone = laid_over(document("", {}), above)
    assert (both.path, both.text) == (below.path, below.text)
    assert (alone.path, alone.text) == (above.path, above.text)


def test_a_field_alone_keeps_its_places():
    whole = document("base.yml", {"a": {"b": "1"}, "c": "2"})
    part = whole.only("a")
    assert (part.path, part.data) == ("", {"a": {"b": "1"}})
    assert part.located.places == {path: whole.place(path) for path in (("a",), ("a", "b"))}
    assert part.located.keys == {path: whole.place(path, key=True) for path in (("a",), ("a", "b"))}
    assert whole.only("d").data == {} == document("base.yml", None).only("a").data


def test_a_value_is_edited_in_a_copy():
    first = document("base.yml", {"a": {"b": "1"}, "c": ["2", "3"]})
    second = edited(first, ("a", "b"), "9")
    assert (second.data, first.data["a"]) == ({"a": {"b": "9"}, "c": ["2", "3"]}, {"b": "1"})
    assert second.located.places == first.located.places and second.located.keys == first.located.keys
    assert (second.path, second.text) == (first.path, first.text)


def test_a_value_is_taken_out_with_its_place_and_what_follows_moves_up():
    first = document("base.yml", {"a": {"b": "1", "d": "4"}, "c": ["2", "3"]})
    without_field = edited(first, ("a", "b"))
    assert without_field.data == {"a": {"d": "4"}, "c": ["2", "3"]}
    assert ("a", "b") not in without_field.located.places
    without_entry = edited(first, ("c", 0))
    assert without_entry.data == {"a": {"b": "1", "d": "4"}, "c": ["3"]}
    assert without_entry.place(("c", 0)) == first.place(("c", 1))
    assert ("c", 1) not in without_entry.located.places
