"""Marks of tests that need software which not every machine has."""

from __future__ import annotations

import shutil

import pytest

NEEDS_GIT = pytest.mark.skipif(
    not shutil.which("git"),
    reason="git is not on this machine. Install it to run this test (on Debian: apt-get install git).",
)
