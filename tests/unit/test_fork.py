"""`handbook init` begins a handbook of a team's own, ready to run, and never writes over anything."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from needed import NEEDS_GIT
from world import ROOT, THEME, World

from macros.authoring.examples import examples
from macros.authoring.fork import fork
from macros.authoring.site_draft import FIELDS, site_draft
from macros.checks.check import checked
from macros.commands.cli import main
from macros.model import Site
from macros.refusal import Refusal

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


@pytest.fixture
def project(world: World, tmp_path: Path) -> Path:
    """A project with the world's content, and what a machine leaves lying about."""
    here = tmp_path / "project"
    here.mkdir()
    (world.content).rename(here / "content")
    for path in (
        "mkdocs.yml",
        "docs/index.md",
        "macros/x.py",
        ".ci/x.yml",
        ".venv/bin/x",
        "site/index.html",
        "dist/x.zip",
        "macros/__pycache__/x.pyc",
        ".pytest_cache/x",
    ):
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_text("x")
    return here


def git(folder: Path, *command: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@e.org", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def repository(project: Path) -> Path:
    (project / ".gitignore").write_text(".venv\nsite\ndist\n__pycache__\n.pytest_cache\n")
    git(project, "init", "--quiet", "--initial-branch", "main")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "One")
    return project


def files(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and ".git/" not in file.as_posix()
    }


def test_without_git_the_project_is_copied_but_not_what_a_machine_leaves_lying_about(
    project: Path, tmp_path: Path
):
    made = fork(project, tmp_path / "ours", {})
    assert not made.history
    assert files(tmp_path / "ours") == {
        path
        for path in files(project)
        if path.startswith(("content/", "docs/", "mkdocs", "macros/x.py", ".ci/"))
    } | {"content/local/site.yml"}


def test_a_full_disk_is_said_in_words_and_nothing_is_left(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: Path, target: Path, **__: object) -> None:
        target.mkdir()
        file = str(target / "mkdocs.yml")
        raise shutil.Error(
            [("mkdocs.yml", file, f"[Errno 28] No space left on device: 'mkdocs.yml' -> '{file}'")]
        )

    monkeypatch.setattr("macros.authoring.fork.shutil.copytree", full)
    with pytest.raises(Refusal) as refused:
        fork(project, tmp_path / "ours", {})
    file = (tmp_path / "ours/mkdocs.yml").as_posix()
    assert refused.value.message == f"{file} cannot be written: No space left on device. Nothing was begun."
    assert not (tmp_path / "ours").exists()


@NEEDS_GIT
def test_with_git_it_is_cloned_so_that_a_later_edition_can_be_merged(project: Path, tmp_path: Path):
    made = fork(repository(project), tmp_path / "ours", {})
    assert made.history and not made.behind
    assert git(tmp_path / "ours", "remote") == "upstream" and git(
        tmp_path / "ours", "remote", "get-url", "upstream"
    ) == str(project)
    (project / "docs/index.md").write_text("later")
    git(project, "commit", "--quiet", "--all", "--message", "Two")
    git(tmp_path / "ours", "pull", "--quiet", "upstream", "main")
    assert (tmp_path / "ours/docs/index.md").read_text() == "later"


@NEEDS_GIT
def test_later_editions_come_from_where_the_project_itself_came_from(project: Path, tmp_path: Path):
    git(repository(project), "remote", "add", "origin", "https://git.example.org/handbook.git")
    fork(project, tmp_path / "ours", {})
    assert git(tmp_path / "ours", "remote", "get-url", "upstream") == "https://git.example.org/handbook.git"


@NEEDS_GIT
def test_what_is_not_committed_is_said_not_to_be_there(project: Path, tmp_path: Path):
    (repository(project) / "docs/new.md").write_text("x")
    assert fork(project, tmp_path / "ours", {}).behind and not (tmp_path / "ours/docs/new.md").exists()


@pytest.mark.parametrize("what", ["folder", "file", "link"])
def test_a_place_that_is_taken_is_refused_and_left_alone(project: Path, tmp_path: Path, what: str):
    target = tmp_path / "ours"
    if what == "folder":
        target.mkdir()
        (target / "letter.txt").write_text("Dear all")
    elif what == "file":
        target.write_text("Dear all")
    else:
        target.symlink_to(tmp_path / "nowhere")
    before = files(tmp_path)
    with pytest.raises(Refusal, match="Nothing was changed"):
        fork(project, target, {})
    assert files(tmp_path) == before


@NEEDS_GIT
def test_an_empty_folder_will_do(project: Path, tmp_path: Path):
    (tmp_path / "ours").mkdir()
    assert fork(repository(project), tmp_path / "ours", {}).history


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda p: (p / "mkdocs.yml").unlink(), "not here"),
        (lambda p: (p / "content/local").mkdir(), "Begin from the original handbook"),
    ],
)
def test_what_cannot_be_forked_is_said(project: Path, tmp_path: Path, spoil, why):
    spoil(project)
    with pytest.raises(Refusal, match=why):
        fork(project, tmp_path / "ours", {})


