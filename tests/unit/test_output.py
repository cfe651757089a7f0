"""Every message can be printed, whatever the code page of the system is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from world import ROOT, World

# Each starts a program, so the quick tests try the one that most people have.
MORE = [
    pytest.param(name, marks=pytest.mark.slow)
    for name in ("cp437", "iso8859-7", "latin-1", "shift_jis", "utf-8")
]


@pytest.mark.parametrize("encoding", ["cp1252", *MORE])
def test_a_command_ends_in_any_code_page_as_it_does_on_a_screen(world: World, tmp_path: Path, encoding: str):
    (tmp_path / "журнал.csv").write_text("Title,What happened\nКлючі → “двері”,Łódź… 鍵\n", "utf-8")
    command = [sys.executable, "-m", "macros", "import", "журнал.csv", "--content", str(world.content)]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    text = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "klyuchi" in text
    assert "Title" in text and ("→" in text or "->" in text)


@pytest.mark.slow  # it starts a program
def test_a_refusal_is_printed_too(world: World, tmp_path: Path):
    command = [sys.executable, "-m", "macros", "import", "→ дверь.csv", "--content", str(world.content)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.decode("cp1252").startswith("There is no file “-> \\u0434")
