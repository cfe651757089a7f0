"""A renamed record keeps its readers: its old address leads to the new one, online and offline."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import built
from forks import make_fork
from pages import first, pages


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fork = make_fork(tmp_path_factory.mktemp("renamed") / "fork")
    lesson = sorted((fork / "content/lessons").glob("*.yml"))[0]
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nformerly: [hen-enw]\n", encoding="utf-8")
    (fork / "new-name").write_text(lesson.stem)
    return fork


@pytest.mark.parametrize(
    ("offline", "old", "new"),
    [("false", "lessons/hen-enw/index.html", "../{}/"), ("true", "lessons/hen-enw.html", "{}.html")],
)
def test_the_old_address_leads_to_the_new_one(renamed: Path, offline: str, old: str, new: str) -> None:
    site = built(renamed / f"site-{offline}", config=renamed / "mkdocs.yml", OFFLINE=offline)
    address = new.format((renamed / "new-name").read_text())
    tree = pages(site)[old].tree
    assert first(tree, "meta[http-equiv=refresh]").get("content") == f"0; url={address}"
    assert first(tree, "main a").get("href") == address
    assert (site / old).parent.joinpath(address).exists()
