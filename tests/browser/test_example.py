"""The worked example passes axe too: with other numbers of phases, workstreams, sides, routes and layers than ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import ROOT
from kinds import FOLDERS, prints, sample, singles
from scanner import Scan, scan
from test_accessibility import judgement

# Pages of the same shape are scanned once, here or on our own site.
ALIKE = {
    "404.html",
    "contribute/fields/",
    "phases/",
    "workstreams/",
    "activities/",
    "migrations/",
    "roles/",
    "overview/",
    "contribute/",
    "about/",
    "a-to-z/",
    "sources/",
    "glossary/",
}


@pytest.fixture(scope="module")
def scanned(pool: Path, served_pool: str) -> Scan:
    lists = [path for path in singles(ROOT / "tests/frameworks/pool/docs") if path not in ALIKE]
    return scan(
        served_pool,
        [
            *lists,
            *(path for folder in FOLDERS for path in sample(pool, folder, 1)),
            *prints(pool)[:1],
            "search/?q=tank",
        ],
    )


def test_axe_finds_nothing_on_any_kind_of_page(scanned: Scan) -> None:
    assert scanned.pages >= 18
    assert scanned.violations == [], "\n".join(map(str, scanned.violations[:40]))


def test_every_element_that_axe_leaves_to_people_is_judged(scanned: Scan) -> None:
    open_ = [finding for finding in scanned.unsure if not judgement(finding)]
    assert open_ == [], "\n".join(f"{f} {f.contrast:.1f}" for f in open_[:40])
