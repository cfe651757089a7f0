"""What a page may give to macros and filters: texts, numbers and lists, none so long or so deep that it stops
a build.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

from macros.loading.unreadable import UNSEEN
from macros.publishing.macro_error import MacroError

MOST_CALLS = 200  # of macros on one page
MOST_FILTERS = 10  # in a row
MOST_LEVELS = 5  # of lists in lists
_HALF = re.compile("[\ud800-\udfff]")  # of a character that is written as two
LONGEST = 1_000_000  # characters that filters may make
Filter = Callable[..., Any]


def too_much(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield what on a page is too much or cannot be shown, each with its line."""
    for call in list(tree.find_all(nodes.Call))[MOST_CALLS:][:1]:
        yield call.lineno, f"this page calls macros more than {MOST_CALLS} times."
    for chain in tree.find_all(nodes.Filter):
        if _in_a_row(chain) > MOST_FILTERS:
            yield chain.lineno, f"there are more than {MOST_FILTERS} filters in a row."
            return
    for each in tree.find_all(nodes.List):
        if _levels(each) > MOST_LEVELS:
            yield each.lineno, f"lists are more than {MOST_LEVELS} deep in each other."
            return
    for const in tree.find_all(nodes.Const):
        if wrong := _unsayable(const.value):
            yield const.lineno, wrong
    for call in tree.find_all(nodes.Call):
        names = [keyword.key for keyword in call.kwargs]
        if twice := next((name for name in names if names.count(name) > 1), None):
            yield call.lineno, f"the value “{twice}” is given twice."


def _in_a_row(node: nodes.Node | None) -> int:
    length = 0
    while isinstance(node, nodes.Filter):
        length += 1
        node = node.node
    return length


def _levels(node: nodes.Node) -> int:
    """Return how many lists are in each other; where they are too many, one more than may be."""
    deepest = 0
    inside: list[nodes.Node] = [node]
    while inside and deepest <= MOST_LEVELS:
        deepest += 1
        inside = [item for each in inside for item in each.items if isinstance(item, nodes.List)]  # type: ignore[attr-defined]
    return deepest


def _unsayable(value: Any) -> str:
    """Return what is wrong with a value that is written out."""
    if isinstance(value, float) and not math.isfinite(value):
        return "this number is too large."
    if isinstance(value, str) and (UNSEEN.search(value) or _HALF.search(value)):
        return "this text holds a character that cannot be shown."
    return ""


def filters_of(filters: Mapping[str, Filter], names: Iterable[str]) -> dict[str, Filter]:
    """Return the filters with these names, of which none makes a text that is too long."""
    return {name: filters[name] for name in names} | {"join": _joined, "replace": _replaced}


def _joined(values: Iterable[Any], between: str = "") -> str:
    """Return the values with a text between them."""
    texts = [str(value) for value in values]
    _refuse_long(sum(map(len, texts)) + len(texts) * len(between))
    return str(between).join(texts)


def _replaced(text: Any, old: str, new: str) -> str:
    """Return a text with another in place of each `old`."""
    whole = str(text)
    _refuse_long(len(whole) + whole.count(str(old)) * len(str(new)))
    return whole.replace(str(old), str(new))


def _refuse_long(length: int) -> None:
    if length > LONGEST:
        raise MacroError(f"this would make a text of more than {LONGEST} characters")
