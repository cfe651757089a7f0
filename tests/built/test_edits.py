"""While somebody edits: what is served after each save is what a build would write, file by file."""

from __future__ import annotations

import random
import re
import urllib.error
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builds import built
from forks import make_fork
from test_serving import Server

RELOADS = re.compile(r"<script>[^<]*livereload\(.*?</script>", re.DOTALL)  # what serving adds to each page
# What MkDocs makes at each save.
BETWEEN_PAGES = {"sitemap.xml", "sitemap.xml.gz", "404.html", "nginx.conf", "_headers"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that knows no address, because pages on this machine belong to this machine."""
    fork = make_fork(tmp_path / "fork")
    site = fork / "content/site.yml"
    site.write_text(re.sub(r"^address: .*\n", "", site.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return fork


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    with Server(project) as running:
        yield running


def built_now(project: Path, server: Server) -> Path:
    """What a build writes now, for the address at which the project is served."""
    address = f"http://127.0.0.1:{server.port}/"
    return built(project.parent / "site", config=project / "mkdocs.yml", SITE_ADDRESS=address)


def differing(site: Path, server: Server) -> list[str]:
    """The files that are served in another way than they are built."""
    wrong = []
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        if path in BETWEEN_PAGES:
            continue
        try:
            served = RELOADS.sub("", server.bytes(path).decode("latin-1"))
        except urllib.error.HTTPError:
            served = ""
        if served != file.read_bytes().decode("latin-1"):
            wrong.append(path)
    return wrong


def retitled(text: str, word: str) -> str:
    return re.sub(r"^title: .*$", f"title: {word}", text, count=1, flags=re.MULTILINE)


# What people edit: where it is, and how it is changed so that a word is seen.
WAYS: list[tuple[str, Callable[[str, str], str]]] = [
    ("content/lessons/*.yml", retitled),
    ("content/activities/*.yml", retitled),
    ("content/products/*.yml", retitled),
    ("docs/**/*.md", lambda text, word: f"{text}\n\n{word}\n"),
    ("overrides/handbook/activity_page.html", lambda text, word: f"{text}<!-- {word} -->\n"),
    ("content/site.yml", retitled),
]


@pytest.mark.slow
def test_after_each_edit_every_file_is_served_as_a_build_writes_it(project: Path, server: Server) -> None:
    dice = random.Random(13)
    server.until("", "<main")
    for number, (pattern, change) in enumerate(WAYS):
        word = f"Word {number} of an edit"
        file = dice.choice(sorted(project.glob(pattern)))
        file.write_text(change(file.read_text("utf-8"), word), "utf-8")
        site = built_now(project, server)
        pages = [page.relative_to(site).as_posix() for page in site.rglob("*.html")]
        shown = next(page for page in sorted(pages) if word in (site / page).read_text("utf-8"))
        server.until(shown, word)
        assert differing(site, server) == [], f"after an edit of {file.name}"


def test_a_folder_without_its_slash_leads_to_its_page(project: Path, server: Server) -> None:
    lesson = sorted((project / "content/lessons").glob("*.yml"))[0].stem
    page = RELOADS.sub("", server.until(f"lessons/{lesson}", "<main"))
    assert page == RELOADS.sub("", server.page(f"lessons/{lesson}/"))