def test_a_folder_inside_the_project_is_refused(project: Path):
    with pytest.raises(Refusal, match="outside it"):
        fork(project, project / "ours", {})


def test_a_logo_is_put_where_the_handbook_that_is_followed_never_writes(project: Path, tmp_path: Path):
    (tmp_path / "arms.svg").write_text(PICTURE)
    made = fork(project, tmp_path / "ours", {}, tmp_path / "arms.svg")
    report = checked(tmp_path / "ours/content", tmp_path / "ours/docs", THEME)
    assert not report.errors and report.handbook.site.logo == "local/arms.svg"
    assert (
        tmp_path / "ours/docs/local/arms.svg"
    ).read_text() == PICTURE and '\nlogo: "local/arms.svg"\n' in made.site.read_text()


def test_a_logo_that_is_not_there_is_said_before_anything_is_written(project: Path, tmp_path: Path):
    with pytest.raises(Refusal, match="no picture"):
        fork(project, tmp_path / "ours", {}, tmp_path / "arms.svg")
    assert not (tmp_path / "ours").exists()


# The file to fill in


def drafted(world: World, said: dict[tuple[str, ...], str] | None = None) -> str:
    return site_draft(said or {}, examples(world.handbook()))


def test_a_site_just_begun_changes_nothing_and_is_sound(world: World):
    world.write("local/site.yml", drafted(world))
    before = world.handbook().site
    assert world.check() == [] and world.handbook().site == before


def test_every_field_of_the_site_is_explained(world: World):
    text = " ".join(line.lstrip("# ") for line in drafted(world).splitlines())
    assert [name for name in FIELDS if (Site.model_fields[name].description or "") not in text] == []


def test_what_was_said_is_filled_in_as_it_was_said(world: World):
    world.write(
        "local/site.yml",
        drafted(
            world,
            {
                ("title",): 'Our "move" #1: é',
                ("colours", "accent"): "#003a8c",
                ("contact", "email"): "a@e.org",
            },
        ),
    )
    site = world.handbook().site
    assert (site.title, site.colours.accent, site.contact.email) == ('Our "move" #1: é', "#003a8c", "a@e.org")


def test_every_field_can_be_used_by_deleting_the_sign_in_front_of_it(world: World):
    lines = drafted(world).splitlines()
    world.write(
        "local/site.yml",
        "\n".join(line.replace("#", "", 1) if re.match(" *#[a-z]", line) else line for line in lines) + "\n",
    )
    world.write_page("assets/logo.svg", PICTURE)
    assert world.check() == []


# The command


def test_a_colour_that_is_hard_to_read_is_refused_before_anything_is_written(tmp_path: Path):
    done = CliRunner().invoke(main, ["init", str(tmp_path / "ours"), "--accent", "#00aaff"])
    assert (done.exit_code, (tmp_path / "ours").exists()) == (1, False)
    assert (
        done.stderr
        == "#00aaff is hard to read: its contrast is 2.3, and text needs 4.5. The nearest colour that is clear enough is #0071bb.\n"
    )


def test_a_colour_that_is_none_is_refused(tmp_path: Path):
    done = CliRunner().invoke(main, ["init", str(tmp_path / "ours"), "--accent", "teal"])
    assert (done.exit_code, done.stderr) == (
        1,
        "A colour is written as # and six digits or letters a to f, such as #0a5a66.\n",
    )


@pytest.mark.slow  # it copies this whole project
@pytest.mark.ours  # it begins from this very project, which a team that follows another cannot
@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_a_person_at_a_terminal_is_asked_and_a_bad_answer_is_asked_for_again(tmp_path: Path):
    import pty

    ours = tmp_path / "ours"
    try:
        (main_end, other_end) = pty.openpty()
    except OSError:
        pytest.skip("this machine has no terminal to give away")
    asking = subprocess.Popen(
        [sys.executable, "-m", "macros", "init", str(ours), "--title", "Our move"],
        cwd=ROOT,
        stdin=other_end,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with open(main_end, "wb", buffering=0) as typed:  # noqa: PTH123 (it is a descriptor)
        typed.write(b"The county\n#00aaff\n#003a8c\n\nhttps://gitlab.example.org/county/handbook/\n")
        said, wrong = asking.communicate(timeout=60)
    assert asking.returncode == 0, wrong
    assert "The nearest colour that is clear enough is #0071bb." in said + wrong
    text = (ours / "content/local/site.yml").read_text("utf-8")
    assert 'organisation: "The county"' in text and 'accent: "#003a8c"' in text and "#contact:" in text
    assert 'edit: "https://gitlab.example.org/county/handbook/-/edit/main/{path}"' in text
