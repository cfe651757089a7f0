"""WCAG 2.2 A and AA and best practice by axe-core: nothing on any kind of page, in both schemes, at both widths.

With RECORD_ACCESSIBILITY=yes the numbers are written to docs/about/accessibility-results.yml, which the accessibility
statement shows, and long lists are scanned to their end, which takes some minutes more. Without it that file is only checked.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from builds import ROOT
from kinds import chosen
from playwright.sync_api import Browser
from scanner import AXE, RUN, TAGS, Finding, Scan, scan

JUDGED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "judged.yml").read_text("utf-8"))
RESULTS = ROOT / "docs/about/accessibility-results.yml"
RECORD = "To record a new run: RECORD_ACCESSIBILITY=yes .venv/bin/pytest tests/browser/test_accessibility.py"


@pytest.fixture(scope="session")
def scanned(site: Path, served: str) -> Scan:
    whole = os.environ.get("RECORD_ACCESSIBILITY") == "yes"
    return scan(served, chosen(site, 3 if whole else 2), whole=whole)


def judgement(finding: Finding) -> dict[str, Any] | None:
    """The entry of the table that judges `finding`, if it holds for it."""
    fits = (
        j
        for j in JUDGED
        if j["rule"] == finding.rule
        and re.search(j["why"], finding.why)
        and re.search(j["target"], finding.target)
    )
    return next((j for j in fits if finding.contrast >= j["contrast"]), None)


def test_axe_finds_nothing_on_any_kind_of_page(scanned: Scan) -> None:
    assert scanned.pages >= 50
    assert scanned.violations == [], "\n".join(map(str, scanned.violations[:40]))


def test_every_element_that_axe_leaves_to_people_is_judged(scanned: Scan) -> None:
    open_ = [finding for finding in scanned.unsure if not judgement(finding)]
    assert open_ == [], "\n".join(f"{f} {f.contrast:.1f}" for f in open_[:40])


@pytest.mark.ours
def test_no_judgement_is_left_over(scanned: Scan) -> None:
    used = {id(judgement(finding)) for finding in scanned.unsure}
    assert [j["verdict"] for j in JUDGED if id(j) not in used] == []


def test_the_scan_sees_what_is_wrong(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(
        '<html lang="en"><title>x</title><main><h1>x</h1><p style="color:#999">pale</p><img src="x"><h4>deep</h4>'
    )
    page.evaluate(AXE)
    assert {"color-contrast", "image-alt", "heading-order"} <= {
        node["rule"] for node in page.evaluate(RUN, ["tag", TAGS])["violations"]
    }
    page.close()


def test_a_judgement_does_not_hold_for_colours_that_are_too_weak() -> None:
    weak = Finding("flow/", 320, "light", "color-contrast", "td > a", "", "elmPartiallyObscured", 4.4)
    assert judgement(weak) is None
    assert judgement(Finding(**{**weak.__dict__, "contrast": 4.6})) is not None


@pytest.mark.skipif(os.environ.get("RECORD_ACCESSIBILITY") != "yes", reason=RECORD)
def test_the_run_is_recorded(scanned: Scan) -> None:
    old = yaml.safe_load(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    rules = Counter(finding.rule for finding in scanned.violations)
    said = {
        "date": date.today().isoformat(),
        "tool": "axe-core " + re.search(r"axe v([\d.]+)", AXE)[1],
        "pages": scanned.pages,
        "runs": scanned.runs,
        "failures": len(scanned.violations),
        "failing_rules": dict(rules),
        "judged": len(scanned.unsure),
        "known_failures": old.get("known_failures", []),
    }
    head = (
        "# Written by a test run. "
        + RECORD
        + "\n# Only known_failures is written by hand: what is known to fail, one sentence in each entry.\n"
    )
    RESULTS.write_text(head + yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=120), "utf-8")


@pytest.mark.ours
def test_the_statement_rests_on_a_run_that_found_what_a_run_finds_now(scanned: Scan) -> None:
    said = yaml.safe_load(RESULTS.read_text("utf-8"))
    assert said["failures"] == len(scanned.violations), RECORD
    assert said["pages"] >= scanned.pages, RECORD


@pytest.mark.ours
def test_the_recorded_run_is_at_most_a_year_older_than_the_newest_lesson() -> None:
    # Measured against the content and not against today, so that an edition that nobody touches keeps passing its tests.
    run = date.fromisoformat(yaml.safe_load(RESULTS.read_text("utf-8"))["date"])
    newest = max(
        re.findall(
            r"^(?:added|reviewed): '?(\d{4}-\d\d-\d\d)",
            "".join(p.read_text("utf-8") for p in (ROOT / "content/lessons").glob("*.yml")),
            re.M,
        )
    )
    assert not too_old(run, date.fromisoformat(newest)), RECORD


def too_old(run: date, newest: date) -> bool:
    """Whether content has moved on for more than a year since a run."""
    return newest > run + timedelta(days=365)


def test_a_run_that_is_too_old_is_seen() -> None:
    assert [
        too_old(date(2026, 11, 23), day) for day in (date(2026, 1, 1), date(2027, 11, 23), date(2027, 11, 24))
    ] == [False, False, True]
