"""Additions: how a local file puts entries into a list of the original, without a copy of that list.

`phases: {add: its-id, after: an-id}` in the local `framework.yml` gives the list of the original with
one entry more. A list as such still takes the place of the whole list.
"""

from __future__ import annotations

from typing import Any

from macros.loading.document import Document, edited
from macros.loading.problem import Problem
from macros.model import FOLDERS
from macros.similarity import suggest

# The fields that give the order of a kind, and so have every record of it.
ORDERS = tuple(cls.listed_in for cls in FOLDERS if cls.listed_in)
HINT = "Write add: and your own id, then after: or before: and the id of one in the list."


def with_additions(below: Document, document: Document) -> tuple[Document, list[Problem]]:
    """Return a local file with whole lists in place of its additions to the lists of `below`."""
    problems: list[Problem] = []
    for name in ORDERS:
        additions = document.data.get(name)
        if _adds(additions):
            listed = [entry for entry in below.data.get(name) or () if isinstance(entry, str)]
            for each in additions if isinstance(additions, list) else [additions]:
                problems += _add(document, name, listed, each)
            document = edited(document, (name,), listed)
    return document, problems


def _adds(value: Any) -> bool:
    """Return whether a value is an addition, or a list of them."""
    entries = value if isinstance(value, list) else [value]
    return any(isinstance(entry, dict) for entry in entries)


def _add(document: Document, name: str, listed: list[str], addition: Any) -> list[Problem]:
    """Put the new ids of one addition into `listed`, and return what is wrong with it."""
    fields = addition if isinstance(addition, dict) else {}
    new = fields.get("add")
    ids = [new] if isinstance(new, str) else new
    strange = set(fields) - {"add", "after", "before"}
    if strange or not isinstance(ids, list) or not all(isinstance(each, str) for each in ids):
        return [document.problem((name,), "addition", "this adds nothing to the list.", HINT)]
    if "after" in fields and "before" in fields:
        message = "this says after and before, and only one of the two counts."
        return [document.problem((name,), "addition", message, "Leave one of them out.")]
    beside = fields.get("after", fields.get("before"))
    if beside is not None and beside not in listed:
        hint = suggest(str(beside), listed) or f"The list has: {', '.join(listed)}."
        return [document.problem((name,), "addition", f"“{beside}” is not in the list.", hint)]
    problems = [_in_list(document, name, each) for each in ids if each in listed]
    place = len(listed) if beside is None else listed.index(beside) + ("after" in fields)
    listed[place:place] = [each for each in ids if each not in listed]
    return problems


def _in_list(document: Document, name: str, each: str) -> Problem:
    message = f"“{each}” is in the list of the original already, so this adds nothing."
    hint = "Take it out. For another order, write the whole list here."
    return document.problem((name,), "addition", message, hint, "warning")
