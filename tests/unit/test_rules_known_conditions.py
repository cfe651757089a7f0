"""Conditions name questions that are asked and answers to them, and do not contradict each other."""

from __future__ import annotations

import pytest
from test_rules_binding_rules import COUNT
from world import QUESTIONS, World

HERE = f"content/{COUNT}"
LESSON = "lessons/label-every-box.yml"


@pytest.fixture
def asking(world: World) -> World:
    """A world that asks two questions about a project."""
    world.write("questions.yml", QUESTIONS)
    return world


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (
            "applies_to: {sise: small}",
            "applies_to, sise: there is no question “sise” about a project. Did you mean “size”?",
        ),
        (
            "applies_to: {xyzzy: small}",
            "applies_to, xyzzy: there is no question “xyzzy” about a project. The questions are: what, size.",
        ),
        (
            "applies_to: {size: smal}",
            "applies_to, size 1: “smal” is no answer to the question “How many books are there?”. "
            "Did you mean “small”?",
        ),
        (
            "applies_to: {what: xyzzy}",
            "applies_to, what 1: “xyzzy” is no answer to the question “What do you move?”. "
            "Its answers are: lending.",
        ),
        ("applies_to: {}", "applies_to: at least one question is needed here."),
        ("applies_to: small", "applies_to: a question, a colon and its answers belong here."),
        (
            "functions: lending\napplies_to: {what: lending}",
            "applies_to, what: “what” is given here, and in the field “functions” as well. "
            "Write it in functions alone.",
        ),
    ],
)
def test_a_condition_that_no_project_can_answer_is_named(asking: World, written: str, line: str):
    asking.add(COUNT, f"{written}\n")
    assert any(problem.endswith(line) and problem.startswith(HERE) for problem in asking.check()), (
        asking.check()
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "field"),
    [
        (
            COUNT,
            "    text: Count each shelf.\n",
            "steps 1, applies_to, sise",
            "    applies_to: {sise: small}\n",
        ),
        (
            "phases/plan.yml",
            "    text: Every book is counted.\n",
            "exit_criteria 1, applies_to, sise",
            "    applies_to: {sise: small}\n",
        ),
        (LESSON, "at: carry-the-books#pack\n", "applies_to, sise", "applies_to: {sise: small}\n"),
        (
            COUNT,
            "  shrink: Count a sample.\n",
            "tailoring, drop, when, sise",
            "  drop: {text: Never., when: {sise: small}}\n",
        ),
    ],
)
def test_conditions_are_checked_wherever_they_stand(asking: World, path: str, old: str, new: str, field: str):
    asking.change(path, old, old + field)
    assert [(p.code, p.field) for p in asking.report().problems] == [("unknown-question", new)]


def test_a_condition_that_names_every_answer_rules_nothing_out(asking: World):
    asking.add(COUNT, "applies_to: {size: [small, middle, large]}\n")
    assert asking.check() == [
        f"warning: {HERE}:30:20: applies_to, size: this names every answer to the question “How many books are "
        "there?”, so it rules nothing out. Leave the question out."
    ]


def test_without_questions_a_condition_has_nothing_to_name(world: World):
    world.add(COUNT, "applies_to: {size: small}\n")
    assert world.check() == [
        f"{HERE}:30:20: applies_to, size: there is no question “size” about a project. "
        "This handbook asks none. Write them in content/questions.yml, or take this out."
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("line: the house has {answers}", "line: the house is full", "no-blank"),
        ("house has {answers}", "house of {town} has {answers}", "stray-braces"),
        ("house has {answers}", "house has {answers} or {answers}", "stray-braces"),
        ("house has {answers}", "house has {{answers}}", "stray-braces"),
        ("    answers_from: functions\n", "", "no-answers"),
        ("{id: middle,", "{id: small,", "duplicate-id"),
        ("  - id: size", "  - id: what", "duplicate-id"),
        ("    short: Size\n", "", "missing-field"),
    ],
)
def test_questions_that_nobody_can_answer_are_named(asking: World, old: str, new: str, code: str):
    asking.change("questions.yml", old, new)
    assert [problem.code for problem in asking.report().problems] == [code]


@pytest.mark.parametrize(
    ("ways", "code"),
    [
        ("  merge: {text: Join., with: count-the-books}\n", "merged-with-itself"),
        ("  merge: {text: Join., with: count-the-boks}\n", "unknown-id"),
        ("  drop: {text: No., never: true, when: {size: small}}\n", "never-and-when"),
        ("  drop: {never: true}\n", "missing-field"),
    ],
)
def test_ways_to_do_less_do_not_contradict_themselves(asking: World, ways: str, code: str):
    asking.change(COUNT, "  shrink: Count a sample.\n", ways)
    assert code in [problem.code for problem in asking.report().problems]


LOCAL = "local/questions.yml"


def test_a_local_handbook_adds_a_question_and_an_answer(asking: World):
    asking.write("local/site.yml", "organisation: Us\n")
    asking.write(
        LOCAL,
        "questions:\n"
        "  - {id: size, answers: [{id: huge, title: Too many}]}\n"
        "  - {id: roof, title: Is there a roof?, short: Roof, line: 'there is {answers}', "
        "answers: [{id: some, title: One}, {id: none, title: None}]}\n",
    )
    asking.write(
        "local/" + COUNT, asking.read(COUNT) + "replaces: true\napplies_to: {size: huge, roof: none}\n"
    )
    assert asking.check() == []
    assert [question.id for question in asking.handbook().all("question")] == ["what", "size", "roof"]


@pytest.mark.parametrize(
    "local", ["questions: []\n", "questions: [{id: size, left_out: true}]\n"], ids=["all", "one"]
)
def test_a_local_handbook_may_leave_questions_out(asking: World, local: str):
    asking.add(COUNT, "applies_to: {size: small}\n")
    asking.write("local/site.yml", "organisation: Us\n")
    asking.write(LOCAL, local)
    assert asking.check() == []
