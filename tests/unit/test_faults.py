"""Whichever step fails, or is the last of a process: what is written is as it was before or complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import KILLED, faults

from macros.authoring.beginning import begin
from macros.authoring.disk import whole_folder
from macros.authoring.disk.whole_files import put, put_all
from macros.authoring.disk.whole_folder import Beside
from macros.authoring.writing import write_all
from macros.refusal import Refusal

MOST_STEPS = 200
State = dict[str, str]


def state(folder: Path) -> State:
    return {f.relative_to(folder).as_posix(): f.read_text("utf-8") for f in folder.rglob("*") if f.is_file()}


def visible(folder: Path) -> State:
    """What people see: not what waits, under a hidden name, for the next run to clear it away."""
    return {
        name: text
        for name, text in state(folder).items()
        if not any(part.startswith(".") for part in name.split("/"))
    }


def one_file(folder: Path) -> None:
    put(folder / "a.zip", b"new" * 9)


def several_files(folder: Path) -> None:
    put_all({folder / name: b"new" for name in ("a.zip", "b.json", "below/c.md")})


def new_record(folder: Path) -> None:
    begin(folder / "lessons/new.yml", "title: New\n")


def import_of_several(folder: Path) -> None:
    write_all(folder, {folder / "lessons" / f"{n}.yml": f"title: {n}\n" for n in range(3)})


def site(folder: Path) -> None:
    beside = Beside(folder / "site")
    try:
        beside.begin()
        for name in ("index.html", "lessons/one.html"):
            (beside.new / name).parent.mkdir(exist_ok=True)
            (beside.new / name).write_text("new", "utf-8")
        beside.take_place()
    except OSError as error:
        raise Refusal(str(error)) from None
    finally:
        beside.end()


def site_in_two_steps(folder: Path) -> None:
    """As on a system that cannot exchange two folders in one step."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(whole_folder, "exchanged", lambda *_: False)
        site(folder)


WRITERS = [one_file, several_files, new_record, import_of_several, site, site_in_two_steps]
# A kill leaves some of their files, each of them whole, or for a moment none. The next run completes it.
IN_STEPS = [several_files, import_of_several, site_in_two_steps]


@pytest.fixture(params=["nothing was there", "something was there"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    if request.param == "something was there":
        for name in (
            "a.zip",
            "b.json",
            "below/c.md",
            "site/index.html",
            "site/gone.html",
            "site/.git/config",
        ):
            (tmp_path / "work" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "work" / name).write_text("old", "utf-8")
    return tmp_path / "work"


def after(write: Callable[[Path], None], folder: Path, copy: Path) -> State:
    """What the folder holds when nothing fails."""
    shutil.copytree(folder, copy)
    write(copy)
    return state(copy)


@pytest.mark.parametrize("write", WRITERS)
def test_whichever_step_fails_all_is_old_or_new_and_one_sentence_says_why(
    write: Callable[[Path], None], folder: Path, tmp_path: Path
) -> None:
    before = state(folder)
    new = after(write, folder, tmp_path / "copy")
    for at in range(1, MOST_STEPS):
        try:
            with faults(at) as counted:
                write(folder)
        except Refusal as refusal:
            assert "No space left on device" in refusal.message
            assert state(folder) in (before, new), f"step {at}"
        else:  # nothing failed, or a step did that has another way
            assert state(folder) == new
            if counted.count < at:
                return
            _restore(folder, before)
    pytest.fail(f"more than {MOST_STEPS} steps")


@pytest.mark.slow  # it starts a process for each step
@pytest.mark.skipif(not hasattr(os, "fork"), reason="Needs a system that can fork a process.")
@pytest.mark.parametrize("write", WRITERS)
def test_wherever_a_process_is_killed_all_is_old_or_new_and_the_next_run_completes_it(
    write: Callable[[Path], None], folder: Path, tmp_path: Path
) -> None:
    before = visible(folder)
    everything = state(folder)
    new = after(write, folder, tmp_path / "copy")
    for at in range(1, MOST_STEPS):
        _restore(folder, everything)
        if _killed(write, folder, at) != KILLED:
            assert state(folder) == new
            return
        if write not in IN_STEPS:
            assert visible(folder) in (before, _seen(new)), f"step {at}"
        if write is not new_record or visible(folder) == before:
            write(folder)
        assert _seen(state(folder)) == _seen(new), f"step {at}"
        if write in (
            site,
            site_in_two_steps,
            import_of_several,
        ):  # of which one process at a time runs, and clears away
            assert state(folder) == new, f"step {at}"
    pytest.fail(f"more than {MOST_STEPS} steps")


def _seen(all: State) -> State:
    return {name: text for name, text in all.items() if "/." not in f"/{name}"}


def _restore(folder: Path, files: State) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def _killed(write: Callable[[Path], None], folder: Path, at: int) -> int:
    """Write in a process that ends at the step `at`, and return its exit code."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with faults(at, die=True):
                write(folder)
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
