"""A fork: the whole project in a new folder, as a team's own handbook that can still take the next edition of
the one it follows.

Where there is git, the new folder is a clone, because a shared history is what lets a later edition be
merged. Where there is none, it is a plain copy. In both, all that the team writes stands in folders that the
handbook it follows never touches.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from macros.authoring.examples import examples
from macros.authoring.site_draft import Said, site_draft
from macros.loading.loader import load
from macros.loading.overlay import LOCAL

UPSTREAM = "upstream"
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


class NotForked(Exception):
    """Why there is no new handbook: one sentence for the person who asked for it."""


@dataclass(frozen=True)
class Fork:
    """A new handbook: its folder, the file to fill in, whether it shares its history, and whether something
    was not in it yet.
    """

    folder: Path
    site: Path
    history: bool
    behind: bool


def fork(project: Path, target: Path, said: Said, logo: Path | None = None) -> Fork:
    """Make `target` a handbook of its own after `project`. Raises NotForked, and never writes into a folder
    that holds something.
    """
    _refuse(project, target, logo)
    history, behind = _cloned(project, target), False
    if history:
        behind = bool(_git(project, "status", "--porcelain"))
    else:
        _copied(project, target)
    site = target / "content" / LOCAL / "site.yml"
    site.parent.mkdir(exist_ok=True)
    if logo:
        (target / PICTURES).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(logo, target / PICTURES / logo.name)
        said = {**said, ("logo",): f"{LOCAL}/{logo.name}"}
    site.write_text(
        site_draft(said, examples(load(project / "content").handbook)), encoding="utf-8", newline="\n"
    )
    return Fork(target, site, history, behind)


def _refuse(project: Path, target: Path, logo: Path | None) -> None:
    if not (project / "mkdocs.yml").is_file() or not (project / "content").is_dir():
        raise NotForked(
            "The project to begin from is not here. Run the command that is installed in the project's own folder."
        )
    if (project / "content" / LOCAL).exists():
        raise NotForked(
            f"This project follows another handbook itself: it has content/{LOCAL}/. Begin from the handbook that it follows."
        )
    if target.resolve().is_relative_to(project.resolve()):
        raise NotForked(
            f"{target.as_posix()} is inside this project. Name a folder outside it, such as ../our-handbook."
        )
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise NotForked(
            f"{target.as_posix()} is there already and is not an empty folder. Nothing was changed. Name another folder."
        )
    if logo and not logo.is_file():
        raise NotForked(f"There is no picture {logo.as_posix()}.")


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
    except OSError as error:
        raise NotForked(f"{target.as_posix()} cannot be written: {error.strerror or error}.") from None


def _git(folder: Path, *command: str) -> str | None:
    """What git says; None when there is no git, or when it fails."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", *command], cwd=folder, env=ours, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
