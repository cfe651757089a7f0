"""The check of a whole project: its settings, and everything that a build reads by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.checks.check import Report
from macros.generator.settings import read_settings
from macros.publishing.build import Folders
from macros.publishing.whole_check import wholly_checked


def project_checked(folders: Folders, config: Path) -> Report:
    """Check the project in `folders`, which is built by the settings in the file `config`."""
    markdown, problems = read_settings(config)
    report = wholly_checked(folders, markdown)
    return replace(report, problems=tuple(sorted({*report.problems, *problems})))
