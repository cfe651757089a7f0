"""The Nu Html Checker finds no error on any built page. It needs Java, and npm to fetch it once; without them this says so."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from builds import ROOT

LOCK = Path(__file__).parent / "checker"
HOME = ROOT / ".venv" / "checker"
JAR = HOME / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MISSING = (
    "The Nu Html Checker needs Java 17 and npm, which are not both on this machine. Install them to check that every page is valid "
    "(on Debian: apt-get install default-jre-headless npm)."
)
# A table whose rows are stacked on a narrow screen is no table to a browser. Its parts say by their role what they are.
KEPT = re.compile("“role” attribute must not be used on a “(?:thead|tbody|tr|th|td|caption)” element")
pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(not (shutil.which("java") and shutil.which("npm")), reason=MISSING),
]


@pytest.fixture(scope="session")
def checker() -> Path:
    """The program, at the version in the lock file, fetched the first time."""
    locked = (LOCK / "package-lock.json").read_text("utf-8")
    stamp = HOME / "package-lock.json"
    if not (JAR.is_file() and stamp.is_file() and stamp.read_text("utf-8") == locked):
        HOME.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(LOCK / name, HOME)
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=HOME,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (
            f"The checker could not be fetched. It needs the network once. npm said:\n{done.stderr[-1000:]}"
        )
    return JAR


def errors(checker: Path, *where: Path) -> list[str]:
    """What the checker says, a line for each error."""
    command = [
        "java",
        "-jar",
        str(checker),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "gnu",
        *map(str, where),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line for line in done.stderr.splitlines() if " error: " in line and not KEPT.search(line)]


def test_every_page_on_a_server_is_valid(checker: Path, site: Path) -> None:
    assert errors(checker, site) == []


def test_every_page_of_the_bundle_and_of_the_other_frameworks_is_valid(
    checker: Path, flat: Path, welsh: Path, pool: Path
) -> None:
    # The book has styles for paper that the checker does not know; browsers pass over them.
    assert [said for said in errors(checker, flat, welsh, pool) if "book.html" not in said] == []


def test_the_checker_sees_what_is_wrong(checker: Path, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(
        '<!doctype html><html lang="en"><title>x</title><p><div></div></p><time datetime="2007-Q3">x</time>',
        "utf-8",
    )
    assert len(errors(checker, tmp_path)) >= 2
