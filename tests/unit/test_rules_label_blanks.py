"""The rule about names in braces in the words of the interface."""

from __future__ import annotations

from world import World


def test_a_name_in_braces_that_nothing_fills_is_named(world: World):
    world.write("local/site.yml", "labels:\n  live_on: 'Live: {wen}'\n")
    (problem,) = world.check()
    assert problem == (
        "warning: content/local/site.yml:2:12: labels, live_on: nothing fills “{wen}” here, so readers would see it. "
        "Write one of: {when}."
    )


def test_names_in_braces_that_something_fills_may_stand_in_any_order(world: World):
    world.write("local/site.yml", "labels:\n  live_on: '{when}: live, {when}'\n")
    assert world.check() == []
