"""Every rule is in the table, and every code that it can give is held by a test."""

from __future__ import annotations

import re
from pathlib import Path

from world import ROOT

from macros.checks.rules import RULES

CODES = {
    "unknown-id",
    "unknown-step",
    "unknown-kind",
    "id-in-use",
    "duplicate-id",
    "not-listed",
    "no-producer",
    "no-user",
    "no-output",
    "no-steps",
    "wrong-order",
    "cycle",
    "no-evidence",
    "wrong-place",
    "no-activity",
    "self",
    "future",
    "stale",
    "unused",
    "uncited",
    "idle",
    "empty",
    "thin",
    "not-empty",
    "twin",
    "near-twin",
    "dead-link",
    "no-file",
    "page-twice",
    "page-ending",
    "page-folder",
    "not-published",
    "left-behind",
    "file-name",
    "symlink",
}
TESTS = "".join(p.read_text("utf-8") for p in Path(__file__).parent.glob("test_rules_*.py"))


def test_every_module_of_rules_is_in_the_table():
    modules = {p.stem for p in (ROOT / "macros/checks/rules").glob("*.py")} - {"__init__", "context"}
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == modules


def test_every_module_of_rules_has_its_tests():
    modules = {rule.__module__.rpartition(".")[2] for rule in RULES}
    tested = {p.stem.removeprefix("test_rules_") for p in Path(__file__).parent.glob("test_rules_*.py")}
    assert {name for name in modules if not name.startswith(tuple(tested))} == set()
    assert {name for name in tested if not any(one.startswith(name) for one in modules)} == set()


def test_every_code_has_a_test_that_is_named_after_it():
    assert [code for code in sorted(CODES) if f"def test_{code.replace('-', '_')}_" not in TESTS] == []


def test_no_rule_gives_a_code_that_is_not_listed_here():
    sources = "".join(p.read_text("utf-8") for p in (ROOT / "macros/checks/rules").glob("*.py"))
    given = set(
        re.findall(r'world\.problem\([^"]*?(?:\([^()]*\)[^"]*?)*?"[^"]*"|"([a-z]+-[a-z]+)"', sources)
    ) - {"", "sign-off", "yes-no"}  # a section and a column may be of these kinds
    assert given <= CODES, sorted(given - CODES)
