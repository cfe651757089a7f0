"""What cuts break is computed from the records, worst first, and a local handbook can be cut by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from world import World

from macros.authoring.local_cut import tailor
from macros.commands.cli import main
from macros.loading.loader import load
from macros.loading.project_file import project_in
from macros.loading.tailoring.consequences import consequences, proposals
from macros.loading.tailoring.graph import Graph, graph_of

QUESTIONS = """\
title: About the move
summary: What a library is asked.
questions:
  - id: size
    title: How many books?
    short: Size
    line: the library has {answers} books
    answers:
      - {id: few, title: Few}
      - {id: many, title: Many}
"""
SITE = "title: Ours\norganisation: We\n"
COUNT = "activities/count-the-books.yml"


@pytest.fixture
def asking(world: World) -> World:
    """A world that asks one question about a project."""
    world.write("questions.yml", QUESTIONS)
    return world


def graph(world: World) -> Graph:
    return graph_of(world.handbook())


def found(world: World, profile: dict[str, list[str]], **cuts: str) -> dict[str, tuple[int, list[str]]]:
    named = {name.replace("_", "-"): way for name, way in cuts.items()}
    return {one.id: (one.severity, one.needs) for one in consequences(graph(world), profile, named)}


def test_nothing_breaks_where_nothing_is_cut(world: World):
    assert consequences(graph(world), {}, {}) == []


def test_what_nobody_makes_any_more_is_named_with_those_who_need_it(world: World):
    broken = found(world, {}, count_the_books="drop")
    assert set(broken["input:products/book-list"][1]) == {"carry-the-books", "measure-the-rooms"}
    assert "skipped:activities/count-the-books" in broken


def test_what_is_made_smaller_breaks_nothing(world: World):
    assert found(world, {}, count_the_books="shrink") == {}


def test_the_worst_comes_first(world: World):
    cuts = {activity["id"]: "drop" for activity in graph(world)["activities"]}
    severities = [one.severity for one in consequences(graph(world), {}, cuts)]
    assert severities == sorted(severities, reverse=True)


def test_leaving_out_what_the_record_says_never_to_leave_out_is_the_worst(world: World):
    cut = graph(world)
    cut["activities"][0]["never"] = True
    name = cut["activities"][0]["id"]
    assert consequences(cut, {}, {name: "drop"})[0].id == f"never:activities/{name}"


def test_what_is_never_left_out_is_never_proposed(world: World):
    cut = graph(world)
    for activity in cut["activities"]:
        activity["when"] = {"drop": {"size": ["few"]}}
        activity["never"] = activity["id"] == "count-the-books"
    names = [name for name, _ in proposals(cut, {"size": ["few"]}, {})]
    assert "count-the-books" not in names and len(names) == len(cut["activities"]) - 1


def test_nothing_is_proposed_to_who_has_not_answered(world: World):
    cut = graph(world)
    for activity in cut["activities"]:
        activity["when"] = {"drop": {"size": ["few"]}}
    assert proposals(cut, {}, {}) == []


def test_an_activity_that_does_not_apply_is_lost_and_counts_as_little(world: World):
    cut = graph(world)
    next(one for one in cut["activities"] if one["id"] == "count-the-books")["only"] = {"size": ["many"]}
    broken = consequences(cut, {"size": ["few"]}, {})
    assert [(one.id, one.severity) for one in broken if one.id.startswith("input:")] == [
        ("input:products/book-list", 0)
    ]
    assert consequences(cut, {}, {}) == []


def test_what_was_merged_into_something_lost_is_lost_too(world: World):
    cut = graph(world)
    first, second = cut["activities"][:2]
    first["into"] = second["id"]
    ids = [one.id for one in consequences(cut, {}, {first["id"]: "merge", second["id"]: "drop"})]
    assert f"merge:activities/{first['id']}" in ids
    assert consequences(cut, {}, {first["id"]: "merge"}) == []


def test_the_mark_of_a_consequence_changes_when_it_breaks_more(world: World):
    one = consequences(graph(world), {}, {"count-the-books": "drop"})[0]
    assert one.mark != one._replace(needs=[*one.needs, "more"]).mark


# A local handbook


def project(world: World, **parts: object) -> bytes:
    title = load(world.content).handbook.framework.title
    return json.dumps({"schema": 1, "handbook": title, "edition": "1", **parts}).encode()


def cut(world: World, again: bool = False, **parts: object) -> Path:
    read, problems = project_in(project(world, **parts), "mine.json")
    assert read, problems
    return tailor(world.content, load(world.content).handbook, read, again=again)


def test_a_cut_is_hidden_in_the_local_folder_and_the_check_names_what_it_breaks(world: World):
    world.write("local/site.yml", SITE)
    file = cut(world, cuts={"count-the-books": {"way": "drop", "reason": "It was\ncounted."}})
    assert "  - record: activities/count-the-books\n    why: It was counted.\n" in file.read_text()
    assert any("no activity makes “Book list”" in problem for problem in world.check())


def test_what_is_accepted_is_a_decision_and_no_error(world: World):
    world.write("local/site.yml", SITE)
    accepted = {"reason": "We have a list."}
    cuts = {"count-the-books": {"way": "drop"}}
    ids = [one.id for one in consequences(graph(world), {}, {"count-the-books": "drop"})]
    cut(world, cuts=cuts, accepted=dict.fromkeys(ids, accepted))
    assert not [problem for problem in world.check() if "Book list" in problem]


def test_a_project_comes_back_from_the_local_folder_as_it_was(asking: World, tmp_path: Path):
    asking.write("local/site.yml", SITE)
    parts = {
        "profile": {"size": ["few"]},
        "cuts": {
            "count-the-books": {"way": "drop", "reason": "Counted."},
            "carry-the-books": {"way": "shrink", "reason": "Few."},
        },
        "accepted": {"input:products/book-list": {"reason": "We have one.", "on": "2026-11-29"}},
    }
    cut(asking, **parts)
    file = tmp_path / "back.json"
    result = CliRunner().invoke(main, ["tailor", str(file), "--from-local", "--content", str(asking.content)])
    assert result.exit_code == 0, result.output
    back = json.loads(file.read_text())
    assert {name: back[name] for name in parts} == parts


def test_what_was_hidden_by_hand_stays_hidden(world: World):
    world.write("local/site.yml", SITE)
    hidden = "hidden:\n  - record: lessons/label-every-box\n    why: By hand.\n"
    world.write("local/hidden.yml", hidden)
    text = cut(world, again=True, cuts={"count-the-books": {"way": "drop"}}).read_text()
    assert "record: lessons/label-every-box\n    why: By hand." in text and "count-the-books" in text


@pytest.mark.parametrize(
    ("local", "text", "said"),
    [
        (False, None, "Run `handbook init` to start a local handbook"),
        (True, b'{"schema": 1, "handbook": "Other", "edition": "1"}', "This file belongs to “Other”"),
        (True, b"[]", "this is not a project file."),
    ],
)
def test_the_command_says_why_it_does_not_tailor(
    world: World, tmp_path: Path, local: bool, text: bytes | None, said: str
):
    if local:
        world.write("local/site.yml", SITE)
    file = tmp_path / "mine.json"
    file.write_bytes(text or project(world))
    result = CliRunner().invoke(main, ["tailor", str(file), "--content", str(world.content)])
    assert result.exit_code == 1 and said in result.output
    assert not (world.content / "local/hidden.yml").exists()


def test_the_page_of_an_activity_says_how_the_team_does_less_of_it(world: World):
    world.write("local/site.yml", SITE)
    cut(world, cuts={"count-the-books": {"way": "shrink", "reason": "One count is enough."}})
    build = world.build()
    record = build.handbook.get("activity", "count-the-books")
    page = build.renderer.render("activity_page.html", "activities/count-the-books.md", record=record)
    assert "In your tailoring: Made smaller. One count is enough." in page
