"""What no linter holds: one assignment a line, and no condition inside another in one expression."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from world import ROOT

# Each process would parse all code again.
pytestmark = pytest.mark.xdist_group("conventions")
Rule = Callable[[ast.AST], Iterator[int]]
FILES = sorted(file for folder in ("macros", "tests") for file in (ROOT / folder).rglob("*.py"))


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def several_at_once(tree: ast.AST) -> Iterator[int]:
    """Yield the line of each assignment of several values side by side, unless they change places."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
            values = names(node.value)
            groups = [target for target in node.targets if isinstance(target, (ast.Tuple, ast.List))]
            if any(names(target) != values for target in groups):
                yield node.lineno


def names(group: ast.Tuple | ast.List) -> set[str]:
    """Return what stands in a group, as text."""
    return {ast.unparse(part) for part in group.elts}


def nested_conditions(tree: ast.AST) -> Iterator[int]:
    """Yield the line of each conditional expression that is itself a part of one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.IfExp) and any(
            isinstance(part, ast.IfExp) for part in (node.test, node.body, node.orelse)
        ):
            yield node.lineno


def demand(rule: Rule, wanted: str) -> None:
    """Fail with every place in our code that breaks a rule, one a line."""
    places = [
        f"{file.relative_to(ROOT).as_posix()}:{line}"
        for file in FILES
        for line in sorted(set(rule(tree_of(file))))
    ]
    if places:
        pytest.fail("\n".join([f"{wanted} {len(places)} places do not:", *places]), pytrace=False)


def test_each_line_makes_one_assignment():
    demand(several_at_once, "Each line makes one assignment.")


def test_no_condition_is_nested_in_another():
    demand(nested_conditions, "A conditional expression holds no other.")


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        (several_at_once, "a, b = 1, 2", "a, b = pair()"),
        (several_at_once, "a, (b, c) = 1, (2, 3)", "a = 1, 2"),
        (several_at_once, "[a, b] = x, y", "a = b = 1"),
        (several_at_once, "a, b = b, c", "a, b = b, a"),
        (nested_conditions, "a = 1 if x else 2 if y else 3", "a = 1 if x else (2 or 3)"),
        (nested_conditions, "a = (1 if x else 2) if y else 3", "a = f(1 if x else 2) if y else 3"),
        (nested_conditions, "a = 1 if (x if y else z) else 2", "a = [1 if x else 2, 3 if y else 4]"),
    ],
)
def test_the_rules_tell_good_from_bad(rule: Rule, bad: str, good: str):
    assert list(rule(ast.parse(bad))) == [1]
    assert list(rule(ast.parse(good))) == []
