"""A team that follows this handbook runs the same tests. Those that speak of our content alone are left out there, and say why."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from world import ROOT, World

TESTS = """\
import pytest

@pytest.mark.ours
def test_there_are_three_hundred_lessons():
    assert False

def test_every_lesson_has_evidence():
    assert True
"""


def results(project: Path) -> str:
    """What pytest says of two tests in a project, one of which fails unless it is left out."""
    (project / "tests/built").mkdir(parents=True)
    for name in ("conftest.py", "builds.py", "workers.py", "serving.py", "built/forks.py"):
        shutil.copy(ROOT / "tests" / name, project / "tests" / name)
    (project / "tests/test_content.py").write_text(TESTS)
    (project / "pytest.ini").write_text(
        "[pytest]\npythonpath = . tests tests/built\naddopts = --import-mode=importlib\nmarkers = ours: x\n"
    )
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.slow  # each starts another pytest
@pytest.mark.parametrize(("own", "counted"), [(False, "1 failed, 1 passed"), (True, "1 passed, 1 skipped")])
def test_a_test_of_our_content_alone_is_left_out_where_a_teams_own_lies_over_it(
    tmp_path: Path, own: bool, counted: str
):
    if own:
        (tmp_path / "content/local").mkdir(parents=True)
    said = results(tmp_path)
    assert counted in said and ("Speaks of the handbook that you follow." in said) == own


def test_a_list_of_names_in_the_own_folder_is_no_stray_file(world: World):
    world.write("local/words.txt", "Thistlecombe\n")
    assert world.check() == []


def test_such_a_list_belongs_in_the_own_folder_alone(world: World):
    world.write("words.txt", "Thistlecombe\n")
    assert [line for line in world.check() if "nothing of this name belongs in content/" in line]
