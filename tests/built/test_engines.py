"""Pages come finished, and an engine only carries them: MkDocs, its forks and Zensical make the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import engines
import pytest
import yaml
from builds import ROOT, built
from forks import make_fork

FOLDER = Path(os.environ.get("ENGINES") or "nowhere").absolute()
# What engines and themes add of their own. No page of ours loads any of it. A list of pages for search engines may
# hold other dates or another order.
THEIRS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "search.json", "sitemap.xml")
PAGE = """\
---
title: Of a team
folds: true
---
# A page of a team

[Up](../index.md), [a record](../lessons/index.md?x=1), [outside](https://example.org/a.md), [here](#part).

<a href="../about/">Raw</a> ![A picture](../flow.svg)

## Part

| A | B |
|---|---|
| 1 | 2 |

!!! note
    Code: `[not](a.md)`
"""
EXTRAS = """
extra_css: [own.css]
extra_javascript:
  - own.js
  - {path: late.js, defer: true}
  - part.mjs
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with pages, files and settings of its own."""
    fork = make_fork(tmp_path_factory.mktemp("engines") / "fork")
    (fork / "docs/local/team").mkdir(parents=True)
    (fork / "docs/local/team/page.md").write_text(PAGE, "utf-8")
    (fork / "docs/flow.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    for name in ("own.css", "own.js", "late.js", "part.mjs"):
        (fork / "overrides" / name).write_text("", "utf-8")
    settings = fork / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + EXTRAS, "utf-8")
    return fork


@pytest.fixture(scope="module")
def usual(project: Path) -> dict[str, bytes]:
    """The site that MkDocs makes of it."""
    return ours(built(project / "usual", config=project / "mkdocs.yml"))


def ours(site: Path) -> dict[str, bytes]:
    """Every file of a site that is ours."""
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file())
    return {name: file.read_bytes() for name, file in files if not name.startswith(THEIRS)}


def handbook(project: Path, *words: str) -> None:
    """Run one of our commands in a project."""
    command = [sys.executable, "-m", "macros", *words]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def carried(project: Path) -> dict[str, str]:
    """The finished pages of a project for another engine, by the path of their file."""
    files = sorted((project / "docs").rglob("*.md"))
    fronts = {file: file.read_text("utf-8").split("---\n")[1] for file in files}
    return {
        f.relative_to(project / "docs").as_posix(): yaml.safe_load(text)["page"] for f, text in fronts.items()
    }


def address(source: str) -> str:
    """Where a page is on the site."""
    stem = source.removesuffix(".md").removesuffix("index")
    return f"{stem}index.html" if not stem or stem.endswith("/") else f"{stem}/index.html"


@pytest.mark.parametrize("whose", ["a team's", "ours"])
def test_a_whole_page_is_to_the_byte_the_one_that_mkdocs_makes(
    project: Path, usual: dict[str, bytes], site: Path, tmp_path: Path, whose: str
) -> None:
    there = ours(site) if whose == "ours" else usual
    handbook(ROOT if whose == "ours" else project, "pages", "--to", str(tmp_path))
    pages = carried(tmp_path)
    assert {address(source) for source in pages} | {"404.html"} == {n for n in there if n.endswith(".html")}
    assert [s for s, page in pages.items() if page.encode() != there[address(s)]] == []


def test_a_finished_site_has_its_policy_and_the_settings_of_servers(project: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>', "utf-8"
    )
    handbook(project, "finish", str(tmp_path))
    assert "Content-Security-Policy" in (tmp_path / "index.html").read_text("utf-8")
    assert {"_headers", ".htaccess", "headers.nginx.conf"} <= {file.name for file in tmp_path.iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize("engine", engines.PACKAGES)
def test_every_engine_makes_the_same_site(
    project: Path, usual: dict[str, bytes], tmp_path: Path, engine: str
) -> None:
    python = engines.python(FOLDER, engine)
    if not python.exists():
        pytest.skip(
            f"{engine} is not here. Install it with tests/engines.py, and name its folder in ENGINES."
        )
    site = tmp_path / "site"
    if engine == "zensical":
        handbook(project, "pages", "--to", str(tmp_path))
        run(tmp_path, python, "zensical", "build")
        handbook(project, "finish", str(site))
    elif engine == "properdocs":
        settings = (project / "mkdocs.yml").read_text("utf-8").replace("name: material", "name: materialx")
        (project / "properdocs.yml").write_text(settings, "utf-8")
        run(project, python, "properdocs", "build", "--strict", "-f", "properdocs.yml", "-d", str(site))
    else:
        run(project, python, "mkdocs", "build", "--strict", "-d", str(site))
    made = ours(site)
    assert made.keys() == usual.keys()
    assert [name for name in usual if made[name] != usual[name]] == []


def run(project: Path, python: Path, *words: str) -> None:
    """Run an engine in a project."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [str(python), "-m", *words]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
