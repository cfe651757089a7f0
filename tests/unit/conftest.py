"""What most tests share: a fresh world. Property tests are short and write nothing into the project."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(Path(tempfile.gettempdir()) / "hypothesis"))

from hypothesis import HealthCheck, settings  # noqa: E402
from world import World  # noqa: E402

settings.register_profile("unit", max_examples=40, deadline=None, database=None, derandomize=True,
                          suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("unit")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A complete, valid content folder that this test may change."""
    return World(tmp_path)
