"""What the form for a new lesson knows comes from the model, the rules and the records, and from nowhere else."""

from __future__ import annotations

import json
import re

import pytest
from world import ROOT, World, labels

from macros.model import KINDS
from macros.model.words.contributing import FormWords
from macros.publishing.exports import exports
from macros.publishing.form_data import SCRIPT, home_of, known
from macros.publishing.form_schemas import form_schema

SCRIPTS = sorted((ROOT / "overrides/assets/form").glob("*.js"))


@pytest.fixture
def data(world: World):
    return known(world.handbook(), world.content)


def said(node: dict, field: str) -> dict:
    return node["properties"][field]["said"]


def test_the_words_are_those_that_the_check_says(world: World, data):
    told = said(data["schemas"]["lesson"], "title")
    assert (told["empty"][0], told["long"][0], told["one-line"][0]) == (
        "this text is empty.",
        "this text is longer than 120 characters.",
        "this text must fit on one line.",
    )
    world.change("lessons/label-every-box.yml", "title: Label every box", "title: ''")
    assert world.check()[0].endswith(f"title: {told['empty'][0]}")


def test_a_word_that_is_not_allowed_is_named(data):
    assert said(data["schemas"]["lesson"], "type")["form"] == [
        "“{value}” is not one of the words allowed here.",
        "Write one of: avoid, repeat, watch.",
    ]


def test_what_only_some_texts_must_hold_is_said_of_them_alone(data):
    lesson = data["schemas"]["lesson"]
    evidence = data["schemas"]["lesson"]["$defs"]["Evidence"]
    assert {name for name, part in lesson["properties"].items() if "date-real" in part["said"]} == {
        "when",
        "added",
        "reviewed",
    }
    assert "one-line" not in said(lesson, "event") and "one-line" in said(evidence, "where")
    assert said(lesson, "evidence")["empty"] == ["at least 1 entry is needed here.", ""]


def test_what_only_editors_need_is_left_out():
    text = json.dumps(form_schema(KINDS["lesson"]))
    assert "examples" not in text and "description" not in text and "$schema" not in text
    assert "title" in form_schema(KINDS["lesson"])["properties"]


def test_every_field_that_a_form_asks_for_can_be_wrong_in_some_way():
    for kind in ("lesson", "source"):
        made = form_schema(KINDS[kind])
        assert [
            name
            for node in (made, *made.get("$defs", {}).values())
            for name, part in node["properties"].items()
            if not part["said"] and "$ref" not in part.get("items", {})
        ] == [], kind


def test_choices_are_the_records_with_the_phase_and_the_steps_of_activities(data):
    choices = data["choices"]
    assert choices["phase"] == [["plan", "Plan"], ["move", "Move"]]
    assert [
        "measure-the-rooms",
        "Measure the rooms",
        "plan",
        "rooms",
        [["measure", "Measure each room."]],
    ] in choices["activity"]
    assert choices["source"] == [["town-report", "Report on the move"]]


def test_a_long_step_is_cut_between_words(world: World):
    world.change(
        "activities/carry-the-books.yml",
        "    text: Pack each shelf.",
        f"    text: Pack **each** shelf {'and again ' * 20}",
    )
    steps = next(
        a for a in known(world.handbook(), world.content)["choices"]["activity"] if a[0] == "carry-the-books"
    )[4]
    assert (
        steps[0][1].startswith("Pack each shelf and") and steps[0][1].endswith("…") and len(steps[0][1]) <= 49
    )


def test_in_copies_steps_go_by_their_ids_because_their_texts_take_room(world: World):
    activity = next(
        a
        for a in known(world.handbook(), world.content, small=True)["choices"]["activity"]
        if a[0] == "measure-the-rooms"
    )
    assert activity[4] == [["measure"]]


def test_a_file_name_that_was_given_up_is_known_too(world: World):
    world.add("lessons/label-every-box.yml", "formerly: label-boxes\n")
    assert known(world.handbook(), world.content)["choices"]["lesson"] == [
        ["label-every-box", "Label every box", "label-boxes"]
    ]


def test_a_file_goes_where_all_are_or_into_the_folder_of_the_fork(world: World):
    assert home_of(world.content, "lesson") == "content/lessons"
    world.write("local/site.yml", "title: Ours\n")
    assert home_of(world.content, "lesson") == "content/local/lessons"


def test_the_script_assigns_data_and_does_nothing_else(world: World):
    world.change(
        "lessons/label-every-box.yml",
        "title: Label every box",
        "title: </script><script>alert(1)</script> `${x}`",
    )
    text = exports(world.build())[SCRIPT]
    found = re.fullmatch(r"window\.handbookForm = \{ data: (.*) \};\n", text, re.DOTALL)
    assert json.loads(found[1])["choices"]["lesson"][0][1] == "</script><script>alert(1)</script> `${x}`"


def test_no_script_of_the_form_makes_markup_or_code_from_text():
    for script in SCRIPTS:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest",
            script.read_text("utf-8"),
        ), script.name


def test_no_script_of_the_form_holds_words_of_the_interface():
    words = labels()["form"]
    said = [*words.pop("missing").values(), *words.values()]
    shown = {one for one in said if len(one) > 12}
    assert [one for script in SCRIPTS for one in shown if one in script.read_text("utf-8")] == []


def test_every_word_of_the_form_is_used():
    used = "".join(
        file.read_text("utf-8") for file in (*SCRIPTS, *(ROOT / "overrides/handbook").rglob("*form*.html"))
    )
    assert [
        name
        for name in FormWords.model_fields
        if not re.search(rf"(?:\bw\.|t\.form\.){name}\b|[\"'\[]{name}[\"'\]]|words\.{name}\b", used)
    ] == []


def test_no_script_of_the_form_is_longer_than_it_must_be():
    assert [script.name for script in SCRIPTS if len(script.read_text("utf-8").splitlines()) > 200] == []
