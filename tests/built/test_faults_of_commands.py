"""Whichever step of a command fails, or is its last: the project is as it was or complete.

Every step of what writes is tried in `tests/unit/test_faults.py`. Here whole commands run, with a sample.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import ROOT
from forks import make_fork

pytestmark = pytest.mark.slow
BUILD = ("mkdocs", "build", "--strict")
BUNDLE = ("macros", "bundle")
IMPORT = ("macros", "import", "log.csv", "--write")
KILLED = 137
LOG = "Title,What happened\nFirst,The first van broke down.\nSecond,The second van broke down.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, and in its folder what makes the steps of a process fail."""
    fork = make_fork(tmp_path_factory.mktemp("faults") / "fork")
    (fork / "log.csv").write_text(LOG, "utf-8")
    faulty = fork.parent / "faulty"
    faulty.mkdir()
    shutil.copy(ROOT / "tests/unit/faults.py", faulty / "sitecustomize.py")
    return fork


def run(project: Path, command: tuple[str, ...], program: str, at: int, die: bool) -> tuple[int, str, int]:
    """Run a command whose process of `program` fails at step `at`: exit code, output, number of steps."""
    count = project.parent / "count"
    count.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": str(project.parent / "faulty"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1700000000",
            "FAULT_IN": program,
            "FAULT_AT": str(at),
            "FAULT_DIES": "yes" if die else "no",
            "FAULT_COUNT": str(count),
        },
    )
    steps = int(count.read_text("utf-8")) if count.exists() else 0
    return done.returncode, done.stdout + done.stderr, steps


def state(project: Path) -> dict[str, bytes]:
    """Everything that people see in a project."""
    files = {f.relative_to(project).as_posix(): f for f in project.rglob("*") if f.is_file()}
    return {path: f.read_bytes() for path, f in files.items() if "/." not in f"/{path}"}


def sample(count: int, command: tuple[str, ...]) -> Iterator[tuple[int, bool]]:
    """The steps to try, and whether the process ends there. A build has too many, and each run takes long."""
    if command == IMPORT:
        yield from ((at, die) for at in range(1, count + 1, 3) for die in (False, True))
    else:
        yield from ((1, False), (count // 3, False), (count // 2, True), (count - 1, False), (count, False))


CASES = [
    pytest.param(IMPORT, "macros", id="import"),
    pytest.param(BUILD, "mkdocs", id="build"),
    pytest.param(BUNDLE, "mkdocs", id="bundle, in the build"),
    pytest.param(BUNDLE, "macros", id="bundle"),
]


@pytest.mark.parametrize(("command", "program"), CASES)
def test_a_step_that_fails_leaves_the_old_state_and_one_sentence(
    project: Path, tmp_path: Path, command: tuple[str, ...], program: str
) -> None:
    here = tmp_path / "here" / "fork"
    shutil.copytree(project.parent, here.parent)
    before = state(here)
    _, said, count = run(here, command, program, 0, die=False)
    new = state(here)
    assert new != before and count > 5, said
    for at, die in sample(count, command):
        shutil.rmtree(here)
        shutil.copytree(project, here)
        code, said, _ = run(here, command, program, at, die)
        where = f"step {at} of {count}, {die=}: {said}"
        if die and command == IMPORT:  # a kill may leave some of its files, and the next run completes them
            assert code != 0, where
            run(here, command, program, 0, die=False)
        assert state(here) in (before, new), where
        assert "Traceback" not in said, where
        if not die and state(here) == before:
            assert "No space left on device" in said, where
