"""Conditions: for which projects a record counts, how they are written, and how they read on pages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from test_rules_binding_rules import COUNT, TOWN
from world import QUESTIONS, World

from macros.model.activity import Step, Tailoring
from macros.model.conditions import Conditions, applies, conditions_in, conditions_of, proposed
from macros.model.rule import Rule
from macros.pages.views.conditional import only_if, proposed_if, whom_it_binds


@pytest.mark.parametrize(
    ("conditions", "profile", "counts"),
    [
        ({}, {}, True),
        ({"size": ["small"]}, {}, True),
        ({"size": ["small"]}, {"size": []}, True),
        ({"size": ["small"]}, {"size": ["small"]}, True),
        ({"size": ["small"]}, {"size": ["large"]}, False),
        ({"size": ["small", "large"]}, {"size": ["large"]}, True),
        ({"what": ["lending"]}, {"what": ["lending", "binding"]}, True),
        ({"size": ["small"], "what": ["lending"]}, {"size": ["small"], "what": ["binding"]}, False),
        ({}, {"size": ["small"]}, True),
    ],
)
def test_a_record_counts_unless_an_answer_speaks_against_it(conditions: dict, profile: dict, counts: bool):
    assert applies(conditions, profile) is counts


@pytest.mark.parametrize(
    ("conditions", "profile", "is_proposed"),
    [
        (None, {"size": ["small"]}, False),
        ({}, {"size": ["small"]}, False),
        ({"size": ["small"]}, {}, False),
        ({"size": ["small"]}, {"size": ["small"]}, True),
        ({"size": ["small"]}, {"size": ["large"]}, False),
        ({"size": ["small"], "what": ["lending"]}, {"size": ["small"]}, False),
        ({"size": ["small"], "what": ["lending"]}, {"size": ["small"], "what": ["lending"]}, True),
    ],
)
def test_doing_less_is_proposed_only_where_every_condition_is_answered(
    conditions: dict | None, profile: dict, is_proposed: bool
):
    assert proposed(conditions, profile) is is_proposed


@pytest.mark.parametrize(
    "written",
    [
        {"size": "small", "what": ["lending", "binding"]},
        {"size": ["small"], "what": ["lending", "binding"]},
        "size: small; what: lending, binding",
    ],
)
def test_conditions_are_a_group_or_one_line(written: dict | str):
    step = Step.model_validate({"id": "a", "text": "b", "side": "c", "applies_to": written})
    assert step.applies_to
    assert step.applies_to.answers == {"size": ("small",), "what": ("lending", "binding")}
    assert str(step.applies_to) == "size: small; what: lending, binding"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ({}, "no_conditions"),
        ("", "conditions"),
        ("small", "conditions"),
        (": small", "conditions"),
        ({"size": []}, "too_short"),
        ({"size": None}, "tuple_type"),
        ({"size": "Not An Id"}, "slug"),
        (["small"], "model_type"),
    ],
)
def test_conditions_that_say_nothing_are_refused(written: object, code: str):
    with pytest.raises(ValidationError) as refused:
        Step.model_validate({"id": "a", "text": "b", "side": "c", "applies_to": written})
    assert code in [error["type"] for error in refused.value.errors()]


def test_a_way_to_do_less_is_words_or_data():
    ways = Tailoring.model_validate(
        {
            "shrink": "Less.",
            "merge": {"text": "Join.", "with": "other", "when": {"size": "small"}},
            "drop": {"text": "No.", "never": "true"},
        }
    )
    assert (ways.shrink.text, ways.shrink.when, ways.drop.never) == ("Less.", None, True)
    assert [(path, str(found)) for path, found in conditions_in(ways)] == [(("merge", "when"), "size: small")]


def test_functions_answer_the_question_that_takes_its_answers_from_them(world: World):
    world.write("questions.yml", QUESTIONS)
    world.add(COUNT, "functions: lending\napplies_to: {size: small}\n")
    activity = world.handbook().get("activity", "count-the-books")
    assert conditions_of(activity, "what") == {"what": ("lending",), "size": ("small",)}


def test_conditions_read_as_words_in_the_order_of_the_questions(world: World):
    world.write("questions.yml", QUESTIONS)
    world.add(COUNT, "applies_to: {size: [small, large], what: lending}\n")
    book = world.handbook()
    assert (
        only_if(book, book.get("activity", "count-the-books"))
        == "Lending moves and the house has few books or many books"
    )
    assert only_if(book, book.get("activity", "carry-the-books")) == ""
    assert proposed_if(book, Conditions.model_validate({"size": "middle"})) == "the house has Up to 9999"
    assert proposed_if(book, None) == ""


@pytest.mark.parametrize(
    ("only", "whom"),
    [
        ({"town": "new"}, ("In New Town", "")),
        ({"town": ["new", "old"]}, ("In New Town or Old Town", "")),
        (
            {"town": "new", "size": "small", "what": "lending"},
            ("In New Town", "Lending moves and the house has few books"),
        ),
        ({"size": "small"}, ("Where this rule applies", "the house has few books")),
    ],
)
@pytest.mark.parametrize("left_out", ["", "    left_out: true\n"])
def test_a_rule_begins_with_whose_it_is_even_where_nobody_is_asked(
    world: World, only: dict, whom: tuple[str, str], left_out: str
):
    world.write("questions.yml", QUESTIONS + TOWN + left_out)
    rule = Rule.model_validate({"text": "Ask.", "applies_to": only, "checked": "2021"})
    assert whom_it_binds(world.handbook(), rule) == whom


def test_a_handbook_may_ask_nothing(world: World):
    assert world.check() == []
    assert world.handbook().all("question") == []
