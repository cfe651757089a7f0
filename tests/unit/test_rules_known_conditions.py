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
    ("written", "code", "line"),
    [
        (
            "applies_to: {sise: small}",
            "unknown-question",
            "30:20: applies_to, sise: there is no question “sise” about a project. Did you mean “size”?",
        ),
        (
            "applies_to: {xyzzy: small}",
            "unknown-question",
            "30:21: applies_to, xyzzy: there is no question “xyzzy” about a project. "
            "The questions are: what, size.",
        ),
        (
            "applies_to: {size: smal}",
            "unknown-answer",
            "30:20: applies_to, size 1: “smal” is no answer to the question “How many books are there?”. "
            "Did you mean “small”?",
        ),
        (
            "applies_to: {size: [small, xyzzy]}",
            "unknown-answer",
            "30:28: applies_to, size 2: “xyzzy” is no answer to the question “How many books are there?”. "
            "Its answers are: small, middle, large.",
        ),
        (
            "applies_to: {}",
            "no-conditions",
            "30:13: applies_to: at least one question is needed here.",
        ),
        (
            "applies_to: small",
            "conditions",
            "30:13: applies_to: a question, a colon and its answers belong here.",
        ),
    ],
)
def test_a_condition_that_no_project_can_answer_is_named(asking: World, written: str, code: str, line: str):
    asking.add(COUNT, f"{written}\n")
    assert asking.found() == [(code, f"{HERE}:{line}")]


def test_an_answer_that_is_given_in_two_fields_is_named(asking: World):
    asking.change(
        "framework.yml",
        "  - id: lending\n    title: Lending\n",
        "  - id: lending\n    title: Lending\n  - id: reading\n    title: Reading\n",
    )
    asking.add(COUNT, "functions: lending\napplies_to: {what: lending}\n")
    assert asking.found() == [
        (
            "answered-twice",
            f"{HERE}:31:20: applies_to, what: “what” is given here, and in the field “functions” as well. "
            "Write it in functions alone.",
        )
    ]


def test_conditions_may_stand_beside_the_functions_of_a_record(asking: World):
    asking.add(COUNT, "functions: lending\napplies_to: {size: small}\n")
    asking.add(LESSON, "functions: lending\n")
    assert asking.check() == []


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
    assert asking.found() == [
        (
            "no-condition",
            f"warning: {HERE}:30:20: applies_to, size: this names every answer to the question “How many "
            "books are there?”, so it rules nothing out. Leave the question out.",
        )
    ]


def test_without_questions_a_condition_has_nothing_to_name(world: World):
    world.add(COUNT, "applies_to: {size: small}\n")
    assert world.check() == [
        f"{HERE}:30:20: applies_to, size: there is no question “size” about a project. "
        "This handbook asks none. Write them in content/questions.yml, or take this out."
    ]


BLANK = "Write {answers} where they come."
BRACES = "only one {answers} is filled in, so readers would see the other braces. Take the others out."


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (
            "line: the house has {answers}",
            "line: the house is full",
            "no-blank",
            f"13:11: line: this line has no {{answers}}, so a condition could not say its answers. {BLANK}",
        ),
        ("house has {answers}", "house of {town} has {answers}", "stray-braces", f"13:11: line: {BRACES}"),
        (
            "house has {answers}",
            "house has {answers} or {answers}",
            "stray-braces",
            f"13:11: line: {BRACES}",
        ),
        ("house has {answers}", "house has {{answers}}", "stray-braces", f"13:11: line: {BRACES}"),
        (
            "    answers_from: functions\n",
            "",
            "no-answers",
            "4:5: this question has no answers. "
            "List its answers, or say where they are taken from with answers_from.",
        ),
        (
            "{id: middle,",
            "{id: small,",
            "duplicate-id",
            "16:14: answers 2, id: the id “small” is used in this question twice. "
            "Give one of them another id.",
        ),
        (
            "  - id: size",
            "  - id: what",
            "duplicate-id",
            "10:9: questions 2, id: the id “what” is used here twice. Give one of them another id.",
        ),
        (
            "    short: Size\n",
            "",
            "missing-field",
            "10:5: questions 2, short: the field “short” is missing. "
            "It says: Its name on pages, in a word or two.",
        ),
    ],
)
def test_questions_that_nobody_can_answer_are_named(asking: World, old: str, new: str, code: str, line: str):
    asking.change("questions.yml", old, new)
    assert asking.found() == [(code, f"content/questions.yml:{line}")]


def test_the_line_of_a_question_may_hold_any_letter(asking: World):
    asking.change("questions.yml", "house has {answers}", "house in Room X has {answers}")
    assert asking.check() == []


@pytest.mark.parametrize(
    ("ways", "code", "line"),
    [
        (
            "  merge: {text: Join., with: count-the-books}\n",
            "merged-with-itself",
            "27:30: tailoring, merge, with: an activity cannot be joined with itself. "
            "Name another activity, or leave this out.",
        ),
        (
            "  merge: {text: Join., with: count-the-boks}\n",
            "unknown-id",
            "27:30: tailoring, merge, with: there is no activity “count-the-boks”. "
            "Did you mean “count-the-books”?",
        ),
        (
            "  drop: {text: No., never: true, when: {size: small}}\n",
            "never-and-when",
            "27:40: tailoring, drop, when: this says never, and when all the same. "
            "Keep “never”, or the conditions.",
        ),
        (
            "  drop: {never: true}\n",
            "missing-field",
            "27:9: tailoring, drop, text: the field “text” is missing. "
            "It says: When to do it, how, and what remains.",
        ),
    ],
)
def test_ways_to_do_less_do_not_contradict_themselves(asking: World, ways: str, code: str, line: str):
    asking.change(COUNT, "  shrink: Count a sample.\n", ways)
    assert asking.found() == [(code, f"{HERE}:{line}")]


@pytest.mark.parametrize(
    "ways",
    [
        "  merge: {text: Join., with: carry-the-books}\n",
        "  merge: Join it.\n",
        "  drop: {text: No., never: true}\n",
        "  drop: {text: No., when: {size: small}}\n",
    ],
)
def test_a_way_to_do_less_that_does_not_contradict_itself_is_fine(asking: World, ways: str):
    asking.change(COUNT, "  shrink: Count a sample.\n", ways)
    assert asking.check() == []


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


def test_a_record_of_a_local_handbook_may_name_a_question_that_it_leaves_out(asking: World):
    asking.write("local/site.yml", "organisation: Us\n")
    asking.write(LOCAL, "questions: [{id: size, left_out: true}]\n")
    own = asking.read(COUNT) + "replaces: true\n"
    asking.write(f"local/{COUNT}", own + "applies_to: {size: small}\n")
    assert asking.check() == []
    asking.write(f"local/{COUNT}", own + "applies_to: {sise: small}\n")
    assert [code for code, _ in asking.found()] == ["unknown-question"]
