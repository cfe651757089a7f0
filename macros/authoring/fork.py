"""A fork: the whole project in a new folder, as a local handbook that can take later editions of the
original.

Where there is git, the new folder is a clone, because a shared history is what lets a later edition be
merged. Where there is none, it is a plain copy. In both, the team writes only in folders that the original
handbook never touches.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from macros.authoring.examples import examples
from macros.authoring.site_draft import Answers, site_draft
from macros.loading.loader import load
from macros.loading.overlay import LOCAL
from macros.refusal import Refusal, cannot_write

UPSTREAM = "upstream"
_NUMBER = re.compile(r"^\[\w+ \d+\] ")  # with which the words of an error of the disk begin
PICTURES = f"docs/{LOCAL}"
LEFT_BEHIND = shutil.ignore_patterns(
    ".git",
    ".venv",
    "site",
    "dist",
    "build",
    "__pycache__",
    "*.egg-info",
    "node_modules",
    ".*_cache",
    ".hypothesis",
)


@dataclass(frozen=True)
class Fork:
    """A new handbook: its folder, the file to fill in, and how it was made.

    It may share the `history` of the original. It is `behind` where something in the original was not
    committed.
    """

    folder: Path
    site: Path
    history: bool
    behind: bool


def fork(project: Path, target: Path, answers: Answers, logo: Path | None = None) -> Fork:
    """Make `target` a handbook of its own after `project`, with what the team answered in its `site.yml`.

    Raises Refusal, and never writes into a folder that holds something.
    """
    _refuse(project, target, logo)
    made = not target.exists()
    try:
        return _begun(project, target, answers, logo)
    except BaseException as error:
        _remove(target, made)
        if isinstance(error, OSError):
            raise cannot_write(target.as_posix(), error, "Nothing was begun.") from None
        raise


def _begun(project: Path, target: Path, answers: Answers, logo: Path | None) -> Fork:
    history = _cloned(project, target)
    behind = history and bool(_git(project, "status", "--porcelain"))
    if not history:
        _copied(project, target)
    site = target / "content" / LOCAL / "site.yml"
    site.parent.mkdir(exist_ok=True)
    if logo:
        (target / PICTURES).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(logo, target / PICTURES / logo.name)
        answers = {**answers, ("logo",): f"{LOCAL}/{logo.name}"}
    text = site_draft(answers, examples(load(project / "content").handbook))
    site.write_text(text, encoding="utf-8", newline="\n")
    return Fork(target, site, history, behind)


def _refuse(project: Path, target: Path, logo: Path | None) -> None:
    if not (project / "mkdocs.yml").is_file() or not (project / "content").is_dir():
        raise Refusal(
            "The project to begin from is not here. Run the command that is installed in the project's own "
            "folder."
        )
    if (project / "content" / LOCAL).exists():
        raise Refusal(
            f"This project follows another handbook itself: it has content/{LOCAL}/. Begin from the original "
            "handbook."
        )
    if target.resolve().is_relative_to(project.resolve()):
        raise Refusal(
            f"{target.as_posix()} is inside this project. Name a folder outside it, such as ../our-handbook."
        )
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise Refusal(
            f"{target.as_posix()} is there already and is not an empty folder. Nothing was changed. "
            "Name another folder."
        )
    if logo and not logo.is_file():
        raise Refusal(f"There is no picture {logo.as_posix()}.")


def _cloned(project: Path, target: Path) -> bool:
    """Clone the project where it is a repository; its own origin, if it has one, is where later editions come
    from.
    """
    top = _git(project, "rev-parse", "--show-toplevel")
    if (
        top is None
        or Path(top).resolve() != project.resolve()
        or _git(project, "clone", "--quiet", "--origin", UPSTREAM, str(project), str(target.absolute()))
        is None
    ):
        return False
    if origin := _git(project, "remote", "get-url", "origin"):
        _git(target, "remote", "set-url", UPSTREAM, origin)
    _git(target, "config", "pull.rebase", "false")  # a later edition is merged; without this, git asks how
    return True


def _copied(project: Path, target: Path) -> None:
    try:
        shutil.copytree(project, target, ignore=LEFT_BEHIND, dirs_exist_ok=True)
    except shutil.Error as error:  # a list of files, each with its reason
        _, file, why = error.args[0][0]
        said = _NUMBER.sub("", why).partition(": ")[0]
        raise Refusal(f"{Path(file).as_posix()} cannot be written: {said}. Nothing was begun.") from None


def _remove(target: Path, made: bool) -> None:
    """Remove what a handbook that could not be begun has left in `target`, which was empty or not there."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target, ignore_errors=True)
        if not made:
            target.mkdir(exist_ok=True)


def _git(folder: Path, *command: str) -> str | None:
    """Return what git says; None when there is no git, or when it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
