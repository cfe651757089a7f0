"""A reader's own project is read whole, or refused with every problem and its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from test_rules_binding_rules import ruled
from world import World

from macros.loading.project_file import project_in, read_project
from macros.model.project import MAX_BYTES, project_schema
from macros.publishing.project_data import known, storage_key

BARE = {"schema": 1, "handbook": "Moving a library", "edition": "1"}
FULL = {
    **BARE,
    "profile": {"size": ["small"]},
    "cuts": {"pack-books": {"way": "drop", "reason": "We have none."}},
    "accepted": {"input:products/box-list": {"reason": "We count by hand.", "on": "2028-01-31"}},
    "ticks": {"activities/pack-books#label": True},
    "notes": {"lessons/label-every-box": "Two\nlines."},
    "states": {"phases/plan#boxes-counted": "met"},
    "owners": {"librarian": "Head of lending"},
    "plan": {
        "go_live": "2028-04-01",
        "avoid": [{"from": "2028-03-01", "to": "2028-03-31", "why": "year end"}],
    },
    "seen": {"lessons/label-every-box": {"title": "Label every box", "mark": "0123abcd"}},
    "others": [{"notes": {"lessons/label-every-box": "Another."}}],
}


def refused(text: str | bytes) -> list[str]:
    raw = text if isinstance(text, bytes) else text.encode()
    project, problems = project_in(raw, "mine.json")
    assert project is None
    return [f"{problem.field}: {problem.message}" for problem in problems]


def with_(**parts: Any) -> str:
    return json.dumps({**BARE, **parts})


def test_a_project_is_read_with_everything_that_it_holds():
    project, problems = project_in(json.dumps(FULL).encode(), "mine.json")
    assert problems == [] and project
    again = json.loads(project.model_dump_json(by_alias=True, exclude_defaults=True))
    assert again == {**FULL, "schema": 1}


def test_the_published_schema_takes_what_is_read():
    schema = project_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(FULL)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ": this is not a project file."),
        ("[]", ": this is not a project file."),
        ("{", ": this is not a project file."),
        ("[" * 100_000, ": this is not a project file."),
        ('{"schema": 1, "schema": 1}', ": “schema” is here twice."),
        ('{"schema": NaN}', ": “NaN” is no number."),
        (with_(schema=2), "schema: this file has another form than the one that this edition reads, which is 1."),
        (with_(colour="red"), "colour: a project file has no such part."),
        (with_(plan={"go_live": "2028-02-30"}), "plan, go_live: this is no day. Write it as 2028-04-01."),
        (with_(notes={"lessons/a": "a\u202eb"}), "notes, lessons/a: this holds signs that do not belong here."),
        (with_(notes={"lessons/a": "x" * 4001}), "notes, lessons/a: this text is longer than 4000 characters."),
        (with_(ticks={"__proto__": True}), "ticks, __proto__, [key]: this holds signs that do not belong here."),
        (with_(accepted={"input:products/a": {"reason": ""}}), "accepted, input:products/a, reason: this text is empty."),
    ],
)  # fmt: skip
def test_what_is_no_project_is_refused_with_a_sentence(text: str, said: str):
    assert refused(text) == [said]


def test_every_problem_is_named_at_once_with_its_line(tmp_path):
    file = tmp_path / "mine.json"
    file.write_text(
        json.dumps({**BARE, "cuts": {"a": {"way": "burn"}}, "ticks": {"lessons/a": False}}, indent=1)
    )
    project, problems = read_project(file)
    assert project is None
    assert [(problem.place.line, problem.field) for problem in problems] == [
        (7, "cuts, a, way"),
        (11, "ticks, lessons/a"),
    ]


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    assert refused(b" " * (MAX_BYTES + 1)) == [": this file is larger than 1000 kB."]


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    assert read_project(tmp_path / "none.json")[1][0].message == "this file cannot be opened."


def test_what_the_published_schema_refuses_is_refused_here_too():
    validator = Draft202012Validator(project_schema())
    for text in (with_(colour=1), with_(ticks={"a": True}), with_(cuts={"a": {}}), with_(others=[BARE])):
        assert not validator.is_valid(json.loads(text))
        assert refused(text)


def test_the_data_names_every_record_and_part_that_can_be_ticked(world: World):
    data = known(world.build())
    steps = world.handbook().get("activity", "carry-the-books").steps
    assert {step.id for step in steps} <= data["parts"]["activities/carry-the-books"].keys()
    assert data["records"]["lessons/label-every-box"][0] == "Label every box"


def test_what_was_ticked_says_something_else_when_its_rule_does(world: World):
    def mark() -> str:
        return known(world.build())["parts"]["activities/count-the-books"]["count"]

    bare = mark()
    ruled(world)
    whole = mark()
    world.change("activities/count-the-books.yml", "2021-02-03", "2021-03-03")
    assert mark() == whole != bare
    world.change("activities/count-the-books.yml", "Ask the mayor", "Ask the council")
    assert mark() not in (whole, bare)


def test_each_handbook_keeps_its_project_under_its_own_name(world: World):
    assert storage_key(world.handbook()) == "moving-a-library-project"
    world.change("site.yml", "title: Moving a library", "title: 図書館")
    assert storage_key(world.handbook()) == "tu-shu-guan-project"
