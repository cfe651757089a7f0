"""While somebody edits: the page and the terminal show what is wrong, and the next save mends it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest
from forks import make_fork

PATIENCE = 60


class Server:
    """A running `mkdocs serve`, with everything that it prints."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = project / "serve.log"
        environment = {
            **os.environ,
            "SERVING": "true",
            "ON_ERROR_FAIL": "false",
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONUNBUFFERED": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{self.port}"],
            cwd=project,
            env=environment,
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def page(self, path: str) -> str:
        return self.bytes(path).decode()

    def bytes(self, path: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            content: bytes = answer.read()
            return content

    def until(self, path: str, words: str) -> str:
        """The page once it says `words`."""
        end = time.monotonic() + PATIENCE
        said = ""
        while time.monotonic() < end:
            try:
                said = self.page(path)
                if words in said:
                    return said
            except OSError:
                pass
            time.sleep(0.3)
        raise AssertionError(f"{path} never said “{words}”.\n{self.log.read_text()[-3000:]}\n{said[-1000:]}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_fork(tmp_path / "fork")


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    with Server(project) as running:
        yield running


def test_a_broken_record_shows_its_problem_on_the_page_and_recovers_on_the_next_save(
    project: Path, server: Server
) -> None:
    lesson = sorted((project / "content/lessons").glob("*.yml"))[0]
    address = f"lessons/{lesson.stem}/"
    good = lesson.read_text(encoding="utf-8")
    server.until(address, "<main")
    assert "there is no phase" not in server.page(address)

    lesson.write_text(good.replace("phases:", "phasez:", 1), encoding="utf-8")
    broken = server.until(address, "phasez")
    assert "this field does not exist" in broken
    assert f"content/lessons/{lesson.name}:" in broken
    assert f"content/lessons/{lesson.name}:" in server.log.read_text()
    assert "Traceback" not in server.log.read_text()

    lesson.write_text(good, encoding="utf-8")
    mended = server.until(address, "lesson-facts")
    assert "phasez" not in mended


def test_a_new_record_and_an_edited_template_appear_without_a_restart(project: Path, server: Server) -> None:
    server.until("", "<main")
    role = sorted((project / "content/lessons").glob("*.yml"))[0]
    text = role.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    role.with_name("gwers-newydd.yml").write_text(
        text.replace(title, "title: Teitl cwbl newydd", 1), encoding="utf-8"
    )
    server.until("lessons/gwers-newydd/", "Teitl cwbl newydd")
    template = project / "overrides/handbook/lesson_page.html"
    template.write_text(
        template.read_text(encoding="utf-8").replace(
            'class="record record-lesson"', 'class="record record-lesson edited-template"'
        ),
        encoding="utf-8",
    )
    server.until("lessons/gwers-newydd/", "edited-template")


def test_pages_on_this_machine_belong_to_this_machine_whatever_address_the_site_will_have(
    project: Path,
) -> None:
    site = project / "content/site.yml"
    site.write_text(
        site.read_text("utf-8").replace(
            "address: https://llyfrgell.example.org/", "address: https://team.example.net/handbook"
        ),
        "utf-8",
    )
    with Server(project) as running:
        running.until("", '<main id="content"')
        with pytest.raises(urllib.error.HTTPError) as missing:
            running.page("nowhere/")
        assert 'href="/overview/"' in missing.value.read().decode()
