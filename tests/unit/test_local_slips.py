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
    place = "content/local/framework.yml:1:9: phases: "
    assert any(each.removeprefix("warning: ").startswith(place + said) for each in world.check())


def test_what_the_original_takes_over_later_only_warns(world: World):
    world.write("local/framework.yml", ADDED.format("move, after: plan"))
    assert world.report().errors == []


@pytest.mark.parametrize("value", ["false", "'no'"])
def test_a_record_that_says_it_replaces_nothing_is_named(world: World, value: str):
    world.copy("products/van.yml", "local/products/van.yml")
    world.add("local/products/van.yml", f"replaces: {value}\n")
    assert any("this file replaces content/products/van.yml." in each for each in world.check())
