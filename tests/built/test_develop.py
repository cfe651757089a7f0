"""The pages for developers are followed to the letter, on a small handbook, and the result works."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from os import environ
from pathlib import Path

import pytest
from builds import ROOT
from forks import make_fork

PAGES = [ROOT / "docs/contribute" / name for name in ("develop.md", "kind.md")]
STEP = re.compile(r"^## \d+\. .*?$", re.MULTILINE)
FILE = re.compile(r": `([^`]+)`$")
INSTRUCTION = re.compile(
    r"^Under the line `(?P<line>.+)`, add:$"
    r"|^(?P<last>Under the last line) of any of these files, add:$"
    r"|^(?P<write>Write the file:)$"
    r"|^In place of `(?P<old>[^`]+)`, write `(?P<new>[^`]+)`\.$",
    re.MULTILINE,
)
BLOCK = re.compile(r"\A\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = {
    ".venv/bin/handbook schema": ["macros", "schema"],
    "make check": ["macros", "check"],
    "make site": ["mkdocs", "build", "--strict"],
}


@dataclass
class Walk:
    """One walk of a page: how many files a person writes by hand, and where the project is."""

    project: Path
    written: list[str]

    def follow(self, chapter: str) -> None:
        """Do what each step of a chapter says."""
        headings = list(STEP.finditer(chapter))
        for heading, following in zip(headings, [*headings[1:], None], strict=True):
            body = chapter[heading.end() : following.start() if following else None]
            file = FILE.search(heading[0])
            if file:
                self.written.append(file[1])
                self._edit(next(self.project.glob(file[1]), self.project / file[1]), body)
            else:
                self._run(body)

    def _edit(self, file: Path, body: str) -> None:
        instructions = list(INSTRUCTION.finditer(body))
        assert instructions, f"no instruction for {file.name}"
        for instruction in instructions:
            block = BLOCK.match(body[instruction.end() :])
            text = block[1] if block else ""
            if instruction["write"]:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
                continue
            old = file.read_text("utf-8")
            if instruction["last"]:
                file.write_text(old.rstrip("\n") + "\n" + text, "utf-8")
                continue
            line = f"{instruction['line']}\n" if instruction["line"] else instruction["old"]
            new = line + text if instruction["line"] else instruction["new"]
            assert f"\n{old}".count(f"\n{line}" if instruction["line"] else line) == 1, line
            start = f"\n{old}".index(f"\n{line}") if instruction["line"] else old.index(line)
            file.write_text(old[:start] + new + old[start + len(line) :], "utf-8")

    def _run(self, body: str) -> None:
        (commands,) = re.findall(r"```sh\n(.*?)```", body, re.DOTALL)
        for command in commands.splitlines():
            done = subprocess.run(
                [sys.executable, "-m", *COMMANDS[command]],
                cwd=self.project,
                env={**environ, "PYTHONPATH": str(self.project), "NO_MKDOCS_2_WARNING": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, (command + "\n" + done.stdout + done.stderr)[-4000:]


@pytest.fixture(scope="module")
def chapters() -> list[str]:
    return [page.read_text("utf-8") for page in PAGES]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with the code, the templates and the languages of ours."""
    return make_fork(tmp_path_factory.mktemp("project"), "pool")


@pytest.fixture(scope="module")
def walks(project: Path, chapters: list[str]) -> dict[str, Walk]:
    """Both walks, one after the other, in one project."""
    done = {name: Walk(project, []) for name in ("field", "kind")}
    for walk, chapter in zip(done.values(), chapters, strict=True):
        walk.follow(chapter)
    return done


@pytest.mark.ours
def test_what_the_page_changes_is_in_our_own_files_just_once(chapters: list[str]):
    steps = [
        step for chapter in chapters for step in re.split(r"^## \d+\. ", chapter, flags=re.MULTILINE)[1:]
    ]
    files = {step: FILE.search(step.partition("\n")[0]) for step in steps}
    counts = {
        wanted: f"\n{(ROOT / file[1]).read_text('utf-8')}".count(wanted)
        for step, file in files.items()
        for found in INSTRUCTION.finditer(step)
        if file and (wanted := f"\n{found['line']}\n" if found["line"] else found["old"])
    }
    assert counts and set(counts.values()) == {1}, counts


def by_hand(walk: Walk) -> list[str]:
    """The files that a person writes, but for records."""
    return [file for file in walk.written if not re.match(r"content/(migrations|risks)/", file)]


def test_a_field_takes_four_files_and_its_record(walks: dict[str, Walk]):
    assert len(by_hand(walks["field"])) == 4


def test_a_kind_takes_six_files_and_its_record(walks: dict[str, Walk]):
    assert len(by_hand(walks["kind"])) == 6


def test_the_field_is_on_the_page_and_in_the_data(walks: dict[str, Walk]):
    site = walks["kind"].project / "site"
    pages = "".join(page.read_text("utf-8") for page in site.glob("migrations/*/index.html"))
    assert "<dt>Cost</dt><dd>The source gives no figure.</dd>" in pages
    assert '"cost"' in (site / "data/migrations.json").read_text("utf-8")


def test_the_kind_has_a_page_a_list_a_place_in_the_menu_and_data(walks: dict[str, Walk]):
    site = walks["kind"].project / "site"
    assert "Run the old and the new payroll" in (site / "risks/payslips-are-wrong/index.html").read_text(
        "utf-8"
    )
    assert "Payslips are wrong" in (site / "risks/index.html").read_text("utf-8")
    assert "risks/" in (site / "migrations/index.html").read_text("utf-8")
    assert "Payslips are wrong" in (site / "a-to-z/index.html").read_text("utf-8")
    assert "Payslips are wrong" in (site / "data/risks.json").read_text("utf-8")
