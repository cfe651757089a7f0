"""What most tests share: a fresh world. Property tests are short and write nothing into the project."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(Path(tempfile.gettempdir()) / "hypothesis"))

from hypothesis import HealthCheck, settings
from world import World

from macros.loading.handbook import Handbook

settings.register_profile(
    "unit",
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("unit")


@pytest.fixture(scope="session")
def the_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Written once, because writing it costs more than checking it."""
    return World(tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(the_world: World) -> Iterator[World]:
    """A complete, valid content folder that this test may change. It is made whole again afterwards."""
    yield the_world
    the_world.restore()


@pytest.fixture(scope="session")
def book(the_world: World) -> Handbook:
    """The handbook of the world as it is at first, for tests that change nothing."""
    return the_world.handbook()
