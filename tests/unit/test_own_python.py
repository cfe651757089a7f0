"""The project makes its own Python: from nothing, from a half-made one, and it says what is missing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from world import ROOT

from macros.commands import own_python


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project of which nothing is installed yet, in a folder with a space in its name."""
    project = tmp_path / "our handbook"
    project.mkdir()
    for name in ("requirements.txt", "requirements-test.txt", "pyproject.toml"):
        (project / name).write_text("", "utf-8")
    monkeypatch.setattr(own_python, "PROJECT", project)
    monkeypatch.setattr(own_python, "FOLDER", project / ".venv")
    monkeypatch.setattr(sys, "base_prefix", sys.prefix)  # as the Python of a machine
    return project


@pytest.mark.parametrize("part", ["venv", "ensurepip"])
def test_a_python_that_cannot_make_one_is_told_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setitem(sys.modules, part, None)
    with pytest.raises(SystemExit, match="sudo apt-get install python3-venv"):
        own_python.run(["site"])
    assert not (project / ".venv").exists()


def test_an_old_python_is_told_which_one_is_needed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed, and this is 3\."):
        own_python.run(["site"])


@pytest.mark.parametrize(
    "name", ["commands/own_python.py", "commands/__init__.py", "__main__.py", "__init__.py"]
)
def test_what_an_old_python_reads_first_is_written_for_it(name: str) -> None:
    ast.parse((ROOT / "macros" / name).read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.slow
@pytest.mark.parametrize("half", ["nothing", "no pip", "no python"])
def test_a_virtual_environment_that_is_half_made_is_made_anew(project: Path, half: str) -> None:
    program = own_python.python()
    if half != "nothing":
        program.parent.mkdir(parents=True)
    if half == "no pip":
        program.symlink_to(sys.executable)
    elif half == "no python":  # such as after a new version of the system
        (project / ".venv/made").write_text("", "utf-8")
        program.symlink_to(project / "gone")
    own_python._make()
    done = subprocess.run([program, "-m", "pip", "--version"], capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("linked", [False, True])
def test_a_virtual_environment_of_somebody_else_keeps_what_is_in_it(
    project: Path, tmp_path: Path, linked: bool
) -> None:
    folder = tmp_path / "elsewhere" if linked else project / ".venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    if linked:
        (project / ".venv").symlink_to(folder)
    (folder / "theirs").write_text("", "utf-8")
    own_python._make()
    assert (folder / "theirs").exists()


def test_a_link_that_leads_to_no_python_is_left_alone(project: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/theirs").write_text("", "utf-8")
    (project / ".venv").symlink_to(tmp_path / "kept")
    with pytest.raises(SystemExit, match=r"\.venv of this project is a link"):
        own_python._make()
    assert (tmp_path / "kept/theirs").exists()


def test_packages_that_cannot_be_installed_are_a_sentence_and_are_tried_again(project: Path) -> None:
    program = own_python.python()
    program.parent.mkdir(parents=True)
    (project / ".venv/made").write_text("", "utf-8")
    program.symlink_to(sys.executable)
    (project / "requirements.txt").write_text("./nowhere\n", "utf-8")
    with pytest.raises(SystemExit, match="Not everything that is needed could be installed"):
        own_python._install("site")
    assert not (project / ".venv/site").exists()


def test_what_is_installed_already_is_not_installed_again_unless_the_list_or_the_folder_changes(
    project: Path,
) -> None:
    (project / ".venv").mkdir()
    (project / ".venv/site").write_text(own_python._state("site"), "utf-8")
    own_python._install("site")
    before = own_python._state("site")
    (project / "requirements.txt").write_text("x\n", "utf-8")
    assert own_python._state("site") != before


def test_clean_removes_what_was_installed_and_built_and_nothing_else(project: Path) -> None:
    for name in (".venv", "site", ".site.new", "dist", "content"):
        (project / name).mkdir()
    assert own_python.run(["clean"]) == 0
    assert {entry.name for entry in project.iterdir() if entry.is_dir()} == {"content"}


def test_a_copy_without_lists_of_packages_runs_in_the_python_that_is_there(project: Path) -> None:
    (project / "requirements.txt").unlink()
    assert own_python.run(["check"]) is None
