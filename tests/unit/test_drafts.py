"""Drafts stay off the site, replaced records are watched, and lists take one entry more."""

from __future__ import annotations

from pathlib import Path

import pytest
from world import TODAY, World

from macros.authoring.replacing import replacement
from macros.checks.check import checked
from macros.checks.report import as_json, as_text
from macros.copies.diff import as_text as changes_text
from macros.copies.diff import compare
from macros.publishing.exports import exports
from macros.publishing.handbook_data import data

LESSON = "lessons/label-every-box.yml"
OTHER = "lessons/other-thing.yml"
LOCAL = "local/site.yml"
OWN = "title: Our library\norganisation: Our town\n"


def test_a_draft_is_nowhere_on_the_site(world: World):
    world.copy(LESSON, OTHER, title="A thing that nobody knows yet")
    world.add(OTHER, "draft: true\n")
    assert world.check() == []
    build = world.build()
    assert "lessons/other-thing.md" not in build.pages
    assert all(b"nobody knows yet" not in str(text).encode() for text in exports(build).values())


@pytest.mark.parametrize(
    "text",
    [
        "draft: true\n",
        "draft: true\ntitle: Half\ntype: nonsense\nno-such-field: 1\n",
        "title: 'never closed\ndraft: true\n",
        "draft: true  # later\nsummary: a: b\n",
        "title: x\nevidence: [{source: no-such-source, says: x}]\ndraft: true\n",
    ],
)
def test_a_broken_draft_is_a_warning_and_stops_nothing(world: World, text: str):
    world.write(OTHER, text)
    report = world.report()
    assert report.handbook is not None
    assert report.drafts == (f"content/{OTHER}",)
    assert f"  content/{OTHER}" in as_text(report) and OTHER in as_json(report)


def test_a_record_that_is_no_draft_any_more_is_one_again(world: World):
    world.copy(LESSON, OTHER, title="Another thing to keep in mind")
    world.add(OTHER, "draft: false\n")
    assert world.check() == [] and "lessons/other-thing.md" in world.build().pages


def test_what_leads_to_a_draft_is_named(world: World):
    world.add("products/van.yml", "draft: true\n")
    world.check()
    assert any("It is a draft, so it is not on the site." in str(problem) for problem in world.last.problems)


def test_a_draft_of_a_replacement_leaves_the_original(world: World):
    world.write(LOCAL, OWN)
    world.write(f"local/{LESSON}", "replaces: true\ndraft: true\ntitle: Half done\n")
    assert world.handbook().get("lesson", "label-every-box").title == "Label every box"


def replaced(world: World) -> Path:
    world.write(LOCAL, OWN)
    return replacement(world.content, LESSON.removesuffix(".yml"))


def test_a_replaced_record_says_nothing_while_the_original_stays(world: World):
    replaced(world)
    world.write(LESSON, "# a comment\r\n" + world.read(LESSON).replace("\n", "\r\n"))
    assert world.check() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A label costs less than a book.", "A label costs a penny."),
        ("    where: page 3\n", ""),
        ("reviewed: 2020-01-02", "reviewed: 2020-02-02"),
    ],
)
def test_a_replaced_record_is_named_when_the_original_has_changed(world: World, old: str, new: str):
    file = replaced(world)
    world.change(LESSON, old, new)
    problem = world.check()[0]
    assert problem.startswith(
        "warning: content/local/lessons/label-every-box.yml:2:11: original: the record that this file "
        "replaces has changed since you replaced it. Take over from content/lessons/label-every-box.yml what "
        "you want, then write "
    )
    mark = problem.partition("“original: ")[2][:12]
    lines = file.read_text("utf-8").split("\n")
    file.write_text("\n".join([lines[0], f"original: {mark}", *lines[2:]]), encoding="utf-8")
    assert world.check() == []


def test_two_bundles_show_which_originals_have_changed(world: World):
    replaced(world)
    before = data(world.build(offline=True))
    world.change(LESSON, "A label costs less than a book.", "A label costs a penny.")
    report = checked(world.content, world.docs, world.folder, TODAY)
    assert report.readable.overlay and report.readable.overlay.outdated == {("lesson", "label-every-box")}
    after = data(world.build(offline=True))
    said = changes_text(compare(before, after))
    assert said.endswith("The original has changed since you replaced it\n  lesson “Label every box”")


PHASE = """\
title: Rest
summary: Nothing moves any more.
stage: all
purpose: Rest.
exit_criteria: []
empty_cells:
  - {workstream: books, why: They rest.}
  - {workstream: rooms, why: They rest.}
basis:
  - source: practice
"""


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("phases: {add: rest, after: plan}", ["plan", "rest", "move"]),
        ("phases: {add: rest, before: plan}", ["rest", "plan", "move"]),
        ("phases: {add: [rest]}", ["plan", "move", "rest"]),
        ("phases: [{add: rest, after: move}]", ["plan", "move", "rest"]),
        ("phases: [move, plan, rest]", ["move", "plan", "rest"]),
    ],
)
def test_one_line_adds_a_phase_to_the_list_of_the_original(world: World, line: str, order: list[str]):
    world.write(LOCAL, OWN)
    world.write("local/phases/rest.yml", PHASE)
    world.write("local/framework.yml", f"{line}\n")
    report = world.report()
    assert list(report.readable.framework.phases) == order == list(report.readable.records["phase"])
    assert not {"not-listed", "addition", "wrong-type"} & {problem.code for problem in report.problems}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("phases: {add: rest, after: plam}", "“plam” is not in the list. Did you mean “plan”?"),
        ("phases: {after: plan}", "this adds nothing to the list. Write add: and your own id"),
        ("phases: {add: rest, behind: plan}", "this adds nothing to the list."),
        ("phases: {add: {x: y}}", "this adds nothing to the list."),
        ("phases: [plan, {add: rest}]", "this adds nothing to the list."),
    ],
)
def test_an_addition_that_cannot_be_made_is_named(world: World, line: str, said: str):
    world.write(LOCAL, OWN)
    world.write("local/framework.yml", f"{line}\n")
    assert any(f"content/local/framework.yml:1:9: phases: {said}" in problem for problem in world.check())


def test_one_line_adds_a_workstream_too(world: World):
    world.write(LOCAL, OWN)
    text = "title: Desks\nsummary: Where people sit.\nled_by: library\npurpose: Sit.\n"
    world.write("local/workstreams/desks.yml", text + "basis: [{source: practice}]\n")
    world.write("local/framework.yml", "workstreams: {add: desks, after: books}\n")
    assert list(world.report().readable.framework.workstreams) == ["books", "desks", "rooms"]
