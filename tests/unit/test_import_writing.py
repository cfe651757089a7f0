"""`handbook import --write` writes all of its files or none, whatever happens on the way."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from world import ROOT, World

from macros.authoring import writing
from macros.authoring.writing import write_all
from macros.refusal import Refusal

COUNT = 5
KILLED = 9  # the exit code of a process that ended half way


def files(folder: Path) -> dict[Path, str]:
    return {
        folder / ("sources" if n == 4 else "lessons") / f"lesson-{n}.yml": f"text {n}\n" * 50
        for n in range(COUNT)
    }


def there(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def expected(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): text for path, text in files(folder).items()}


class Fault:
    """Makes the call number `at` of a function fail, as a full disk does, or end the process."""

    def __init__(self, real: Callable, at: int, die: bool = False) -> None:
        self.real = real
        self.left = at
        self.die = die

    def __call__(self, *args, **named):
        self.left -= 1
        if self.left == 0 and self.die:
            os._exit(KILLED)
        if self.left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self.real(*args, **named)


TARGETS = [(writing.os, "fsync"), (writing, "_write"), (writing, "_place"), (writing.tempfile, "mkdtemp")]


@pytest.mark.parametrize("at", range(1, COUNT + 2))
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target[1])
def test_whichever_step_fails_none_is_written_and_one_sentence_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target, at: int
):
    owner, name = target
    fault = Fault(getattr(owner, name), at)
    monkeypatch.setattr(owner, name, fault)
    if fault.left > (1 if name == "mkdtemp" else COUNT + (name != "_place")):
        pytest.skip("there are fewer steps")
    with pytest.raises(Refusal, match=r"cannot be written: No space left on device\. Nothing was written\."):
        write_all(tmp_path / "content", files(tmp_path / "content"))
    assert there(tmp_path) == {}
    monkeypatch.undo()
    write_all(tmp_path / "content", files(tmp_path / "content"))
    assert there(tmp_path / "content") == expected(tmp_path / "content")


def test_the_folder_holds_nothing_else_afterwards(tmp_path: Path):
    write_all(tmp_path, files(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"lessons", "sources"}


def test_a_file_that_is_there_by_now_is_kept_and_no_other_is_written(tmp_path: Path):
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons/lesson-3.yml").write_text("mine", "utf-8")
    with pytest.raises(Refusal, match=r"lesson-3\.yml exists already, and nothing was written\."):
        write_all(tmp_path, files(tmp_path))
    assert there(tmp_path) == {"lessons/lesson-3.yml": "mine"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Needs a system that can fork a process.")
@pytest.mark.parametrize(
    ("name", "at"), [("_write", 1), ("_write", 4), ("_place", 1), ("_place", 3), ("_place", 5)]
)
def test_what_a_killed_run_began_is_put_right_by_the_next(tmp_path: Path, name: str, at: int):
    assert killed(tmp_path, name, at) == KILLED
    write_all(tmp_path, files(tmp_path))
    assert there(tmp_path) == expected(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"lessons", "sources"}


def killed(folder: Path, name: str, at: int) -> int:
    """Write in a process of its own, which ends in the call number `at` of a function, and return its exit code."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            setattr(writing, name, Fault(getattr(writing, name), at, die=True))
            write_all(folder, files(folder))
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.slow  # it starts two programs
def test_of_two_imports_at_once_one_writes_all_and_the_other_nothing(world: World, tmp_path: Path):
    (tmp_path / "log.csv").write_text(
        "Title,What happened\n"
        + "".join(f"Box {n},The box number {n} broke on the way.\n" for n in range(40)),
        "utf-8",
    )
    command = [
        sys.executable,
        "-m",
        "macros",
        "import",
        "log.csv",
        "--write",
        "--content",
        str(world.content),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    outputs = [run.communicate() for run in runs]
    assert len(list((world.content / "lessons").glob("box-*.yml"))) == 40
    assert not list(world.content.glob(".import-*"))
    assert all(b"Traceback" not in text for output in outputs for text in output)


def test_a_folder_that_cannot_be_written_is_named(world: World, tmp_path: Path):
    from click.testing import CliRunner

    from macros.commands.cli import main

    (tmp_path / "log.csv").write_text("Title,What happened\nBoxes,All of the boxes broke.\n", "utf-8")
    (world.content / "local").write_text("not a folder", "utf-8")
    result = CliRunner().invoke(
        main,
        [
            "import",
            str(tmp_path / "log.csv"),
            "--content",
            str(world.content),
            "--report",
            str(world.content / "local/x"),
        ],
    )
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_no_draft_is_written_where_the_report_cannot_be(world: World, tmp_path: Path):
    from click.testing import CliRunner

    from macros.commands.cli import main

    log = tmp_path / "log.csv"
    log.write_text("Title,What happened\nBoxes,All of the boxes broke.\n", "utf-8")
    (tmp_path / "taken").write_text("a file", "utf-8")
    before = there(world.content)
    command = ["import", str(log), "--content", str(world.content), "--write"]
    result = CliRunner().invoke(main, [*command, "--report", str(tmp_path / "taken/report.txt")])
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    assert there(world.content) == before
    result = CliRunner().invoke(main, [*command, "--report", str(tmp_path / "report.txt")])
    assert "1 file written" in (tmp_path / "report.txt").read_text("utf-8")
    assert len(there(world.content)) == len(before) + 1
