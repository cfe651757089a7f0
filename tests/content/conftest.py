"""What tests of the content share: the handbook itself, read and counted once, and a British dictionary."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from wording import wording

from macros.checks.stats import Numbers, stats
from macros.loading.handbook import Handbook
from macros.loading.loader import load

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HOME = ROOT / ".venv" / "dictionary"


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The content of this project. It must be readable before its words can be judged."""
    loaded = load(ROOT / "content")
    errors = [str(problem) for problem in loaded.problems if problem.severity == "error"]
    assert not errors, "\n".join(errors)
    return loaded.handbook


@pytest.fixture(scope="session")
def numbers(handbook: Handbook) -> Numbers:
    """What `handbook stats` counts."""
    return stats(handbook)


@pytest.fixture(scope="session")
def said(handbook: Handbook) -> list[tuple[str, str]]:
    """The place and the words of every paragraph that people read."""
    return list(wording(handbook))


@pytest.fixture(scope="session")
def british() -> Any:
    """The locked dictionary, which knows `-ise` and not `-ize`, installed into .venv by its hash and without running its scripts."""
    from spylls.hunspell import Dictionary

    locked = (HERE / "dictionary" / "package-lock.json").read_text("utf-8")
    stamp = HOME / "package-lock.json"
    if not (stamp.is_file() and stamp.read_text("utf-8") == locked):
        HOME.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "dictionary" / "package.json", HOME)
        stamp.write_text(locked, "utf-8")
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=HOME,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            stamp.unlink()
            pytest.fail(
                f"The dictionary could not be installed. It needs the network once. npm said:\n{done.stderr[-1000:]}"
            )
    return Dictionary.from_files(str(HOME / "node_modules" / "dictionary-en-gb" / "index"))
