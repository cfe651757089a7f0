"""A rule says whose it is and when it was read, wherever it stands."""

from __future__ import annotations

import pytest
from world import QUESTIONS, World

COUNT = "activities/count-the-books.yml"
HERE = f"content/{COUNT}"
STEP = "    text: Count each shelf.\n"
TOWN = """\
  - id: town
    title: In which town are you?
    short: Town
    line: you are in {answers}
    rule_line: In {answers}
    answers:
      - {id: old, title: Old Town}
      - {id: new, title: The new one, phrase: New Town}
"""
RULE = """\
    rules:
      - text: Ask the mayor for the key.
        applies_to: {town: new}
        checked: '2021-02-03'
        sources: [town-report]
"""
LIMIT = """\
latest:
  - time: Three days before the van
    applies_to: {town: new}
    checked: '2021-02-04'
    source: town-report
    says: Three days.
"""


def ruled(world: World) -> World:
    """Let a world ask for the town, and give a step and a limit a rule of one town."""
    world.write("questions.yml", QUESTIONS + TOWN)
    world.change(COUNT, STEP, STEP + RULE)
    world.add(COUNT, LIMIT)
    return world


@pytest.fixture
def towns(world: World) -> World:
    return ruled(world)


def test_a_rule_that_says_whose_it_is_and_when_it_was_read_is_right(towns: World):
    assert towns.check() == []


def test_a_rule_cannot_do_without_conditions_or_a_day(towns: World):
    towns.change(COUNT, "        applies_to: {town: new}\n        checked: '2021-02-03'\n", "")
    assert [line.partition(": ")[2].partition(" It says")[0] for line in towns.check()] == [
        "steps 1, rules 1, applies_to: the field “applies_to” is missing.",
        "steps 1, rules 1, checked: the field “checked” is missing.",
    ]


@pytest.mark.parametrize("other", ["{size: small}", "{size: [small, large]}"])
def test_no_owner_conditions_that_do_not_say_whose_rule_it_is_are_not_enough(towns: World, other: str):
    towns.change(COUNT, "        applies_to: {town: new}", f"        applies_to: {other}")
    towns.change(COUNT, "    applies_to: {town: new}\n    checked", f"    applies_to: {other}\n    checked")
    assert [line.partition(": ")[2] for line in towns.check()] == [
        "steps 1, rules 1: this does not say whose rule it is. Name “town” in applies_to.",
        "latest 1: this does not say whose rule it is. Name “town” in applies_to.",
    ]
    assert towns.codes() == ["no-owner", "no-owner"]


def test_no_owner_a_limit_with_a_day_of_reading_is_a_rule(towns: World):
    towns.change(COUNT, "    applies_to: {town: new}\n    checked", "    checked")
    assert [line.partition(": ")[2] for line in towns.check()] == [
        "latest 1: this does not say whose rule it is. Name “town” in applies_to."
    ]


def test_no_day_a_limit_that_says_whose_rule_it_is_says_when_it_was_read(towns: World):
    towns.change(COUNT, "    checked: '2021-02-04'\n", "")
    assert towns.check() == [
        f"{HERE}:36:5: latest 1: this does not say when somebody last read the rule. Add “checked” with that day."
    ]
    assert towns.codes() == ["no-day"]


def test_a_limit_of_one_kind_of_project_is_no_rule(towns: World):
    towns.change(
        COUNT, "    applies_to: {town: new}\n    checked: '2021-02-04'\n", "    applies_to: {size: small}\n"
    )
    assert towns.check() == []


def test_a_handbook_whose_questions_do_not_tell_whose_rules_bind_is_told_how(towns: World):
    towns.change("questions.yml", "    rule_line: In {answers}\n", "")
    assert {problem.hint for problem in towns.report().problems} == {
        "Give the question that tells it a “rule_line” in content/questions.yml, and name it."
    }


def test_a_line_of_a_rule_without_a_place_for_the_answers_is_named(towns: World):
    towns.change("questions.yml", "rule_line: In {answers}", "rule_line: Here")
    assert [line.partition(": ")[2] for line in towns.check()] == [
        "rule_line: this line has no {answers}, so a condition could not say its answers. "
        "Write {answers} where they come."
    ]


@pytest.mark.parametrize(
    "local", ["questions: []\n", "questions: [{id: town, left_out: true}]\n"], ids=["all", "one"]
)
def test_a_local_handbook_may_leave_the_question_out(towns: World, local: str):
    towns.write("local/site.yml", "organisation: Us\n")
    towns.write("local/questions.yml", local)
    assert towns.check() == []


def test_a_rule_of_a_local_handbook_says_whose_it_is_all_the_same(towns: World):
    towns.write("local/site.yml", "organisation: Us\n")
    towns.write("local/questions.yml", "questions: [{id: size, short: How many}]\n")
    own = towns.read(COUNT).replace("{town: new}", "{size: small}")
    towns.write(f"local/{COUNT}", f"{own}replaces: true\n")
    assert [
        line.partition(": ")[2] for line in towns.check() if line.startswith(f"content/local/{COUNT}")
    ] == [
        "steps 1, rules 1: this does not say whose rule it is. Name “town” in applies_to.",
        "latest 1: this does not say whose rule it is. Name “town” in applies_to.",
    ]
