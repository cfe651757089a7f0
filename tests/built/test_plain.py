"""Generated pages come finished into MkDocs. Without that (the setting `plain`), the site is the same.

A release of MkDocs, Python-Markdown or the macros plugin that makes a difference fails here.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import build, built
from forks import make_fork


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_fork(tmp_path_factory.mktemp("plain") / "fork", "pool")


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site but the compressed sitemap, which holds the time."""
    found = (file for file in site.rglob("*") if file.is_file() and file.suffix != ".gz")
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in found}


@pytest.mark.slow
@pytest.mark.parametrize("offline", ["false", "true"])
def test_both_ways_make_the_same_bytes(fork: Path, offline: str):
    config = fork / "mkdocs.yml"
    plain = files(built(fork / f"plain-{offline}", config=config, PLAIN="true", OFFLINE=offline))
    quick = files(built(fork / f"quick-{offline}", config=config, OFFLINE=offline))
    assert list(plain) and plain.keys() == quick.keys()
    assert [path for path in plain if plain[path] != quick[path]] == []


def test_a_link_to_an_anchor_that_a_page_lacks_stops_the_build(fork: Path):
    page = fork / "docs/lost.md"
    page.write_text(
        "# A page\n\n[Here](activities/decide-to-close.md#_steps)\n[not](glossary.md#nowhere)\n", "utf-8"
    )
    done = build(fork / "lost", config=fork / "mkdocs.yml")
    page.unlink()
    assert done.returncode and "does not contain an anchor '#nowhere'" in done.stderr + done.stdout
    assert "_steps" not in done.stderr + done.stdout
