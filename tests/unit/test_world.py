"""The world that the other tests change."""

from __future__ import annotations

import time

from world import World


def test_the_world_of_the_tests_is_valid(world: World):
    assert world.check() == []


def test_the_world_of_the_tests_is_checked_in_a_blink(world: World):
    start = time.perf_counter()
    world.check()
    assert time.perf_counter() - start < 0.5
