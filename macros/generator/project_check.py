"""The check of a whole project: its settings, and everything that a build reads by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros.checks.check import Report
from macros.generator.settings import read_settings, settings_folders
from macros.loading.problem import Place, Problem
from macros.publishing.build import Folders
from macros.publishing.whole_check import wholly_checked


def project_checked(folders: Folders, config: Path) -> Report:
    """Check the project in `folders`, which is built by the settings in the file `config`."""
    markdown, problems = read_settings(config)
    report = wholly_checked(folders, markdown)
    others = () if problems else _other_folders(folders, config)
    return replace(report, problems=tuple(sorted({*report.problems, *problems, *others})))


def _other_folders(folders: Folders, config: Path) -> Iterator[Problem]:
    """Yield a problem for each folder of the project that was checked, and that a build does not read."""
    built = settings_folders(config)
    project = config.resolve().parent
    for option in ("content", "docs", "theme"):
        checked: Path = getattr(folders, option)
        other: Path = getattr(built, option)
        if checked.resolve() != other.resolve() and checked.absolute().parent.resolve() == project:
            message = f"a build reads “{other.name}” here, and this check has read “{checked.name}”."
            hint = f"Run the check with --{option} {other.name}."
            yield Problem(Place(config.name), "", message, "settings", hint)
