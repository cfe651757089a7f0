"""Signposts: every file, folder and command that the pages for contributors and the pipelines name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from world import ROOT

from macros.commands.cli import COMMANDS

PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs/contribute").glob("*.md")),
    ROOT / "Makefile",
    ROOT / "Containerfile",
    ROOT / ".gitlab-ci.yml",
    *sorted((ROOT / ".github").rglob("*.yml")),
]
MADE = ("site/", "dist/", "content/local/", "docs/local/", ".venv/")  # by a command, or by a team
FOLDERS = ("content", "docs", "macros", "overrides", "tests")
GENERATED = {"refused.md", "fields.md", "macros.md"}
NAMED = re.compile(rf"(?<![\w./-])((?:{'|'.join(FOLDERS)})/[\w./-]*[\w/])")
COMMAND = re.compile(r"(?:(?:\.venv/bin/|`)handbook|-m macros) ([a-z-]+)")
TARGET = re.compile(r"(?:`|run: |- )make ([a-z-]+)")
EXAMPLES = {
    "content/lessons/re-run-the-case.yml",
    "content/products/example.yml",
    "content/lessons/example.yml",
    "content/risks/payslips-are-wrong.yml",
    "macros/model/risk.py",
    "overrides/handbook/risk_page.html",
    "overrides/handbook/risks_index.html",
}


def unknown(page: Path) -> list[str]:
    """What the page names that is not there."""
    text = page.read_text("utf-8")
    files = [
        name
        for name in NAMED.findall(text)
        if not name.startswith(MADE) and name not in EXAMPLES and not (ROOT / name).exists()
    ]
    rules = re.findall(r"^([a-z -]+):(?!=)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    targets = {name for rule in rules for name in rule.split()}
    return [
        *files,
        *(name for name in COMMAND.findall(text) if name not in COMMANDS),
        *(name for name in TARGET.findall(text) if name not in targets),
    ]


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.name not in GENERATED],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_whatever_a_page_or_a_pipeline_names_is_there(page: Path):
    assert unknown(page) == []


def test_what_is_not_there_would_be_named(tmp_path: Path):
    (tmp_path / "x.md").write_text(
        "See `macros/copies.py`, and run `.venv/bin/handbook exports`, then `make sites`. `content/local/x.yml` is yours."
    )
    assert unknown(tmp_path / "x.md") == ["macros/copies.py", "exports", "sites"]


def test_every_target_of_the_makefile_is_a_command():
    rules = re.findall(r"^([a-z -]+):(?!=)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {name for rule in rules for name in rule.split()} <= set(COMMANDS)


def test_every_command_is_named_in_the_readme():
    said = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if not re.search(rf"`(?:make )?{name}`", said)] == []
