"""Slips in a local folder: the check names them and says what counts."""

from __future__ import annotations

import pytest
from world import World

ADDED = "phases: {{add: {}}}\n"


@pytest.mark.parametrize(
    ("addition", "said"),
    [
        ("rest, after: plan, before: move", "this says after and before, and only one of the two counts."),
        ("plan, after: move", "“plan” is in the list of the original already, so this adds nothing."),
        ("[move], before: plan", "“move” is in the list of the original already, so this adds nothing."),
    ],
)
def test_an_addition_that_does_not_do_what_it_says_is_named(world: World, addition: str, said: str):
    world.write("local/framework.yml", ADDED.format(addition))
    assert any(each.startswith("content/local/framework.yml:1:9: phases: " + said) for each in world.check())


def test_what_the_original_takes_over_later_only_warns(world: World):
    world.write("local/framework.yml", ADDED.format("move, after: plan"))
    assert world.report().errors == []


@pytest.mark.parametrize("value", ["false", "'no'"])
def test_a_record_that_says_it_replaces_nothing_is_named(world: World, value: str):
    world.copy("products/van.yml", "local/products/van.yml")
    world.add("local/products/van.yml", f"replaces: {value}\n")
    assert any("this file replaces content/products/van.yml." in each for each in world.check())


def test_a_name_in_braces_that_nothing_fills_is_named(world: World):
    world.write("local/site.yml", "labels:\n  live_on: 'Live: {wen}'\n")
    (problem,) = world.check()
    assert problem == (
        "content/local/site.yml:2:12: labels, live_on: nothing fills “{wen}” here, so readers would see it. "
        "Write one of: {when}."
    )


def test_names_in_braces_that_something_fills_may_stand_in_any_order(world: World):
    world.write("local/site.yml", "labels:\n  live_on: '{when}: live, {when}'\n")
    assert world.check() == []
