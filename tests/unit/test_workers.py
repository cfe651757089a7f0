"""Tests that share something run in one process, or each process would make it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import os
from pathlib import Path
import pytest

pytestmark = pytest.mark.xdist_group("shared")

@pytest.mark.parametrize("number", range(8))
def test_one_of_many(number):
    Path(__file__).with_name(f"{os.environ['PYTEST_XDIST_WORKER']}.txt").write_text("here")
"""


@pytest.mark.slow  # it starts another pytest
def test_tests_of_one_group_run_in_one_process(tmp_path: Path):
    (tmp_path / "test_shared.py").write_text(TESTS)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "2",
        "--dist",
        "loadgroup",
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        [*command, str(tmp_path)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert len(list(tmp_path.glob("gw*.txt"))) == 1
